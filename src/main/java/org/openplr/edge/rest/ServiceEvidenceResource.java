package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.openplr.challenge.Evidence;
import org.openplr.party.Actor;
import org.openplr.party.Right;

/** Files in data challenges that the service answers: what nobody else owns, and what is appealed. */
@Path("service/challenges")
@Needs(Right.SETTLE_CHALLENGES)
public class ServiceEvidenceResource extends EvidenceReading {
    private final Caller caller;

    @Inject
    public ServiceEvidenceResource(Caller caller, Evidence evidence) {
        super(evidence);
        this.caller = caller;
    }

    @Override
    Actor reader() {
        return caller.signedIn();
    }
}
