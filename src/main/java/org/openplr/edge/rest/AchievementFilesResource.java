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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.openplr.edge.rest.LearnerFilesResource.RemarkJson;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.record.AchievementCounts;
import org.openplr.record.AchievementFile;
import org.openplr.record.AchievementFiles;

/** Files of achievements: sent, watched, and what was not taken fetched, by an awarding organisation's people and systems. */
@Path(AchievementFilesResource.PATH)
@Needs(Right.MAINTAIN_ACHIEVEMENTS)
public class AchievementFilesResource {
    /** Where bodies may be as large as files are. */
    static final String PATH = "achievement-files";

    private final Caller caller;
    private final AchievementFiles files;

    @Inject
    public AchievementFilesResource(Caller caller, AchievementFiles files) {
        this.caller = caller;
        this.files = files;
    }

    /**
     * What became of the rows, as GetAchievementBatchJob of the LRS counts them.
     *
     * @param unchanged they said what was there already
     * @param provisional of those that were taken, the ones that may still change
     */
    public record CountsJson(
            int created,
            int updated,
            int unchanged,
            int withdrawn,
            int reinstated,
            int promotedToFinal,
            int provisional,
            int learnerDataErrors,
            int fieldDataErrors,
            int businessRuleErrors) {
        static CountsJson of(AchievementCounts counts) {
            return new CountsJson(
                    counts.created(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.withdrawn(),
                    counts.reinstated(),
                    counts.promoted(),
                    counts.provisional(),
                    counts.learnerData(),
                    counts.fieldData(),
                    counts.businessRules());
        }
    }

    /**
     * A file.
     *
     * @param state {@code waiting}, {@code running}, {@code done}, {@code refused}, {@code failed} or {@code forgotten}
     * @param rows how many achievements it has, 0 before it was read
     * @param done how many of them are worked off
     * @param remarks what there is to say of its cells, the first 500; only where one file is asked for
     */
    public record AchievementFileJson(
            UUID id,
            String name,
            String state,
            Instant sent,
            @Nullable Instant ended,
            int rows,
            int done,
            CountsJson counts,
            @Nullable List<RemarkJson> remarks) {
        static AchievementFileJson of(AchievementFile one, @Nullable List<RemarkJson> remarks) {
            var file = one.file();
            return new AchievementFileJson(
                    file.id(),
                    file.name(),
                    file.state().text(),
                    file.sent(),
                    file.ended(),
                    file.rows(),
                    file.done(),
                    CountsJson.of(one.counts()),
                    remarks);
        }
    }

    /**
     * Sends a file. CSV of our own form, or the LRS's message SubmitAchievementBatchJob. The same content again is the same file,
     * worked off once.
     *
     * @param name by which you find it again
     */
    @POST
    @Consumes({"text/csv", MediaType.APPLICATION_XML, MediaType.TEXT_XML, "application/octet-stream"})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "202",
            description = "It is taken, and worked off from now on",
            content = @Content(schema = @Schema(implementation = AchievementFileJson.class)))
    public Response send(
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException {
        var user = caller.organisation();
        var sent = files.send(user, name, SentFiles.language(headers), body.readAllBytes());
        var json = AchievementFileJson.of(sent.file(), null);
        return SentFiles.taken(json, sent.file().file().id(), sent.again(), uri);
    }

    /** The organisation's files, newest first, at most a hundred. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageJson<AchievementFileJson> all() {
        return new PageJson<>(
                files.of(caller.organisation()).stream()
                        .map(file -> AchievementFileJson.of(file, null))
                        .toList(),
                null);
    }

    /** One, with how far it is, what became of its rows, and what there is to mend. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public AchievementFileJson one(
            @PathParam("id") String id,
            @QueryParam("lang") @DefaultValue("") String lang,
            @Context HttpHeaders headers) {
        var user = caller.organisation();
        var file = there(files.find(user, MySharesResource.id(id)));
        var remarks = files.remarks(user, file.file().id(), SentFiles.REMARKS);
        return AchievementFileJson.of(file, SentFiles.told(remarks, lang, headers));
    }

    /** Its rows that were not taken, each with its line, codes and words, once it is done: mended, they can be sent as they are. */
    @GET
    @Path("{id}/answer")
    @Produces({"text/csv;charset=UTF-8", MediaType.APPLICATION_XML})
    @APIResponse(
            responseCode = "200",
            description = "CSV, or for XML the response GetAchievementBatchJobResponse with the CSV as its error file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response answer(@PathParam("id") String id) {
        var user = caller.organisation();
        var file = there(files.find(user, MySharesResource.id(id)));
        return SentFiles.answered(files.answer(user, file.file().id()));
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(Mistake::notFound);
    }
}
