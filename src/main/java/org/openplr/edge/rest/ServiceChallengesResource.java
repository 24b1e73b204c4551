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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Deciding;
import org.openplr.challenge.Handling;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** Data challenges as the service sees them: what nobody else owns, what is appealed, what is late. */
@Path("service/challenges")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.SETTLE_CHALLENGES)
public class ServiceChallengesResource {
    private final Caller caller;
    private final Challenges challenges;
    private final Handling handling;
    private final Deciding deciding;

    @Inject
    public ServiceChallengesResource(Caller caller, Challenges challenges, Handling handling, Deciding deciding) {
        this.caller = caller;
        this.challenges = challenges;
        this.handling = handling;
        this.deciding = deciding;
    }

    private Actor.Administrator administrator() {
        if (caller.signedIn() instanceof Actor.Administrator administrator) return administrator;
        throw Mistake.notFound();
    }

    /** What lies with the service, in the order of an inbox. */
    @GET
    public PageJson<ChallengeJson> desk(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        return ChallengesResource.page(
                challenges.desk(administrator(), ChallengesResource.from(cursor), PageJson.limit(limit)));
    }

    /** What is late, wherever, the longest first: at most two hundred. */
    @GET
    @Path("late")
    public PageJson<ChallengeJson> late() {
        return new PageJson<>(
                challenges.late(administrator()).stream().map(ChallengeJson::of).toList(), null);
    }

    /** One, with the learner and all that was done. */
    @GET
    @Path("{id}")
    @APIResponse(
            responseCode = "200",
            description = "The challenge",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response one(@PathParam("id") String id) {
        return ChallengesResource.answer(
                challenges.open(administrator(), MySharesResource.id(id)).orElseThrow(Mistake::notFound));
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
        var administrator = administrator();
        var which = MySharesResource.id(id);
        var before = challenges
                .find(administrator, which)
                .orElseThrow(Mistake::notFound)
                .challenge();
        Conditions.requireMatch(headers, before.revision());
        StepRequest.done(request.take(administrator, which, before.revision(), handling, deciding));
        return ChallengesResource.answer(challenges.find(administrator, which).orElseThrow(Mistake::notFound));
    }
}
