package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.TemporaryNumber;
import org.openplr.learner.TemporaryNumber.Advice;
import org.openplr.learner.TemporaryNumber.Origin;
import org.openplr.learner.TemporaryNumber.Said;
import org.openplr.learner.TemporaryNumber.State;
import org.openplr.learner.TemporaryNumbers;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/** An organisation's learners who are still on 9999999999, and what to do about each. */
@Path("temporary-numbers")
@Needs(Right.RESOLVE_TEMPORARY_NUMBERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TemporaryNumbersResource {
    private final Caller caller;
    private final TemporaryNumbers numbers;

    @Inject
    public TemporaryNumbersResource(Caller caller, TemporaryNumbers numbers) {
        this.caller = caller;
        this.numbers = numbers;
    }

    /** Somebody to be noted, as the organisation knows them: by the same reference again, what is said now. */
    public record TemporaryRequest(
            @Nullable String reference,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String previousFamilyName,
            @Nullable String dateOfBirth,
            @Nullable String gender,
            @Nullable String postcode) {
        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "").strip();
        }

        private Said said() {
            return new Said(
                    text(givenName),
                    text(familyName),
                    text(previousFamilyName),
                    text(dateOfBirth),
                    text(gender),
                    text(postcode));
        }

        @Override
        public String toString() {
            return "TemporaryRequest[…]";
        }
    }

    /** The number that it turned out to be. */
    public record ResolveRequest(@Nullable String uln) {}

    /**
     * Somebody who is or was on the list.
     *
     * @param advice what the last find said: {@code not-looked}, {@code exact} (take the number), {@code possible} (look at
     *     them), {@code too-many} (look with more details), {@code none} (register), {@code insufficient} (see missing)
     * @param missing the fields without which nobody can be looked for
     * @param state {@code open}, {@code resolved} or {@code removed}
     * @param expires when it is deleted
     */
    public record TemporaryJson(
            UUID id,
            String reference,
            String givenName,
            String familyName,
            String dateOfBirth,
            String gender,
            String postcode,
            String origin,
            Instant noted,
            String advice,
            List<String> missing,
            @Nullable Instant looked,
            String state,
            @Nullable Instant ended,
            @Nullable String uln,
            Instant expires) {
        static TemporaryJson of(TemporaryNumber one) {
            var said = one.said();
            var uln = one.uln();
            return new TemporaryJson(
                    one.id(),
                    one.reference(),
                    said.givenName(),
                    said.familyName(),
                    said.dateOfBirth(),
                    said.gender(),
                    said.postcode(),
                    one.origin().text(),
                    one.noted(),
                    one.advice().text(),
                    said.missing(),
                    one.looked(),
                    one.state().text(),
                    one.ended(),
                    uln == null ? null : uln.digits(),
                    one.expires());
        }

        @Override
        public String toString() {
            return "TemporaryJson[" + id + "]";
        }
    }

    /** What a find says now; {@code found} is absent where something is missing. */
    public record LookedJson(TemporaryJson number, @Nullable FoundJson found) {}

    /**
     * Learners without a number, the newest first; or those that are resolved or removed.
     *
     * @param state {@code open}, {@code resolved} or {@code removed}
     * @param advice only those for whom this is the next step
     * @param text only those in whose reference or names this stands
     */
    @GET
    public PageJson<TemporaryJson> all(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("advice") @DefaultValue("") String advice,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var faults = new Faults();
        var which = State.parse(state);
        if (which.isEmpty()) faults.add("/state", "unknown-value");
        var said = Advice.parse(advice);
        if (said.isEmpty() && !advice.isEmpty()) faults.add("/advice", "unknown-value");
        faults.throwIfAny();
        var wanted = new TemporaryNumbers.Wanted(which.orElseThrow(), said.orElse(null), text);
        var from = Optional.of(cursor).filter(one -> !one.isEmpty());
        var page = numbers.list(caller.organisation(), wanted, from, PageJson.limit(limit));
        return new PageJson<>(
                page.some().stream().map(TemporaryJson::of).toList(),
                page.next().orElse(null));
    }

    /** Notes a learner without a number. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "They are on the list",
            content = @Content(schema = @Schema(implementation = TemporaryJson.class)))
    public Response note(TemporaryRequest request, @Context UriInfo uri) {
        var reference = TemporaryRequest.text(request.reference);
        var noted = numbers.note(caller.organisation(), reference, request.said(), Origin.REST);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(noted.id().toString()).build())
                .entity(TemporaryJson.of(noted))
                .build();
    }

    /** One learner without a number. */
    @GET
    @Path("{id}")
    public TemporaryJson one(@PathParam("id") String id) {
        return TemporaryJson.of(
                numbers.find(caller.organisation(), MySharesResource.id(id)).orElseThrow(Mistake::notFound));
    }

    /** Looks for whom it is: a find as any other, with its quota. */
    @POST
    @Path("{id}/find")
    public LookedJson look(@PathParam("id") String id, MySharesResource.@Nullable Nothing nothing) {
        var looked = numbers.look(caller.organisation(), MySharesResource.id(id));
        return new LookedJson(
                TemporaryJson.of(looked.number()),
                looked.found().map(FoundJson::of).orElse(null));
    }

    /** Takes a number that a find shows for them. */
    @POST
    @Path("{id}/resolve")
    public TemporaryJson resolve(@PathParam("id") String id, ResolveRequest request) {
        var user = caller.organisation();
        var which = MySharesResource.id(id);
        if (numbers.find(user, which).isEmpty()) throw Mistake.notFound();
        var uln = Uln.parse(Objects.requireNonNullElse(request.uln, ""))
                .orElseThrow(() -> Mistake.unprocessable(Fault.at("/uln", "unreadable")));
        return switch (numbers.take(user, which, uln)) {
            case TemporaryNumbers.Taken.Done() -> one(id);
            case TemporaryNumbers.Taken.NotShown() -> throw Mistake.of(Mistake.Kind.CONFLICT, "temporary-not-shown");
            case TemporaryNumbers.Taken.Ended() -> throw Mistake.of(Mistake.Kind.CONFLICT, "temporary-ended");
        };
    }

    /** Takes one off the list that nobody needs; again changes nothing. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        numbers.remove(caller.organisation(), MySharesResource.id(id));
    }
}
