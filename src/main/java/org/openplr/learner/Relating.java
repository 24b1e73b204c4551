package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Verifying verifying;
    private final Quota quota;
    private final Ledger ledger;

    @Inject
    Relating(Relationships relationships, Verifying verifying, Quota quota, Ledger ledger) {
        this.relationships = relationships;
        this.verifying = verifying;
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
        private final List<Optional<Uln>> meant;
        private final Map<Uln, Set<Relationship>> noted = new HashMap<>();
        private final List<Relationship> fresh = new ArrayList<>();
        private final List<RegisterEvent> events = new ArrayList<>();
        private final Set<Uln> nobody = new HashSet<>();

        Outcomes(Actor.OrganisationUser officer, List<ToRelate> asked) {
            this.officer = officer;
            this.asked = asked;
            this.meant = verifying.meant(asked.stream().map(ToRelate::learner).toList());
        }

        List<Related> decide() {
            if (asked.isEmpty()) return List.of();
            var numbers = new HashSet<Uln>();
            meant.forEach(one -> one.ifPresent(numbers::add));
            asked.forEach(one -> numbers.add(one.learner().uln()));
            for (var one : relationships.read(numbers)) noted(one.uln()).add(one);
            var outcomes = new ArrayList<Related>();
            for (var i = 0; i < asked.size(); i++) outcomes.add(decide(asked.get(i), meant.get(i)));
            var found = meant.stream().flatMap(Optional::stream).toList();
            quota.namedByFile(officer.organisation(), found, nobody);
            relationships.add(officer, fresh);
            if (!nobody.isEmpty())
                events.add(RegisterEvent.refused(officer, Optional.empty(), Relationships.BEGUN, "wrong-facts"));
            ledger.writeAll(events);
            return outcomes;
        }

        private Related decide(ToRelate one, Optional<Uln> who) {
            var number = one.learner().uln();
            if (who.isEmpty()) {
                nobody.add(number);
                return new Related.Nobody();
            }
            var wanted = one.with(officer.organisation());
            if (isNoted(number, wanted) || isNoted(who.get(), wanted)) return new Related.Again();
            noted(number).add(wanted);
            fresh.add(wanted);
            events.add(RegisterEvent.done(
                    officer, who.get(), Relationships.BEGUN, one.kind().name()));
            return new Related.Noted();
        }

        private boolean isNoted(Uln number, Relationship wanted) {
            return noted(number).stream().anyMatch(one -> Relationships.sameBeginning(one, wanted));
        }

        private Set<Relationship> noted(Uln number) {
            return noted.computeIfAbsent(number, _ -> new HashSet<>());
        }
    }
}
