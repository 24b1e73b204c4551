package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.record.Achievement;
import org.openplr.record.Maintained;
import org.openplr.record.Maintaining;

/** Achievements as those who award them keep them. */
@Path("achievements")
@Consumes("application/json")
@Produces("application/json")
public class AchievementsResource {
    private final Caller caller;
    private final Maintaining maintaining;

    @Inject
    public AchievementsResource(Caller caller, Maintaining maintaining) {
        this.caller = caller;
        this.maintaining = maintaining;
    }

    /** 1 to 200 achievements. */
    public record RequestJson(@Nullable List<@Nullable AchievementJson> achievements) {}

    /**
     * What became of one.
     *
     * @param reference as it was sent
     * @param outcome CREATED, UPDATED, UNCHANGED, WITHDRAWN, REINSTATED, PROMOTED or REJECTED
     * @param kind of a rejected one: LEARNER_DATA, FIELD or BUSINESS_RULE
     * @param errors of a rejected one; a pointer is the member of the achievement
     */
    public record ResultJson(
            String reference,
            String outcome,
            @Nullable String kind,
            @Nullable List<Problem.Fault> errors) {}

    /** What became of all, in their order; {@code counts} by outcome, the rejected by their kind. */
    public record ResultsJson(List<ResultJson> results, Map<String, Integer> counts) {}

    /** Creates, changes, withdraws, reinstates or makes final; one that cannot be taken never stops the others. */
    @POST
    @Needs(Right.MAINTAIN_ACHIEVEMENTS)
    public ResultsJson maintain(
            RequestJson request, @QueryParam("lang") @DefaultValue("") String lang, @Context HttpHeaders headers) {
        var user = caller.organisation();
        var texts =
                Texts.chosen(Optional.of(lang).filter(chosen -> !chosen.isEmpty()), headers.getAcceptableLanguages());
        var faults = new Faults();
        var all = faults.required("/achievements", request.achievements).orElse(List.of());
        faults.throwIfAny();
        if (all.size() > Maintaining.MOST) throw tooMany();
        var read = all.stream().map(AchievementJson::read).toList();
        var sound = read.stream().flatMap(one -> one.sound().stream()).toList();
        var outcomes = sound.isEmpty() && !all.isEmpty()
                ? List.<Maintained>of().iterator()
                : maintaining.maintain(user, sound).iterator();
        var results = new ArrayList<ResultJson>();
        for (var i = 0; i < all.size(); i++) {
            var sent = all.get(i);
            var name = sent == null || sent.reference() == null ? "" : sent.reference();
            var outcome = read.get(i).sound().isPresent()
                    ? outcomes.next()
                    : new Maintained.Rejected(Maintained.Kind.FIELD, read.get(i).faults());
            results.add(result(name, outcome, texts));
        }
        return new ResultsJson(results, counts(results));
    }

    private static Mistake tooMany() {
        return Mistake.unprocessable(Fault.at("/achievements", "how-many", "1", Integer.toString(Maintaining.MOST)));
    }

    private static Map<String, Integer> counts(List<ResultJson> results) {
        var counts = new TreeMap<String, Integer>();
        for (var one : results) counts.merge(one.kind == null ? one.outcome : one.kind, 1, Integer::sum);
        return counts;
    }

    private static ResultJson result(String reference, Maintained outcome, Texts texts) {
        return switch (outcome) {
            case Maintained.Created() -> new ResultJson(reference, "CREATED", null, null);
            case Maintained.Updated() -> new ResultJson(reference, "UPDATED", null, null);
            case Maintained.Unchanged() -> new ResultJson(reference, "UNCHANGED", null, null);
            case Maintained.Withdrawn() -> new ResultJson(reference, "WITHDRAWN", null, null);
            case Maintained.Reinstated() -> new ResultJson(reference, "REINSTATED", null, null);
            case Maintained.Promoted() -> new ResultJson(reference, "PROMOTED", null, null);
            case Maintained.Rejected(var kind, var faults) ->
                new ResultJson(
                        reference,
                        "REJECTED",
                        kind.name(),
                        faults.stream().map(fault -> fault(fault, texts)).toList());
        };
    }

    private static Problem.Fault fault(Fault fault, Texts texts) {
        var words = texts.find("fault." + fault.code(), fault.detail()).orElse(fault.code());
        return new Problem.Fault("/" + fault.pointer().replaceFirst("^/", ""), fault.code(), words);
    }

    /** One that was read, or why it could not be. */
    record Read(Optional<Achievement> sound, List<Fault> faults) {}
}
