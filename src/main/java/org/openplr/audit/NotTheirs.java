package org.openplr.audit;

import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/**
 * Somebody reached for what is another learner's. To them it is as if it were not there; the learner whose it is sees that they
 * tried.
 *
 * <p>Whoever answers such a try with a mistake throws {@link org.openplr.platform.Mistake#noted() a noted one}, or the entry
 * would be undone.
 *
 * @param actor who has nothing to do with it
 * @param owner whose it is
 * @param about the thing, where the learner can find it by its id
 */
public record NotTheirs(Actor actor, Uln owner, String what, Optional<UUID> about) implements LedgerEvent {
    static final String REASON = "not-owner";

    @Override
    public Optional<Uln> subject() {
        return Optional.of(owner);
    }

    @Override
    public Basis basis() {
        return Basis.OWN;
    }

    @Override
    public Outcome outcome() {
        return Outcome.REFUSED;
    }

    @Override
    public String reason() {
        return REASON;
    }

    @Override
    public String proof() {
        return "account";
    }
}
