package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.openplr.audit.Checkpoint;
import org.openplr.audit.LedgerVerification;
import org.openplr.platform.Mistake;

/** The ledger's head, open to all: who keeps it can tell later whether the ledger was set back. */
@Path("ledger/checkpoint")
public class LedgerResource {
    private final LedgerVerification ledger;

    @Inject
    public LedgerResource(LedgerVerification ledger) {
        this.ledger = ledger;
    }

    /** The last checkpoint as a signed note (C2SP tlog-checkpoint); not found before the first entry is sealed. */
    @GET
    @Produces("text/plain;charset=UTF-8")
    public Response checkpoint() {
        var note = ledger.head().map(Checkpoint::note).orElseThrow(Mistake::notFound);
        return Response.ok(note.getBytes(StandardCharsets.UTF_8)).build();
    }
}
