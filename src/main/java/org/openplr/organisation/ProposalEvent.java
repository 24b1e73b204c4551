package org.openplr.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** An administrator proposed or decided, or was not let; it is about no learner. */
record ProposalEvent(Actor actor, String what, Outcome outcome, String reason, UUID proposal) implements LedgerEvent {
    @Override
    public Optional<Uln> subject() {
        return Optional.empty();
    }

    @Override
    public Optional<UUID> about() {
        return Optional.of(proposal);
    }

    @Override
    public Basis basis() {
        return Basis.SERVICE;
    }

    @Override
    public String purpose() {
        return "";
    }

    @Override
    public List<String> fields() {
        return List.of();
    }

    @Override
    public String proof() {
        return "account";
    }
}
