package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * Notes what many learners have to do with an organisation, some hundred at once in a few statements: a college's intake of a
 * summer. Each is held to what {@link Relationships#begin} holds one to, is written to the ledger, and is seen by the learner.
 * It opens a door to records, and so an organisation's files name so many people a day and no more ({@link Quota}).
 */
@Service
public class Relating {
    private final Relationships relationships;
    private final Learners learners;
    private final Quota quota;
    private final Ledger ledger;

    @Inject
    Relating(Relationships relationships, Learners learners, Quota quota, Ledger ledger) {
        this.relationships = relationships;
        this.learners = learners;
        this.quota = quota;
        this.ledger = ledger;
    }

    /**
     * Notes those of a file, in their order; of the same twice the first counts.
     *
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public List<Related> beginAll(Actor.OrganisationUser officer, List<ToRelate> asked) {
        Right.SEND_LEARNER_FILES.require(officer);
        Right.KEEP_RELATIONSHIPS.require(officer);
        var sound = asked.stream().filter(one -> faults(officer, one).isEmpty()).toList();
        var taken = sound.subList(0, Math.min(sound.size(), quota.leftForFiles(officer.organisation())));
        var outcomes = new Outcomes(officer, taken).decide().iterator();
        var related = new ArrayList<Related>();
        for (var one : asked) {
            var faults = faults(officer, one);
            if (!faults.isEmpty()) related.add(new Related.Rejected(faults));
            else related.add(outcomes.hasNext() ? outcomes.next() : new Related.OverQuota());
        }
        return related;
    }

    private List<Mistake.Fault> faults(Actor.OrganisationUser officer, ToRelate one) {
        return relationships.faults(one.with(officer.organisation()));
    }

    /** Those of a step that nothing is wrong with and that the day allows. */
    private final class Outcomes {
        private final Actor.OrganisationUser officer;
        private final List<ToRelate> asked;
        private final Map<Uln, Learner> holders;
        private final List<Relationship> standing;
        private final List<Relationship> fresh = new ArrayList<>();
        private final List<RegisterEvent> events = new ArrayList<>();
        private final Set<Uln> named = new HashSet<>();
        private final Set<Uln> others = new HashSet<>();

        Outcomes(Actor.OrganisationUser officer, List<ToRelate> asked) {
            this.officer = officer;
            this.asked = asked;
            this.holders = learners.findAll(
                    asked.stream().map(one -> one.learner().uln()).toList());
            this.standing = relationships.read(holders.values().stream()
                    .flatMap(one -> one.numbers().stream())
                    .collect(Collectors.toSet()));
        }

        List<Related> decide() {
            if (asked.isEmpty()) return List.of();
            var outcomes = asked.stream().map(this::decide).toList();
            quota.namedByFile(officer.organisation(), named, others);
            relationships.add(officer, fresh);
            ledger.writeAll(events);
            return outcomes;
        }

        private Related decide(ToRelate one) {
            var holder = Optional.ofNullable(holders.get(one.learner().uln()));
            return holder.filter(one::means).map(who -> begin(who, one)).orElseGet(() -> {
                others.add(one.learner().uln());
                events.add(
                        RegisterEvent.refused(officer, holder.map(Learner::uln), Relationships.BEGUN, "wrong-facts"));
                return new Related.Nobody();
            });
        }

        private Related begin(Learner who, ToRelate one) {
            named.add(who.uln());
            var wanted = one.with(officer.organisation());
            var isNoted = Stream.concat(standing.stream(), fresh.stream())
                    .filter(other -> who.numbers().contains(other.uln()))
                    .anyMatch(other -> Relationships.sameBeginning(other, wanted));
            if (isNoted) return new Related.Again();
            fresh.add(wanted);
            events.add(RegisterEvent.done(
                    officer, who.uln(), Relationships.BEGUN, one.kind().name()));
            return new Related.Noted();
        }
    }
}
