package org.openplr.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** What was done with the people of an organisation, or refused; it is about no learner. */
record PeopleEvent(Actor actor, String what, Outcome outcome, String reason, Optional<UUID> about, List<String> fields)
        implements LedgerEvent {
    static PeopleEvent done(Actor actor, String what, UUID about, String... fields) {
        return new PeopleEvent(actor, what, Outcome.ALLOWED, "", Optional.of(about), List.of(fields));
    }

    static PeopleEvent refused(Actor actor, String what, String reason, Optional<UUID> about) {
        return new PeopleEvent(actor, what, Outcome.REFUSED, reason, about, List.of());
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
    public String purpose() {
        return "";
    }

    @Override
    public String proof() {
        return "account";
    }
}
