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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/** Files of learners: sent, watched, and their answers fetched, by an organisation's people and systems. */
@Path("learner-files")
@Needs(Right.SEND_LEARNER_FILES)
public class LearnerFilesResource extends SentFiles {
    /** Where bodies may be as large as files are. */
    static final String PATH = "learner-files";

    @Inject
    public LearnerFilesResource(Caller caller, LearnerFiles files) {
        super(caller, files, About.LEARNERS);
    }

    /**
     * A file.
     *
     * @param kind {@code register}, {@code verify} or {@code relate}
     * @param state {@code waiting}, {@code running}, {@code done}, {@code refused}, {@code failed} or {@code forgotten}
     * @param rows how many learners it has, 0 before it was read
     * @param done how many of them are answered
     * @param good how many of those have nothing to mend
     * @param remarks what there is to say of its cells, the first 500; only where one file is asked for
     */
    public record LearnerFileJson(
            UUID id,
            String kind,
            String name,
            String state,
            Instant sent,
            @Nullable Instant ended,
            int rows,
            int done,
            int good,
            @Nullable List<RemarkJson> remarks) {
        static LearnerFileJson of(LearnerFile file, @Nullable List<RemarkJson> remarks) {
            return new LearnerFileJson(
                    file.id(),
                    file.kind().text(),
                    file.name(),
                    file.state().text(),
                    file.sent(),
                    file.ended(),
                    file.rows(),
                    file.done(),
                    file.good(),
                    remarks);
        }
    }

    /**
     * Something to say of a cell.
     *
     * @param line of the file, from 1; 0 for none
     * @param column as the form names it, empty for the whole line
     * @param code stable
     * @param text the words for it, in English or Welsh
     * @param fault whether the row was not taken for it
     */
    public record RemarkJson(int line, String column, String code, String text, boolean fault) {
        static RemarkJson of(FileRemark remark, Texts texts) {
            var words = texts.find("file.remark." + remark.code(), remark.detail());
            return new RemarkJson(
                    remark.line(), remark.column(), remark.code(), words.orElse(remark.code()), remark.fault());
        }
    }

    /**
     * Sends a file. CSV or XML, its content tells. The same content again is the same file, worked off once.
     *
     * @param kind {@code register}: LRS batch registration 2A, or the message SubmitBatch; {@code verify}: CSV with the columns ULN,
     *     GivenName, FamilyName, DateOfBirth, Gender and MISIdentifier, or the message SubmitVerifyBatch; {@code relate}, what
     *     learners have to do with the organisation: CSV with the columns ULN, GivenName, FamilyName, DateOfBirth, Kind, From,
     *     Until, Source, Evidence and MISIdentifier
     * @param name by which you find it again
     */
    @POST
    @Consumes({"text/csv", MediaType.APPLICATION_XML, MediaType.TEXT_XML, "application/octet-stream"})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "202",
            description = "It is taken, and worked off from now on",
            content = @Content(schema = @Schema(implementation = LearnerFileJson.class)))
    public Response send(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException {
        var wanted = LearnerFile.Kind.parse(kind)
                .orElseThrow(() -> Mistake.unprocessable(Fault.at("kind", "unknown-value")));
        return taken(wanted, name, body, headers, uri);
    }

    /** The organisation's files, newest first, at most a hundred. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageJson<LearnerFileJson> all() {
        return listed();
    }

    /** One, with how far it is and what there is to say of it. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public LearnerFileJson one(
            @PathParam("id") String id,
            @QueryParam("lang") @DefaultValue("") String lang,
            @Context HttpHeaders headers) {
        return found(id, lang, headers);
    }

    /** Its answer, once it is done: the same columns with a code and a reason for every row. */
    @GET
    @Path("{id}/answer")
    @Produces({"text/csv;charset=UTF-8", MediaType.APPLICATION_XML})
    @APIResponse(
            responseCode = "200",
            description = "The answer, CSV or XML as the file was",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response answer(@PathParam("id") String id) {
        return answered(id);
    }
}
