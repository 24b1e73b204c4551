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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Evidence;
import org.openplr.challenge.GivingEvidence;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Step;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Attachment;
import org.openplr.platform.Mistake;

/** What a learner gives in a data challenge: words, and certificates and letters as files. */
@Path("me/challenges")
@Needs(Right.CHALLENGE)
public class MyEvidenceResource {
    private final Caller caller;
    private final Challenges challenges;
    private final Handling handling;
    private final GivingEvidence giving;
    private final Evidence evidence;

    @Inject
    public MyEvidenceResource(
            Caller caller, Challenges challenges, Handling handling, GivingEvidence giving, Evidence evidence) {
        this.caller = caller;
        this.challenges = challenges;
        this.handling = handling;
        this.giving = giving;
        this.evidence = evidence;
    }

    /** Gives evidence: what was asked for, or what else there is, words as JSON, or one file (PDF, PNG or JPEG, 10 MB at most) as the body, its name in Content-Disposition. */
    @POST
    @Path("{id}/evidence")
    @Consumes({
        MediaType.APPLICATION_JSON,
        "application/pdf",
        "image/png",
        "image/jpeg",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MyChallengesResource.Words.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "The file is kept",
            content = @Content(schema = @Schema(implementation = EvidenceJson.class)))
    @APIResponse(responseCode = "204", description = "The words are added")
    public Response give(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) @DefaultValue("") String disposition,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException {
        var learner = caller.learner();
        var one = there(learner, MySharesResource.id(id));
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())) {
            say(learner, one, body);
            return Response.noContent().build();
        }
        var offer = new GivingEvidence.Offer(Attachment.name(disposition), body.readAllBytes(), "");
        return EvidenceJson.given(giving.give(learner, one.id(), one.revision(), offer), uri.getAbsolutePath());
    }

    private void say(Actor.Learner learner, Challenge one, InputStream body) throws IOException {
        var said = (MyChallengesResource.Words) Json.read(MyChallengesResource.Words.class, body);
        var words = Objects.requireNonNullElse(said.words(), "");
        StepRequest.done(handling.take(learner, one.id(), one.revision(), Step.GIVE, words));
    }

    private Challenge there(Actor.Learner learner, UUID id) {
        return challenges.find(learner, id).orElseThrow(Mistake::notFound).challenge();
    }

    /** The files that were given, those that are deleted by now too. */
    @GET
    @Path("{id}/evidence")
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceJson.Listed all(@PathParam("id") String id) {
        return EvidenceJson.Listed.of(evidence.of(caller.learner(), MySharesResource.id(id)));
    }

    /** One of the files; that it was fetched is in the ledger. */
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
                evidence.fetch(caller.learner(), MySharesResource.id(id), EvidenceJson.number(number)));
    }
}
