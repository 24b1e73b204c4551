package org.openplr.edge.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Letter;

/**
 * A letter that says that an item is being challenged.
 *
 * @param reference by which whoever holds it asks how it stands
 * @param learner their name; absent where they left it out
 * @param dueBy absent where no day for an answer was set
 * @param signed the same as a JWT ({@code typ: openplr-challenge-letter+jwt}) for the keys of {@code /.well-known/jwks.json}
 */
@Schema(name = "ChallengeLetter")
public record ChallengeLetterJson(
        UUID id,
        String reference,
        Instant made,
        String language,
        String item,
        @Nullable String learner,
        LocalDate since,
        @Nullable LocalDate dueBy,
        String signed) {
    static ChallengeLetterJson of(Letter one) {
        return new ChallengeLetterJson(
                one.id(),
                one.reference(),
                one.made(),
                one.language().getLanguage(),
                one.item(),
                one.learner().isEmpty() ? null : one.learner(),
                one.since(),
                one.dueBy(),
                one.signed());
    }

    @Override
    public String toString() {
        return "ChallengeLetterJson[" + id + "]";
    }
}
