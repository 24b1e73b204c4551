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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.edge.rest.LearnerFilesResource.LearnerFileJson;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Right;

/** Files of data challenges that a provider raises for its learners: sent, watched, and what was not taken fetched. */
@Path(ChallengeFilesResource.PATH)
@Needs(Right.CHALLENGE_FOR_LEARNERS)
public class ChallengeFilesResource extends SentFiles {
    /** Where bodies may be as large as files are. */
    static final String PATH = "challenge-files";

    @Inject
    public ChallengeFilesResource(Caller caller, LearnerFiles files) {
        super(caller, files, About.CHALLENGES);
    }

    /**
     * Sends a file. CSV of our own form, at most a thousand rows. The same content again is the same file, worked off once.
     *
     * @param name by which you find it again
     */
    @POST
    @Consumes({"text/csv", "application/octet-stream"})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "202",
            description = "It is taken, and worked off from now on",
            content = @Content(schema = @Schema(implementation = LearnerFileJson.class)))
    public Response send(
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException {
        return taken(LearnerFile.Kind.CHALLENGES, name, body, headers, uri);
    }

    /** The organisation's files, newest first, at most a hundred. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageJson<LearnerFileJson> all() {
        return listed();
    }

    /** One, with how far it is and what there is to mend. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public LearnerFileJson one(
            @PathParam("id") String id,
            @QueryParam("lang") @DefaultValue("") String lang,
            @Context HttpHeaders headers) {
        return found(id, lang, headers);
    }

    /** Its rows that were not taken, each with its line, codes and words, once it is done: mended, they can be sent as they are. */
    @GET
    @Path("{id}/answer")
    @Produces("text/csv;charset=UTF-8")
    @APIResponse(
            responseCode = "200",
            description = "The rows to mend",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response answer(@PathParam("id") String id) {
        return answered(id);
    }
}
