package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openplr.audit.Activity;
import org.openplr.audit.Basis;
import org.openplr.audit.Ledger;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Learners whose whereabouts organisations are not to learn here: offenders, military personnel, people whom everybody knows.
 * They are found by name and number like everybody, so that nobody gives them a second one; what tells where they are is
 * withheld.
 */
@Service
public class Sensitivity {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int MOST_YEARS = 5;
    private static final int MOST_ORGANISATIONS = 20;
    private static final int LOOKS = 100;
    private static final String IMPORT = "import";

    private final Learners learners;
    private final Marks marks;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Sensitivity(Learners learners, Marks marks, Ledger ledger, InstantSource clock) {
        this.learners = learners;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A mark that stands.
     *
     * @param why in words, or {@code imported}
     * @param reviewOn when it is to be looked at again
     * @param organisations those that see the whole all the same
     */
    public record Mark(Uln uln, Instant at, String why, LocalDate reviewOn, List<Ukprn> organisations) {
        public Mark {
            organisations = List.copyOf(organisations);
        }

        Mark naming(List<Ukprn> some) {
            return new Mark(uln, at, why, reviewOn, some);
        }

        /** The number only, and masked. */
        @Override
        public String toString() {
            return "Mark[" + uln + "]";
        }
    }

    /**
     * Marks a learner by any of their numbers; a mark that stands is taken the place of.
     *
     * @param organisations those of which whoever may sees the whole, while the learner has to do with them
     * @return false where there is no such learner
     * @throws Mistake UNPROCESSABLE without a reason in words, or where the day is not within five years to come
     */
    public boolean mark(
            Actor.Administrator administrator,
            Uln number,
            String why,
            LocalDate reviewOn,
            Collection<Ukprn> organisations) {
        Right.MARK_SENSITIVE.require(administrator);
        var reason = NumberKeeping.reason(why);
        var today = LocalDate.ofInstant(clock.instant(), UK);
        if (!reviewOn.isAfter(today)) throw Mistake.unprocessable(Fault.at("reviewOn", "not-in-the-future"));
        if (reviewOn.isAfter(today.plusYears(MOST_YEARS)))
            throw Mistake.unprocessable(Fault.at("reviewOn", "too-far", Integer.toString(MOST_YEARS)));
        var named = Set.copyOf(organisations);
        if (named.size() > MOST_ORGANISATIONS)
            throw Mistake.unprocessable(
                    Fault.at("organisations", "too-many-organisations", Integer.toString(MOST_ORGANISATIONS)));
        var learner = learners.find(number);
        if (learner.isEmpty()) return false;
        var by = administrator.account().toString();
        marks.end(learner.get().numbers(), by, "marked-anew");
        marks.add(learner.get(), by, reason, reviewOn, named);
        marks.set(learner.get().numbers(), true, administrator);
        var uln = learner.get().uln();
        ledger.write(RegisterEvent.done(administrator, uln, "learner.marked-sensitive"));
        if (!named.isEmpty())
            ledger.write(RegisterEvent.done(
                    administrator,
                    uln,
                    "learner.sensitive-opened",
                    named.stream().map(Ukprn::digits).sorted().toArray(String[]::new)));
        return true;
    }

    /** Takes a mark away. */
    public boolean unmark(Actor.Administrator administrator, Uln number, String why) {
        Right.MARK_SENSITIVE.require(administrator);
        var reason = NumberKeeping.reason(why);
        var learner = learners.find(number).filter(Learner::sensitive);
        if (learner.isEmpty()) return false;
        marks.end(learner.get().numbers(), administrator.account().toString(), reason);
        marks.set(learner.get().numbers(), false, administrator);
        ledger.write(RegisterEvent.done(administrator, learner.get().uln(), "learner.unmarked-sensitive"));
        return true;
    }

    /**
     * Marks those of these learners whom a file calls sensitive, or to whom one belongs that is, where no mark stands: for a
     * year, and for no organisation to see more.
     */
    public void imported(Collection<Uln> numbers) {
        for (var learner : Set.copyOf(learners.findAll(marks.sensitive(numbers)).values())) {
            marks.linked(learner);
            if (marks.standing(learner.numbers()).isEmpty())
                marks.add(
                        learner,
                        IMPORT,
                        "imported",
                        LocalDate.ofInstant(clock.instant(), UK).plusYears(1),
                        List.of());
        }
    }

    /** The marks that stand, those to be looked at again first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Mark> standing(Actor.Administrator administrator) {
        Right.MARK_SENSITIVE.require(administrator);
        return marks.standing();
    }

    /**
     * A look at a protected learner by an organisation, or a try.
     *
     * @param organisation the UKPRN
     */
    public record Look(Instant at, Uln uln, String organisation, String what, Outcome outcome) {}

    /** What organisations saw of protected learners in the last days, and tried to see, the newest first, at most a hundred. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Look> looks(Actor.Administrator administrator, int days) {
        Right.MARK_SENSITIVE.require(administrator);
        return looks(clock.instant().minus(days, ChronoUnit.DAYS));
    }

    /** Whether anybody looked at a protected learner after this moment, or tried: what administrators are written to about. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isLookedAt(Instant since) {
        return !looks(since).isEmpty();
    }

    private List<Look> looks(Instant since) {
        var people = new HashMap<Uln, Set<Uln>>();
        for (var mark : marks.standing())
            learners.find(mark.uln())
                    .ifPresentOrElse(
                            one -> people.put(one.uln(), one.numbers()),
                            () -> people.put(mark.uln(), Set.of(mark.uln())));
        var looks = new ArrayList<Look>();
        var wanted = new Activity.Wanted(since, true);
        people.forEach((uln, numbers) -> {
            for (var entry :
                    ledger.activity(numbers, wanted, Optional.empty(), LOOKS).entries())
                if (entry.basis() == Basis.LAW && !entry.at().isBefore(since))
                    looks.add(new Look(entry.at(), uln, entry.organisation(), entry.what(), entry.outcome()));
        });
        looks.sort(Comparator.comparing(Look::at).reversed());
        return looks.stream().limit(LOOKS).toList();
    }
}
