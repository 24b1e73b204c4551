package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.share.Inbox;
import org.openplr.share.ReceivedShare;
import org.openplr.share.SharedScope;

/** The shares that were granted to an organisation of one of the registers, for its signed-in people and its systems. */
@Path("shares/inbox")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.USE_INBOX)
public class InboxResource {
    private static final int LONGEST_PURPOSE = 200;

    private final Caller caller;
    private final Inbox inbox;

    @Inject
    public InboxResource(Caller caller, Inbox inbox) {
        this.caller = caller;
        this.inbox = inbox;
    }

    /**
     * A share that was granted to the organisation; nobody's name.
     *
     * @param purpose what the learner shared for, one letter
     * @param scope what kind of things it shows
     * @param phrase three words that the learner has too
     * @param opened how often users of the organisation have opened it
     */
    public record ReceivedJson(
            UUID id,
            String purpose,
            SharedScope scope,
            String phrase,
            Instant granted,
            Instant expires,
            int opened,
            @Nullable Integer maxViews) {
        static ReceivedJson of(ReceivedShare share) {
            return new ReceivedJson(
                    share.id(),
                    String.valueOf(share.purpose().letter()),
                    share.scope(),
                    share.phrase(),
                    share.granted(),
                    share.stops(),
                    share.opened(),
                    share.maxViews());
        }
    }

    /** Why the caller looks, in words that the learner sees. */
    public record Look(@Nullable String purpose) {}

    /** The shares that stand and that the caller's roles may open, newest first. */
    @GET
    public PageJson<ReceivedJson> list(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var from = Optional.of(cursor).filter(c -> !c.isEmpty());
        var page = inbox.list(caller.addressee(), from, PageJson.limit(limit));
        return new PageJson<>(
                page.items().stream().map(ReceivedJson::of).toList(),
                page.next().orElse(null));
    }

    /** Opens one; one opening is one look. */
    @POST
    @Path("{id}/open")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OpenShareResource.Shared.class)))
    public Response open(
            @PathParam("id") String id, @Nullable Look look, @Context HttpHeaders headers, @Context UriInfo uri) {
        var user = caller.addressee();
        var faults = new Faults();
        var purpose = faults.text("/purpose", look == null ? null : look.purpose, LONGEST_PURPOSE)
                .orElse("");
        faults.throwIfAny();
        var opened = inbox.open(user, MySharesResource.id(id), purpose);
        return OpenShareResource.answer(opened, Mistake.notFound(), headers, uri);
    }
}
