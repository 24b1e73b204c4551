package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Evidence;
import org.openplr.challenge.GivingEvidence;
import org.openplr.party.Right;
import org.openplr.platform.Attachment;
import org.openplr.platform.Mistake;

/** Files in data challenges: an organisation reads those in what it owns, and gives them in what it raised for its learners. */
@Path("challenges")
@Needs(Right.ANSWER_CHALLENGES)
public class EvidenceResource {
    private final Caller caller;
    private final Challenges challenges;
    private final GivingEvidence giving;
    private final Evidence evidence;

    @Inject
    public EvidenceResource(Caller caller, Challenges challenges, GivingEvidence giving, Evidence evidence) {
        this.caller = caller;
        this.challenges = challenges;
        this.giving = giving;
        this.evidence = evidence;
    }

    /** Gives one file (PDF, PNG or JPEG, 10 MB at most) as the body, its name in Content-Disposition, in what the organisation raised. */
    @POST
    @Path("{id}/evidence")
    @Consumes({"application/pdf", "image/png", "image/jpeg", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The file is kept",
            content = @Content(schema = @Schema(implementation = EvidenceJson.class)))
    public Response give(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) @DefaultValue("") String disposition,
            InputStream body,
            @Context UriInfo uri)
            throws IOException {
        var user = caller.organisation();
        var one = challenges
                .find(user, MySharesResource.id(id))
                .orElseThrow(Mistake::notFound)
                .challenge();
        var offer = new GivingEvidence.Offer(Attachment.name(disposition), body.readAllBytes(), "");
        return EvidenceJson.given(giving.give(user, one.id(), one.revision(), offer), uri.getAbsolutePath());
    }

    /** The files that were given, those that are deleted by now too. */
    @GET
    @Path("{id}/evidence")
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceJson.Listed all(@PathParam("id") String id) {
        return EvidenceJson.Listed.of(evidence.of(caller.organisation(), MySharesResource.id(id)));
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
                evidence.fetch(caller.organisation(), MySharesResource.id(id), EvidenceJson.number(number)));
    }
}
