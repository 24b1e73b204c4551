package org.openplr.identity;

import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** Somebody came, was not let in, or went. */
record SignInEvent(
        Actor actor,
        Optional<Uln> subject,
        String what,
        Outcome outcome,
        String reason,
        Optional<UUID> about,
        String proof)
        implements LedgerEvent {
    static SignInEvent welcome(Account account) {
        return allowed(account.actor(), account.id(), "account.signed-in");
    }

    static SignInEvent farewell(Actor actor, UUID account) {
        return allowed(actor, account, "account.signed-out");
    }

    /** Another browser was signed out because of this sign-in. */
    static SignInEvent displaced(Welcome who) {
        return allowed(who.actor(), who.account(), "account.session-displaced");
    }

    private static SignInEvent allowed(Actor actor, UUID account, String what) {
        return new SignInEvent(actor, subject(actor), what, Outcome.ALLOWED, "", Optional.of(account), "account");
    }

    /** Whoever was refused is nobody we know: only where they came from is kept, as a digest. */
    static SignInEvent refusal(Optional<Account> account, String reason, String client) {
        return new SignInEvent(
                new Actor.Checker("", "", client),
                account.map(Account::actor).flatMap(SignInEvent::subject),
                "account.signed-in",
                Outcome.REFUSED,
                reason,
                account.map(Account::id),
                "");
    }

    /** Somebody says that it is their account, and that they forgot the passphrase. */
    static SignInEvent forgotten(Optional<Account> account, boolean told, UUID code, String client) {
        return new SignInEvent(
                new Actor.Checker("", "", client),
                account.map(Account::actor).flatMap(SignInEvent::subject),
                "account.passphrase-forgotten",
                told ? Outcome.ALLOWED : Outcome.REFUSED,
                told ? "" : "no-address",
                Optional.of(code),
                "");
    }

    private static Optional<Uln> subject(Actor actor) {
        return actor instanceof Actor.Learner learner ? Optional.of(learner.uln()) : Optional.empty();
    }

    @Override
    public Basis basis() {
        return actor instanceof Actor.Learner ? Basis.OWN : Basis.SERVICE;
    }
}
