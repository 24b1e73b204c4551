package org.openplr.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** What happened to a system of an organisation, or was refused; it is about no learner. */
record ClientEvent(Actor actor, String what, Outcome outcome, String reason, Optional<UUID> about, List<String> fields)
        implements LedgerEvent {
    static ClientEvent done(Actor actor, String what, ApiClient client, String... fields) {
        return new ClientEvent(actor, what, Outcome.ALLOWED, "", Optional.of(client.id()), List.of(fields));
    }

    static ClientEvent refused(Actor actor, String what, String reason, Optional<UUID> about) {
        return new ClientEvent(actor, what, Outcome.REFUSED, reason, about, List.of());
    }

    /** A system as the one who acts. */
    static Actor.OrganisationUser actor(ApiClient client) {
        return new Actor.OrganisationUser(client.id(), client.organisation(), client.roles());
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
        return actor instanceof Actor.OrganisationUser ? "account" : "";
    }
}
