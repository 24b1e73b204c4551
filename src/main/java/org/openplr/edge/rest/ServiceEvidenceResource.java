package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.challenge.Evidence;
import org.openplr.party.Right;

/** Files in data challenges that the service answers: what nobody else owns, and what is appealed. */
@Path("service/challenges")
@Needs(Right.SETTLE_CHALLENGES)
public class ServiceEvidenceResource {
    private final Caller caller;
    private final Evidence evidence;

    @Inject
    public ServiceEvidenceResource(Caller caller, Evidence evidence) {
        this.caller = caller;
        this.evidence = evidence;
    }

    /** The files that were given, those that are deleted by now too; none where it is not the service's to answer. */
    @GET
    @Path("{id}/evidence")
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceJson.Listed all(@PathParam("id") String id) {
        return EvidenceJson.Listed.of(evidence.of(caller.signedIn(), MySharesResource.id(id)));
    }

    /** One of the files; that it was fetched is in the ledger, where the learner sees it. */
    @GET
    @Path("{id}/evidence/{number}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @APIResponse(
            responseCode = "200",
            description = "The file, to be kept; what it is says the list",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response one(@PathParam("id") String id, @PathParam("number") String number) {
        return EvidenceJson.fetched(
                evidence.fetch(caller.signedIn(), MySharesResource.id(id), EvidenceJson.number(number)));
    }
}
