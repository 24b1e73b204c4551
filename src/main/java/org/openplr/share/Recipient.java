package org.openplr.share;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * For whom a share is.
 *
 * @param kind named by the learner, found in one of the two registers, an app of an organisation there, or the learner
 *     themself
 * @param name as typed, or as the register has it
 * @param ukprn of an organisation of the provider register only, or of an app's
 * @param id in the register of recipients, of one that is found there only
 * @param email where a notice may go
 */
public record Recipient(
        Kind kind,
        String name,
        @Nullable Ukprn ukprn,
        @Nullable UUID id,
        @Nullable String email) {
    /** How sure we are who it is. */
    public enum Kind {
        NAMED,
        ORGANISATION,
        /** Of the register of recipients: its number was looked up, and its mail's domain confirmed. */
        CONFIRMED,
        /** Its name has the organisation's with it. */
        APP,
        SELF
    }

    /** Whether it is known by a register, and proves itself by signing in. */
    public boolean signsIn() {
        return kind == Kind.ORGANISATION || kind == Kind.CONFIRMED || kind == Kind.APP;
    }

    /** Whether its own people sign in to open what is shared with it. */
    public boolean hasInbox() {
        return kind == Kind.ORGANISATION || kind == Kind.CONFIRMED;
    }

    /** Somebody whose name the learner typed. */
    public static Recipient named(String name) {
        return named(name, null);
    }

    /** Somebody whose name the learner typed, with where they may be told. */
    public static Recipient named(String name, @Nullable String email) {
        return new Recipient(Kind.NAMED, name, null, null, email);
    }

    /** An organisation of the provider register. */
    public static Recipient organisation(Ukprn ukprn, String name, @Nullable String email) {
        return new Recipient(Kind.ORGANISATION, name, ukprn, null, email);
    }

    /** One of the register of recipients. */
    public static Recipient confirmed(UUID id, String name, @Nullable String email) {
        return new Recipient(Kind.CONFIRMED, name, null, id, email);
    }

    /** An app of an organisation of the provider register. */
    public static Recipient app(Ukprn ukprn, String name) {
        return new Recipient(Kind.APP, name, ukprn, null, null);
    }

    /** The learner themself. */
    public static Recipient self(String name) {
        return new Recipient(Kind.SELF, name, null, null, null);
    }
}
