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
 * Something about the address of somebody's account.
 *
 * @param id of the code or of the address given up: never the address itself
 */
record EmailEvent(Actor actor, String what, Outcome outcome, String reason, UUID id) implements LedgerEvent {
    static EmailEvent done(Actor who, String what, UUID id) {
        return new EmailEvent(who, what, Outcome.ALLOWED, "", id);
    }

    static EmailEvent wrongCode(Actor who, UUID id) {
        return new EmailEvent(who, "account.email-confirmed", Outcome.REFUSED, "wrong-code", id);
    }

    @Override
    public Optional<Uln> subject() {
        return actor instanceof Actor.Learner learner ? Optional.of(learner.uln()) : Optional.empty();
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
