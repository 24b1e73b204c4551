package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.openplr.edge.rest.LearnerFilesResource.LearnerFileJson;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerUpload;
import org.openplr.learner.LearnerUploads;
import org.openplr.learner.LearnerUploads.Announced;
import org.openplr.learner.LearnerUploads.Appended;
import org.openplr.learner.LearnerUploads.Begun;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/**
 * Files of learners in parts, for lines that break: begin, append parts with the headers of the IETF's resumable uploads, ask
 * how much is there, go on.
 */
@Path(LearnerUploadsResource.PATH)
@Needs(Right.SEND_LEARNER_FILES)
@Produces(MediaType.APPLICATION_JSON)
public class LearnerUploadsResource {
    /** Beneath it bodies may be as large as files are. */
    static final String PATH = "learner-uploads";

    static final String OFFSET = "Upload-Offset";
    static final String COMPLETE = "Upload-Complete";
    static final String LENGTH = "Upload-Length";

    private final Caller caller;
    private final LearnerUploads uploads;

    @Inject
    public LearnerUploadsResource(Caller caller, LearnerUploads uploads) {
        this.caller = caller;
        this.uploads = uploads;
    }

    /**
     * What a file will be.
     *
     * @param kind {@code register}, {@code verify} or {@code relate}
     * @param size in bytes, 33,554,432 at most
     * @param sha256 the digest of the whole file, in hexadecimal
     */
    public record UploadRequest(
            @Nullable String kind,
            @Nullable String name,
            @Nullable Long size,
            @Nullable String sha256) {}

    /**
     * A file that is not whole yet.
     *
     * @param received bytes that are there: the next part begins here
     * @param expires when it is deleted if it is not whole
     */
    public record UploadJson(UUID id, String kind, String name, int size, int received, Instant expires) {
        static UploadJson of(LearnerUpload one) {
            return new UploadJson(one.id(), one.kind().text(), one.name(), one.size(), one.received(), one.expires());
        }
    }

    /** Says which file will come in parts. Where the same file was sent before, that one is answered and nothing need be sent. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "Parts may come, for 24 hours",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where they go",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = UploadJson.class)))
    public Response begin(UploadRequest request, @Context HttpHeaders headers, @Context UriInfo uri) {
        var user = caller.organisation();
        var faults = new Faults();
        var kind = LearnerFile.Kind.parse(Objects.requireNonNullElse(request.kind, ""));
        if (kind.isEmpty()) faults.add("/kind", "unknown-value");
        var size = faults.required("/size", request.size);
        var digest = faults.required("/sha256", request.sha256);
        faults.throwIfAny();
        var name = Objects.requireNonNullElse(request.name, "");
        var announced = new Announced(
                kind.orElseThrow(),
                name,
                SentFiles.language(headers),
                size.orElseThrow(),
                digest.orElseThrow().strip().toLowerCase(Locale.ROOT));
        return switch (uploads.begin(user, announced)) {
            case Begun.Upload(var upload) ->
                described(
                                Response.created(uri.getAbsolutePathBuilder()
                                        .path(upload.id().toString())
                                        .build()),
                                upload)
                        .entity(UploadJson.of(upload))
                        .build();
            case Begun.Known(var file) ->
                Response.ok(LearnerFileJson.of(file, null))
                        .contentLocation(place(uri, file))
                        .build();
        };
    }

    /** How much of it is there; HEAD tells the same in headers. */
    @GET
    @Path("{id}")
    @APIResponse(
            responseCode = "200",
            description = "The next part begins at what is there",
            content = @Content(schema = @Schema(implementation = UploadJson.class)))
    public Response one(@PathParam("id") String id) {
        var user = caller.organisation();
        var upload = uploads.find(user, About.LEARNERS, MySharesResource.id(id)).orElseThrow(Mistake::notFound);
        var unkept = new CacheControl();
        unkept.setNoStore(true);
        return described(Response.ok(UploadJson.of(upload)), upload)
                .cacheControl(unkept)
                .build();
    }

    /** Appends a part, where the last one ended. After the last part, the answer is that of a file that was sent. */
    @PATCH
    @Path("{id}")
    @Consumes("application/partial-upload")
    @Parameter(
            name = OFFSET,
            in = ParameterIn.HEADER,
            required = true,
            description = "Where the part begins",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(responseCode = "204", description = "It is there, and more is to come")
    @APIResponse(
            responseCode = "202",
            description = "It was the last, and the file is worked off from now on",
            content = @Content(schema = @Schema(implementation = LearnerFileJson.class)))
    @APIResponse(responseCode = "409", description = "The next part begins at Upload-Offset")
    public Response append(
            @PathParam("id") String id, InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
            throws IOException {
        var user = caller.organisation();
        var upload = MySharesResource.id(id);
        if (uploads.find(user, About.LEARNERS, upload).isEmpty()) throw Mistake.notFound();
        var offset = offset(headers);
        return switch (uploads.append(user, upload, offset, body.readAllBytes())) {
            case Appended.More(var now) -> described(Response.noContent(), now).build();
            case Appended.Elsewhere(var now) ->
                described(Response.status(Response.Status.CONFLICT), now)
                        .entity(UploadJson.of(now))
                        .build();
            case Appended.Beyond _ -> throw Mistake.unprocessable(Fault.at("body", "beyond-size"));
            case Appended.Broken _ -> throw Mistake.unprocessable(Fault.at("/sha256", "digest-differs"));
            case Appended.Whole(var sent) -> {
                var file = LearnerFileJson.of(sent.file(), null);
                var answer = sent.again()
                        ? Response.ok(file).contentLocation(place(uri, sent.file()))
                        : Response.accepted(file).location(place(uri, sent.file()));
                yield answer.header(COMPLETE, "?1").build();
            }
        };
    }

    private static long offset(HttpHeaders headers) {
        var text = Objects.requireNonNullElse(headers.getHeaderString(OFFSET), "");
        if (!text.matches("[0-9]{1,12}"))
            throw Mistake.unprocessable(Fault.at(OFFSET, text.isEmpty() ? "missing" : "unreadable"));
        return Long.parseLong(text);
    }

    private static java.net.URI place(UriInfo uri, LearnerFile file) {
        return uri.getBaseUriBuilder()
                .path(LearnerFilesResource.PATH)
                .path(file.id().toString())
                .build();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder answer, LearnerUpload upload) {
        return answer.header(OFFSET, upload.received())
                .header(LENGTH, upload.size())
                .header(COMPLETE, "?0");
    }
}
