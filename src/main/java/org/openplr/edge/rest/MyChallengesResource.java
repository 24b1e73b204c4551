package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Letters;
import org.openplr.challenge.Raised;
import org.openplr.challenge.Raising;
import org.openplr.challenge.Step;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** A learner's data challenges: those that they raised, and those that an organisation raised for them. */
@Path("me/challenges")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.CHALLENGE)
public class MyChallengesResource {
    private final Caller caller;
    private final Raising raising;
    private final Handling handling;
    private final Challenges challenges;
    private final Letters letters;

    @Inject
    public MyChallengesResource(
            Caller caller, Raising raising, Handling handling, Challenges challenges, Letters letters) {
        this.caller = caller;
        this.raising = raising;
        this.handling = handling;
        this.challenges = challenges;
        this.letters = letters;
    }

    /** All of a learner's challenges, the newest first. */
    @Schema(name = "MyChallenges")
    public record Listed(List<ChallengeJson> items) {}

    /** What a learner has to say. */
    @Schema(name = "ChallengeWords")
    public record Words(@Nullable String words) {
        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    /** All of them, the newest first. */
    @GET
    public Listed all() {
        return new Listed(
                challenges.of(caller.learner()).stream().map(ChallengeJson::of).toList());
    }

    /** Raises a data challenge; what cannot be there yet waits, and is raised by itself on its day. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "It is raised, or waits for its day",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response raise(ChallengeRequest request, @Context UriInfo uri) {
        var learner = caller.learner();
        var what = request.beginning();
        return created(raising.raise(learner, learner.uln(), what, request.telling()), uri.getAbsolutePathBuilder());
    }

    static Response created(Raised raised, UriBuilder place) {
        return switch (raised) {
            case Raised.Done(var challenge) -> created(challenge, place);
            case Raised.Later later -> created(later.challenge(), place);
            case Raised.Already _ -> throw Mistake.of(Mistake.Kind.CONFLICT, "challenged-already");
        };
    }

    private static Response created(Challenge challenge, UriBuilder place) {
        return Response.created(place.path(challenge.id().toString()).build())
                .tag(Conditions.tag(challenge.revision()))
                .entity(ChallengeJson.of(challenge))
                .build();
    }

    /** One data challenge, with all that was done. */
    @GET
    @Path("{id}")
    @APIResponse(
            responseCode = "200",
            description = "The challenge",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response one(@PathParam("id") String id) {
        var opened = challenges.find(caller.learner(), MySharesResource.id(id)).orElseThrow(Mistake::notFound);
        return Response.ok(ChallengeJson.own(opened))
                .tag(Conditions.tag(opened.challenge().revision()))
                .build();
    }

    /** Takes a data challenge back. */
    @POST
    @Path("{id}/withdraw")
    public void withdraw(@PathParam("id") String id, MySharesResource.@Nullable Nothing nothing) {
        take(id, Step.WITHDRAW, "");
    }

    /** Asks the service to decide, once. */
    @POST
    @Path("{id}/appeal")
    public void appeal(@PathParam("id") String id, @Nullable Words words) {
        take(id, Step.APPEAL, said(words));
    }

    /**
     * What a letter is to say.
     *
     * @param item what the learner calls the item; absent, what the challenge calls it
     * @param named whether it has the learner's name; absent, it has not
     * @param language {@code en} or {@code cy}; absent, English
     */
    @Schema(name = "ChallengeLetterRequest")
    public record LetterRequest(
            @Nullable String item,
            @Nullable Boolean named,
            @Nullable String language) {
        @Override
        public String toString() {
            return "LetterRequest[…]";
        }
    }

    /** Takes a signed letter that says that an item is being challenged, as long as it is. */
    @POST
    @Path("{id}/letters")
    @APIResponse(
            responseCode = "201",
            description = "The letter",
            content = @Content(schema = @Schema(implementation = ChallengeLetterJson.class)))
    public Response take(@PathParam("id") String id, @Nullable LetterRequest request, @Context UriInfo uri) {
        var learner = caller.learner();
        UUID which = MySharesResource.id(id);
        var challenge =
                challenges.find(learner, which).orElseThrow(Mistake::notFound).challenge();
        var asked = request == null ? new LetterRequest(null, null, null) : request;
        var language = Objects.requireNonNullElse(asked.language, "en");
        if (!language.matches("en|cy")) throw Mistake.unprocessable(Mistake.Fault.at("/language", "unknown-value"));
        var letter = letters.take(
                learner,
                which,
                Objects.requireNonNullElse(asked.item, challenge.title()),
                Boolean.TRUE.equals(asked.named),
                Locale.of(language));
        return Response.created(uri.getAbsolutePath())
                .entity(ChallengeLetterJson.of(letter))
                .build();
    }

    /** The letters that were taken about a challenge. */
    @Schema(name = "ChallengeLetters")
    public record Taken(List<ChallengeLetterJson> items) {}

    /** Those that the learner took, the newest first. */
    @GET
    @Path("{id}/letters")
    public Taken letters(@PathParam("id") String id) {
        var learner = caller.learner();
        var which = challenges
                .find(learner, MySharesResource.id(id))
                .orElseThrow(Mistake::notFound)
                .challenge()
                .id();
        return new Taken(
                letters.of(learner, which).stream().map(ChallengeLetterJson::of).toList());
    }

    private static String said(@Nullable Words words) {
        return Optional.ofNullable(words)
                .map(Words::words)
                .map(text -> Objects.requireNonNullElse(text, ""))
                .orElse("");
    }

    /** Whatever else happened meanwhile, it is the learner's own to withdraw, to say and to appeal. */
    private void take(String id, Step step, String words) {
        var learner = caller.learner();
        UUID which = MySharesResource.id(id);
        var seen = challenges
                .find(learner, which)
                .orElseThrow(Mistake::notFound)
                .challenge()
                .revision();
        StepRequest.done(handling.take(learner, which, seen, step, words));
    }
}
