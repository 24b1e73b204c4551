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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Finding;
import org.openplr.learner.Keeping;
import org.openplr.learner.Registered;
import org.openplr.learner.Registration;
import org.openplr.learner.Relationships;
import org.openplr.learner.Verifying;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** The learner register, for organisations and their systems. */
@Path("learners")
@Consumes("application/json")
@Produces("application/json")
public class LearnersResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Caller caller;
    private final Finding finding;
    private final Registration registration;
    private final Keeping keeping;
    private final More more;

    @Inject
    public LearnersResource(Caller caller, Finding finding, Registration registration, Keeping keeping, More more) {
        this.caller = caller;
        this.finding = finding;
        this.registration = registration;
        this.keeping = keeping;
        this.more = more;
    }

    /** What is asked less often. */
    @jakarta.enterprise.context.Dependent
    static class More {
        private final Verifying verifying;
        private final Relationships relationships;

        @Inject
        More(Verifying verifying, Relationships relationships) {
            this.verifying = verifying;
            this.relationships = relationships;
        }
    }

    /** A number that was given. */
    public record NumberJson(String uln, String responseCode) {}

    /**
     * Somebody's details.
     *
     * @param withheld whether title, address, e-mail, school, places, other numbers and what describes the identity check are left
     *     out, because the learner is sensitive
     */
    public record DetailsJson(
            String uln,
            List<String> numbers,
            LearnerBody details,
            boolean withheld,
            List<RelationshipsResource.RelationshipJson> relationships) {
        @Override
        public String toString() {
            return "DetailsJson[…]";
        }
    }

    /** A version of the details. */
    public record VersionJson(
            long version, Instant at, String by, @Nullable String ukprn, String why, Map<String, String> former) {
        @Override
        public String toString() {
            return "VersionJson[" + version + "]";
        }
    }

    /** Finds by a number with its names, or by demographics. */
    @POST
    @Path("find")
    @Needs(Right.CHECK_LEARNERS)
    public FoundJson find(FindRequest request) {
        var user = caller.organisation();
        var faults = new Faults();
        var type = request.type(faults);
        var number = request.number(faults);
        if (number == null) {
            var person = request.person(faults);
            faults.throwIfAny();
            return FoundJson.of(finding.find(user, person, type));
        }
        var given = request.given(faults);
        var family = request.family(faults);
        faults.throwIfAny();
        return FoundJson.of(finding.find(user, number, given, family, type));
    }

    /** Registers somebody whom a find did not find. */
    @POST
    @Needs(Right.REGISTER_LEARNERS)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    public Response register(LearnerBody body, @Context HttpHeaders headers, @Context UriInfo uri) {
        var user = caller.organisation();
        var learner = body.read();
        var call = Conditions.idempotencyKey(headers)
                .map(key -> new Registration.Call(key, new String(Json.bytes(body), StandardCharsets.UTF_8)));
        return switch (LearnerBody.pointing(() -> registration.register(user, learner, call))) {
            case Registered.New(var uln) -> created(uri, uln);
            case Registered.Again(var uln) -> created(uri, uln);
            case Registered.FindFirst() -> throw Mistake.of(Mistake.Kind.CONFLICT, "find-first");
            case Registered.Known _ -> throw Mistake.of(Mistake.Kind.CONFLICT, "known");
            case Registered.Possible _, Registered.TooMany _, Registered.Rejected _ ->
                throw new IllegalStateException("only of files");
        };
    }

    private static Response created(UriInfo uri, Uln uln) {
        return Response.created(uri.getAbsolutePathBuilder().path(uln.digits()).build())
                .entity(new NumberJson(uln.digits(), "WSRC0005"))
                .build();
    }

    /** Confirms 1 to 200 numbers with their names. */
    @POST
    @Path("verify")
    @Needs(Right.CHECK_LEARNERS)
    public VerifyRequest.ResultsJson verify(VerifyRequest request) {
        var user = caller.organisation();
        var asked = request.read();
        return VerifyRequest.answer(asked, more.verifying.verify(user, asked));
    }

    /** The details of a learner who has to do with the caller's organisation. */
    @GET
    @Path("{uln}")
    @Needs(Right.READ_LEARNERS)
    public Response details(@PathParam("uln") String uln) {
        return answer(keeping.read(caller.organisation(), number(uln)).orElseThrow(Mistake::notFound));
    }

    private Response answer(Keeping.Kept kept) {
        var own = more.relationships.own(caller.organisation(), kept.learner().numbers());
        var numbers =
                kept.learner().numbers().stream().map(Uln::digits).sorted().toList();
        return Response.ok(new DetailsJson(
                        kept.learner().uln().digits(),
                        numbers,
                        LearnerBody.of(kept.details()),
                        kept.withheld(),
                        own.stream()
                                .map(RelationshipsResource.RelationshipJson::of)
                                .toList()))
                .tag(Conditions.tag(kept.version()))
                .build();
    }

    /**
     * Why the details are changed.
     *
     * @param why in words, 250 characters at most: it is kept with the version
     */
    @Schema(name = "LearnerChangeReason")
    public record Reason(@Nullable String why) {
        @Override
        public String toString() {
            return "Reason[…]";
        }
    }

    /** Changes what the register says: members that are not there stay, null takes one away (RFC 7396); why, if it is said, is kept with the version. */
    @PATCH
    @Path("{uln}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MERGE_PATCH, schema = @Schema(allOf = {LearnerBody.class, Reason.class})),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(allOf = {LearnerBody.class, Reason.class}))
            })
    @Needs(Right.REGISTER_LEARNERS)
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, schema = @Schema(type = SchemaType.STRING))
    public Response change(@PathParam("uln") String uln, byte[] patch, @Context HttpHeaders headers) {
        var user = caller.organisation();
        var number = number(uln);
        var kept = keeping.read(user, number).orElseThrow(Mistake::notFound);
        Conditions.requireMatch(headers, kept.version());
        var changes = Json.patch(patch);
        var why = Objects.requireNonNullElse(Json.taken(changes, "why", Reason.class).why, "");
        var said = Json.patched(LearnerBody.of(kept.details()), changes, LearnerBody.class)
                .read();
        LearnerBody.pointing(() -> keeping.update(user, number, kept.version(), said, why));
        return answer(keeping.read(user, number).orElseThrow(Mistake::notFound));
    }

    /** Who changed the details, when and why, and what they were, the newest first. */
    @GET
    @Path("{uln}/versions")
    @Needs(Right.READ_LEARNERS)
    public PageJson<VersionJson> versions(@PathParam("uln") String uln) {
        var versions = keeping.versions(caller.organisation(), number(uln)).orElseThrow(Mistake::notFound);
        var items = versions.stream()
                .map(one -> {
                    var former = new java.util.TreeMap<String, String>();
                    for (var field : one.former()) former.put(field.field(), field.was() == null ? "" : field.was());
                    var by = one.organisation();
                    return new VersionJson(
                            one.number(), one.at(), one.by(), by == null ? null : by.digits(), one.why(), former);
                })
                .toList();
        return new PageJson<>(items, null);
    }

    /** The number in a path; what cannot be one is nobody's. */
    static Uln number(String text) {
        return Uln.parse(text).orElseThrow(Mistake::notFound);
    }
}
