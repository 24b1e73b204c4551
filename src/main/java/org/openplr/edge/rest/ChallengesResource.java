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
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Challenges.Folder;
import org.openplr.challenge.Deciding;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Raising;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** Data challenges of what an organisation owns, and those that it raises for its learners. */
@Path("challenges")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.ANSWER_CHALLENGES)
public class ChallengesResource {
    private final Caller caller;
    private final Challenges challenges;
    private final Raising raising;
    private final Handling handling;
    private final Deciding deciding;

    @Inject
    public ChallengesResource(
            Caller caller, Challenges challenges, Raising raising, Handling handling, Deciding deciding) {
        this.caller = caller;
        this.challenges = challenges;
        this.raising = raising;
        this.handling = handling;
        this.deciding = deciding;
    }

    /**
     * Data challenges that the organisation has to answer. What somebody waits for elsewhere first, then by the day on which
     * something is due.
     *
     * @param folder {@code open}, {@code asked} or {@code done}
     */
    @GET
    public PageJson<ChallengeJson> inbox(
            @QueryParam("folder") @DefaultValue("open") String folder,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var faults = new Faults();
        var which = faults.oneOf("/folder", folder.toUpperCase(Locale.ROOT), Folder.class);
        faults.throwIfAny();
        return page(challenges.inbox(caller.organisation(), which.orElseThrow(), from(cursor), PageJson.limit(limit)));
    }

    static PageJson<ChallengeJson> page(Challenges.Page<Challenge> page) {
        return new PageJson<>(
                page.items().stream().map(ChallengeJson::of).toList(),
                page.next().orElse(null));
    }

    static Optional<String> from(String cursor) {
        return Optional.of(cursor).filter(c -> !c.isEmpty());
    }

    /** Raises one for a learner of the organisation. */
    @POST
    @Needs(Right.CHALLENGE_FOR_LEARNERS)
    @APIResponse(
            responseCode = "201",
            description = "It is raised, or waits for its day",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response raise(ChallengeRequest request, @Context UriInfo uri) {
        var user = caller.organisation();
        var what = request.beginning();
        return MyChallengesResource.created(
                raising.raise(user, request.number(), what, request.telling()), uri.getAbsolutePathBuilder());
    }

    /** Those that the organisation raised, the newest first. */
    @GET
    @Path("raised")
    @Needs(Right.CHALLENGE_FOR_LEARNERS)
    public PageJson<ChallengeJson> raised(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        return page(challenges.raisedBy(caller.organisation(), from(cursor), PageJson.limit(limit)));
    }

    /** What was done to what the organisation owns, the oldest first: ask again with the last cursor. */
    @GET
    @Path("events")
    public PageJson<ChallengeJson.Done> events(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var page = challenges.events(caller.organisation(), from(cursor), PageJson.limit(limit));
        return new PageJson<>(
                page.items().stream()
                        .map(step -> ChallengeJson.Done.of(step, true))
                        .toList(),
                page.next().orElse(null));
    }

    /** One, with the learner and all that was done. */
    @GET
    @Path("{id}")
    @APIResponse(
            responseCode = "200",
            description = "The challenge",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response one(@PathParam("id") String id) {
        return answer(
                challenges.open(caller.organisation(), MySharesResource.id(id)).orElseThrow(Mistake::notFound));
    }

    static Response answer(Challenges.Opened opened) {
        return Response.ok(ChallengeJson.of(opened))
                .tag(Conditions.tag(opened.challenge().revision()))
                .build();
    }

    /** Takes a step, as of the revision that the caller saw ({@code If-Match}). */
    @POST
    @Path("{id}/steps")
    @APIResponse(
            responseCode = "200",
            description = "It is taken",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, schema = @Schema(type = SchemaType.STRING))
    public Response take(@PathParam("id") String id, StepRequest request, @Context HttpHeaders headers) {
        var user = caller.organisation();
        var which = MySharesResource.id(id);
        var before = challenges.find(user, which).orElseThrow(Mistake::notFound).challenge();
        Conditions.requireMatch(headers, before.revision());
        StepRequest.done(request.take(user, which, before.revision(), handling, deciding));
        return challenges
                .find(user, which)
                .map(ChallengesResource::answer)
                .orElseGet(() -> Response.noContent().build());
    }
}
