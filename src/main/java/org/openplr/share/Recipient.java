package org.openplr.share;

import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * For whom a share is.
 *
 * @param kind named by the learner, found in the provider register, an app of such an organisation, or the learner
 *     themself
 * @param name as typed, or as the register has it
 * @param ukprn of a registered organisation only
 * @param email where a notice may go
 */
public record Recipient(
        Kind kind,
        String name,
        @Nullable Ukprn ukprn,
        @Nullable String email) {
    /** How sure we are who it is. */
    public enum Kind {
        NAMED,
        ORGANISATION,
        /** Its name has the organisation's with it. */
        APP,
        SELF
    }

    /** Whether it is known by the register, and proves itself by signing in. */
    boolean registered() {
        return kind == Kind.ORGANISATION || kind == Kind.APP;
    }

    /** Somebody whose name the learner typed. */
    public static Recipient named(String name) {
        return new Recipient(Kind.NAMED, name, null, null);
    }
}
