package org.openplr.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/**
 * Something about a learner's address.
 *
 * @param id of the code or of the address given up: never the address itself
 */
record EmailEvent(Actor.Learner actor, String what, Outcome outcome, String reason, UUID id) implements LedgerEvent {
    static EmailEvent done(Actor.Learner learner, String what, UUID id) {
        return new EmailEvent(learner, what, Outcome.ALLOWED, "", id);
    }

    static EmailEvent wrongCode(Actor.Learner learner, UUID id) {
        return new EmailEvent(learner, "account.email-confirmed", Outcome.REFUSED, "wrong-code", id);
    }

    @Override
    public Optional<Uln> subject() {
        return Optional.of(actor.uln());
    }

    @Override
    public Basis basis() {
        return Basis.OWN;
    }

    @Override
    public Optional<UUID> about() {
        return Optional.of(id);
    }

    @Override
    public List<String> fields() {
        return List.of("email");
    }

    @Override
    public String proof() {
        return "account";
    }
}
