package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openplr.audit.Checkpoint;
import org.openplr.audit.LedgerVerification;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** The ledger's head, open to all: who keeps it can tell later whether the ledger was set back. */
@Path("ledger")
@Needs(Right.VERIFY_US)
public class LedgerResource {
    private final LedgerVerification ledger;

    @Inject
    public LedgerResource(LedgerVerification ledger) {
        this.ledger = ledger;
    }

    /** The last checkpoint as a signed note (C2SP tlog-checkpoint); not found before the first entry is sealed. */
    @GET
    @Path("checkpoint")
    @Produces("text/plain;charset=UTF-8")
    public Response checkpoint() {
        return text(ledger.head().map(Checkpoint::note));
    }

    /** The key that verifies checkpoints, {@code name+hash+base64} (C2SP signed-note). */
    @GET
    @Path("key")
    @Produces("text/plain;charset=UTF-8")
    public Response key() {
        return text(ledger.verifierKey());
    }

    private static Response text(Optional<String> text) {
        var found = text.orElseThrow(Mistake::notFound);
        return Response.ok(found.getBytes(StandardCharsets.UTF_8)).build();
    }
}
