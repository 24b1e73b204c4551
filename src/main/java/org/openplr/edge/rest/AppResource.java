package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.share.AppLooks;

/** For apps, with a token that a learner allowed them. */
@Path("app")
@Produces("application/json")
@Needs(Right.READ_AS_APP)
public class AppResource {
    private final Caller caller;
    private final AppLooks looks;

    @Inject
    public AppResource(Caller caller, AppLooks looks) {
        this.caller = caller;
        this.looks = looks;
    }

    /** The record as far as the learner allows it; each time is a look, and they see it. */
    @GET
    @Path("record")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OpenShareResource.Shared.class)))
    public Response record(@Context HttpHeaders headers, @Context UriInfo uri) {
        return OpenShareResource.answer(looks.open(caller.app()), Mistake.notFound(), headers, uri);
    }
}
