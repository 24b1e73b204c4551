package org.openplr.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** Something about the service itself and about no learner: its systems, the people and agreements of organisations. */
public record ServiceEvent(
        Actor actor, String what, Outcome outcome, String reason, Optional<UUID> about, List<String> fields)
        implements LedgerEvent {
    /**
     * It is done.
     *
     * @param fields the names of those that changed
     */
    public static ServiceEvent done(Actor actor, String what, UUID about, String... fields) {
        return new ServiceEvent(actor, what, Outcome.ALLOWED, "", Optional.of(about), List.of(fields));
    }

    /** It was refused. */
    public static ServiceEvent refused(Actor actor, String what, String reason, Optional<UUID> about) {
        return new ServiceEvent(actor, what, Outcome.REFUSED, reason, about, List.of());
    }

    @Override
    public Optional<Uln> subject() {
        return Optional.empty();
    }

    @Override
    public Basis basis() {
        return Basis.SERVICE;
    }

    @Override
    public String proof() {
        return switch (actor) {
            case Actor.ForLearner _, Actor.Person _, Actor.Addressee _, Actor.Administrator _ -> "account";
            case Actor.App _ -> "registered";
            case Actor.Checker _, Actor.System _ -> "";
        };
    }
}
