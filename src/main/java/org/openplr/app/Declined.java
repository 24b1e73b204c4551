package org.openplr.app;

import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** A learner said no to an app. What they allow is in the ledger as the share it is. */
record Declined(Actor.Learner actor, UUID app) implements LedgerEvent {
    @Override
    public Optional<Uln> subject() {
        return Optional.of(actor.uln());
    }

    @Override
    public String what() {
        return "app.declined";
    }

    @Override
    public Basis basis() {
        return Basis.OWN;
    }

    @Override
    public Outcome outcome() {
        return Outcome.ALLOWED;
    }

    @Override
    public String reason() {
        return "";
    }

    @Override
    public Optional<UUID> about() {
        return Optional.of(app);
    }

    @Override
    public String proof() {
        return "account";
    }
}
