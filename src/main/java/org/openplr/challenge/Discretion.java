package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Part;

/**
 * An owner is not told which organisation has to do with a sensitive learner: as if the learner had raised it. So many
 * challenges at once cost no more statements than one.
 */
@Part
class Discretion {
    private final ChallengeTable table;
    private final Learners learners;

    @Inject
    Discretion(ChallengeTable table, Learners learners) {
        this.table = table;
        this.learners = learners;
    }

    /** These, as this actor may be told of them. */
    List<Challenge> told(Actor actor, List<Challenge> some) {
        var hidden = sensitive(some.stream()
                .filter(one -> isOthers(actor, one.raisedBy().organisation()))
                .map(Challenge::uln)
                .collect(Collectors.toSet()));
        return some.stream()
                .map(one -> isOthers(actor, one.raisedBy().organisation()) && hidden.contains(one.uln())
                        ? one.byTheLearner()
                        : one)
                .toList();
    }

    /** The same of steps. */
    List<Taken> toldSteps(Actor actor, List<Taken> some) {
        var about = table.learners(some.stream()
                .filter(step -> isOthers(actor, step))
                .map(Taken::challenge)
                .collect(Collectors.toSet()));
        var hidden = sensitive(Set.copyOf(about.values()));
        return some.stream()
                .map(step -> isOthers(actor, step) && hidden.contains(about.get(step.challenge()))
                        ? step.byTheLearner()
                        : step)
                .toList();
    }

    private static boolean isOthers(Actor actor, Taken step) {
        return step.who() == Who.RAISER && isOthers(actor, step.organisation());
    }

    private static boolean isOthers(Actor actor, @Nullable Ukprn raiser) {
        return actor instanceof Actor.OrganisationUser user && raiser != null && !raiser.equals(user.organisation());
    }

    private Set<Uln> sensitive(Set<Uln> numbers) {
        if (numbers.isEmpty()) return Set.of();
        return learners.findAll(numbers).entrySet().stream()
                .filter(one -> one.getValue().sensitive())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
