package org.openplr.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.LedgerEntry;
import org.openplr.share.ToldShare;

/**
 * Something to be told.
 *
 * @param event which event it is: with the recipient it makes the message unique
 * @param about the share, the code or the address given up
 * @param who the organisation as typed, or the UKPRN of a registered one; empty where it is not told
 * @param proof how sure we are of it: {@code typed} or {@code account}
 */
record Occasion(String event, Template template, UUID about, String who, String proof, Instant at) {
    /** What an entry of the ledger is the occasion for; one about nothing but a learner is about itself. */
    static Optional<Occasion> of(LedgerEntry entry) {
        var template = Template.of(entry);
        var about =
                entry.about().or(() -> template.filter(Template::isOfLearner).map(_ -> entry.id()));
        if (template.isEmpty() || about.isEmpty()) return Optional.empty();
        return Optional.of(new Occasion(
                entry.id().toString(), template.get(), about.get(), entry.organisation(), entry.proof(), entry.at()));
    }

    static Occasion ending(ToldShare share, Instant now) {
        return reminder("ending " + share.id() + " " + share.expires().getEpochSecond(), Template.ENDING, share, now);
    }

    static Occasion standing(ToldShare share, int times, Instant now) {
        return reminder("standing " + share.id() + " " + times, Template.STANDING, share, now);
    }

    static Occasion protectedLooks(Instant now) {
        return new Occasion("protected " + now.getEpochSecond(), Template.SENSITIVE_LOOK, new UUID(0, 0), "", "", now);
    }

    private static Occasion reminder(String event, Template template, ToldShare share, Instant now) {
        return new Occasion(event, template, share.id(), "", "", now);
    }

    /** The same event, told to the learner whose data challenge it is. */
    Occasion moved() {
        return new Occasion(event, Template.CHALLENGE_MOVED, about, who, proof, at);
    }

    /** The same event, told to whoever has this account: of all that happens within an hour, once. */
    Occasion hourly(Template told, UUID account) {
        return new Occasion(event, told, account, "", "", at);
    }

    /** The same event, told to the share's recipient. */
    Occasion notice(boolean signIn) {
        return new Occasion(event, signIn ? Template.NOTICE_SIGN_IN : Template.NOTICE, about, "", "", at);
    }
}
