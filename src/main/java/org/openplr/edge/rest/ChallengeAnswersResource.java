package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Deciding;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Stepped;
import org.openplr.challenge.Timeliness;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/** Answers to many data challenges of one cause, and how well an organisation answers. */
@Path("challenges")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.ANSWER_CHALLENGES)
public class ChallengeAnswersResource {
    private static final int MOST = 200;

    private final Caller caller;
    private final Handling handling;
    private final Deciding deciding;
    private final Timeliness timeliness;

    @Inject
    public ChallengeAnswersResource(Caller caller, Handling handling, Deciding deciding, Timeliness timeliness) {
        this.caller = caller;
        this.handling = handling;
        this.deciding = deciding;
        this.timeliness = timeliness;
    }

    /** One of them, as of the revision that the caller saw: its ETag. */
    @Schema(name = "ChallengeSeen")
    public record SeenJson(@Nullable String id, @Nullable Long revision) {}

    /** One step for 1 to 200 challenges of one cause: a class that was loaded with a wrong date. */
    @Schema(name = "ChallengeSteps")
    public record StepsRequest(
            @Nullable List<@Nullable SeenJson> challenges,
            @Nullable StepRequest step) {}

    /**
     * What became of one.
     *
     * @param outcome {@code done}, {@code changed-meanwhile}, {@code not-now} or {@code refused}
     * @param code of a refusal
     */
    @Schema(name = "ChallengeStepOutcome")
    public record OutcomeJson(
            String id, String outcome, @Nullable String code) {}

    /** What became of all, in their order. */
    @Schema(name = "ChallengeStepOutcomes")
    public record OutcomesJson(List<OutcomeJson> results) {}

    /** Takes one step in many, each for itself: one that is refused never stops the others. */
    @POST
    @Path("steps")
    public OutcomesJson takeAll(StepsRequest request) {
        var user = caller.organisation();
        var faults = new Faults();
        var step = faults.required("/step", request.step);
        var all = faults.required("/challenges", request.challenges).orElse(List.of());
        faults.throwIfAny();
        if (all.isEmpty() || all.size() > MOST)
            throw Mistake.unprocessable(Fault.at("/challenges", "how-many", "1", Integer.toString(MOST)));
        var results = new ArrayList<OutcomeJson>();
        for (var seen : all) results.add(take(user, seen, step.orElseThrow()));
        return new OutcomesJson(results);
    }

    private OutcomeJson take(Actor user, @Nullable SeenJson seen, StepRequest step) {
        var id = seen == null ? "" : Objects.requireNonNullElse(seen.id, "");
        try {
            UUID which = MySharesResource.id(id);
            var revision = seen == null || seen.revision == null ? -1 : seen.revision;
            return new OutcomeJson(id, outcome(step.take(user, which, revision, handling, deciding)), null);
        } catch (Mistake refused) {
            var code = refused.faults().isEmpty()
                    ? refused.code()
                    : refused.faults().getFirst().code();
            return new OutcomeJson(id, "refused", code);
        }
    }

    private static String outcome(Stepped stepped) {
        return switch (stepped) {
            case Stepped.Done _ -> "done";
            case Stepped.Meanwhile _ -> "changed-meanwhile";
            case Stepped.NotNow _ -> "not-now";
        };
    }

    /** How well the organisation answers. */
    @GET
    @Path("figures")
    public ChallengeFiguresJson figures() {
        return ChallengeFiguresJson.of(timeliness.own(caller.organisation()));
    }
}
