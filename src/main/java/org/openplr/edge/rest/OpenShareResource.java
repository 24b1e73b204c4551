package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.share.Correction;
import org.openplr.share.Opened;
import org.openplr.share.Opening;
import org.openplr.share.SharedRecord;
import org.openplr.share.SharedScope;
import org.openplr.share.ViewReceipt;

/** Opens a share for whoever has its link, or its code and second factor. Only a POST ever counts. */
@Path("shares/open")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.OPEN_SHARE)
public class OpenShareResource {
    private final Opening opening;
    private final Caller caller;

    @Inject
    public OpenShareResource(Opening opening, Caller caller) {
        this.opening = opening;
        this.caller = caller;
    }

    /**
     * The record as far as shared, with the three dates and the receipt of this view.
     *
     * @param corrections of what the viewer was shown before; of a share that is fixed, of what it shows
     */
    public record Shared(
            SharedRecord record,
            SharedScope scope,
            Dates dates,
            List<Correction> corrections,

            @JsonRawValue @Schema(implementation = ViewReceipt.class)
            String receipt) {}

    /**
     * Three dates, never one.
     *
     * @param resultValidUntil absent: the results shown have no end of their own
     */
    public record Dates(Instant linkStops, @Nullable Instant resultValidUntil, LocalDate deleteBy) {}

    /** Opens a share. */
    @POST
    public Response open(OpenRequest request, @Context HttpHeaders headers, @Context UriInfo uri) {
        var faults = new Faults();
        var viewer = request.viewer(caller.client(), faults);
        var proof = request.proof(faults);
        faults.throwIfAny();
        return answer(opening.open(proof, viewer), Mistake.of(Mistake.Kind.NOT_FOUND, "share-not-shown"), headers, uri);
    }

    /** What an opening came to. */
    static Response answer(Opened opened, Mistake refusal, HttpHeaders headers, UriInfo uri) {
        return switch (opened) {
            case Opened.Shown shown -> Response.ok(shared(shown)).build();
            case Opened.Refused refused -> throw refusal;
            case Opened.Ended ended -> GoneJson.answer(ended, headers, uri);
            case Opened.Throttled throttled -> throw Mistake.tooMany(throttled.retryAfterSeconds());
        };
    }

    private static Shared shared(Opened.Shown shown) {
        return new Shared(
                shown.record(),
                SharedScope.of(shown.share().scope()),
                new Dates(shown.linkStops(), null, shown.deleteBy()),
                shown.corrections(),
                shown.receipt());
    }
}
