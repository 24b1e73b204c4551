package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.LedgerEntry;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.recipient.KnownNames;
import org.openplr.share.Granted;
import org.openplr.share.Idempotency;
import org.openplr.share.Share;
import org.openplr.share.SharedRecord;
import org.openplr.share.Shares;
import org.openplr.share.Sharing;

/** A learner's shares. Somebody else's is not there. */
@Path("me/shares")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.SHARE)
public class MySharesResource {
    private final Caller caller;
    private final Sharing sharing;
    private final Shares shares;
    private final KnownNames known;
    private final InstantSource clock;

    @Inject
    public MySharesResource(Caller caller, Sharing sharing, Shares shares, KnownNames known, InstantSource clock) {
        this.caller = caller;
        this.sharing = sharing;
        this.shares = shares;
        this.known = known;
        this.clock = clock;
    }

    /** All of a learner's shares, newest first. */
    public record Listed(List<ShareJson> items) {}

    /** Exactly what the recipient gets. */
    public record Preview(SharedRecord record) {}

    /** A new end. */
    public record Change(@Nullable Instant expires) {}

    /** Nothing, or an object without members. */
    public record Nothing() {}

    /** Makes a share. */
    @POST
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    public Response share(ShareRequest request, @Context HttpHeaders headers, @Context UriInfo uri) {
        var learner = caller.learner();
        var granted = sharing.share(learner, request.offer(clock.instant()), call(headers, request));
        return created(granted, uri.getAbsolutePathBuilder());
    }

    /** All shares, newest first, also those that have ended. */
    @GET
    public Listed all() {
        return new Listed(
                shares.of(caller.learner()).stream().map(ShareJson::of).toList());
    }

    /** One share, with the entity tag that a change of it asks for. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        return answer(there(shares.find(caller.learner(), id(id))));
    }

    /** Moves the end of a share. */
    @PATCH
    @Path("{id}")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, schema = @Schema(type = SchemaType.STRING))
    public Response change(@PathParam("id") String id, Change change, @Context HttpHeaders headers) {
        var learner = caller.learner();
        var faults = new Faults();
        var end = faults.required("/expires", change.expires);
        faults.throwIfAny();
        var share = there(shares.find(learner, id(id)));
        Conditions.requireMatch(headers, share.revision());
        return answer(there(shares.changeEnd(learner, share.id(), end.orElseThrow(), share.revision())));
    }

    /** Who looked, and who was refused. */
    @GET
    @Path("{id}/views")
    public ViewsJson views(@PathParam("id") String id) {
        var learner = caller.learner();
        var share = id(id);
        var views = there(shares.views(learner, share));
        var ledger = there(shares.ledger(learner, share));
        var names = known.of(ledger.stream().map(LedgerEntry::organisation).toList());
        return ViewsJson.of(views, ledger, names);
    }

    /** Exactly what the recipient of a share gets now. */
    @GET
    @Path("{id}/preview")
    public Preview preview(@PathParam("id") String id) {
        return new Preview(there(shares.preview(caller.learner(), id(id))));
    }

    /** Takes a share back; again changes nothing. */
    @POST
    @Path("{id}/withdraw")
    public void withdraw(@PathParam("id") String id, @Nullable Nothing nothing) {
        there(shares.withdraw(caller.learner(), id(id)));
    }

    /** A new link and code, and where the recipient signs in only a new end; the old share stops. */
    @POST
    @Path("{id}/renew")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    public Response renew(
            @PathParam("id") String id, Change change, @Context HttpHeaders headers, @Context UriInfo uri) {
        var learner = caller.learner();
        var granted = there(shares.renew(learner, id(id), change.expires, call(headers, List.of(id, change))));
        return created(granted, uri.getBaseUriBuilder().path(MySharesResource.class));
    }

    private static Response created(Granted granted, UriBuilder shares) {
        return Response.created(shares.path(granted.share().id().toString()).build())
                .tag(Conditions.tag(granted.share().revision()))
                .entity(ShareJson.of(granted))
                .build();
    }

    private static Response answer(Share share) {
        return Response.ok(ShareJson.of(share))
                .tag(Conditions.tag(share.revision()))
                .build();
    }

    private static Optional<Idempotency> call(HttpHeaders headers, Object request) {
        return Conditions.idempotencyKey(headers)
                .map(key -> new Idempotency(key, new String(Json.bytes(request), StandardCharsets.UTF_8)));
    }

    /** The id of a share; what cannot be one is of none. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Mistake.notFound();
        }
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(Mistake::notFound);
    }
}
