package org.openplr.identity;

import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** Somebody signed in did something with their own account, or was not let. */
record AccountEvent(Actor actor, UUID account, String what, Outcome outcome, String reason) implements LedgerEvent {
    static AccountEvent done(SignedInSession session, String what) {
        return new AccountEvent(session.actor(), session.account(), what, Outcome.ALLOWED, "");
    }

    static AccountEvent refused(SignedInSession session, String what, String reason) {
        return new AccountEvent(session.actor(), session.account(), what, Outcome.REFUSED, reason);
    }

    static AccountEvent done(Account account, String what) {
        return new AccountEvent(account.actor(), account.id(), what, Outcome.ALLOWED, "");
    }

    @Override
    public Optional<Uln> subject() {
        return actor instanceof Actor.Learner learner ? Optional.of(learner.uln()) : Optional.empty();
    }

    @Override
    public Optional<UUID> about() {
        return Optional.of(account);
    }

    @Override
    public Basis basis() {
        return actor instanceof Actor.Learner ? Basis.OWN : Basis.SERVICE;
    }

    @Override
    public String proof() {
        return "account";
    }
}
