package org.openplr.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share as its learner sees it; never with a secret.
 *
 * @param expires the moment it stops
 * @param pinOnLink whether its link asks for the PIN too, like its code
 * @param deleteBy the day by which the recipient has to delete what they kept
 * @param endedAt since when it has not stood, null while it stands
 * @param views how often it was opened
 * @param lastLook when it was opened last, null where it never was
 * @param maxViews how often it may be, null for no limit
 * @param tries how many wrong second factors were given
 * @param revision changes when the learner changes the share, and only then
 * @param wording the version of the words the learner agreed to
 */
public record Share(
        UUID id,
        Purpose purpose,
        Recipient recipient,
        Scope scope,
        OnChallenge onChallenge,
        Language language,
        SecondFactor.Kind secondFactor,
        boolean pinOnLink,
        Instant created,
        Instant expires,
        LocalDate deleteBy,
        ShareState state,
        @Nullable Instant endedAt,
        int views,
        @Nullable Instant lastLook,
        @Nullable Integer maxViews,
        int tries,
        long revision,
        String wording) {
    /** Three words, in the share's language, by which its learner and its recipient can tell that they mean the same. */
    public String phrase() {
        return ComparePhrase.of(id, language);
    }

    /** Whether its recipient signs in: it has no link and no code. */
    public boolean signIn() {
        return secondFactor == SecondFactor.Kind.SIGN_IN;
    }

    /** Whether an app has it: it asks again by itself, and is not given a new one. */
    public boolean app() {
        return recipient.kind() == Recipient.Kind.APP;
    }

    /** Whether it can be opened, or could again after a new secret: the learner may still stop it. */
    public boolean standing() {
        return state == ShareState.ACTIVE || state == ShareState.LOCKED;
    }
}
