package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openplr.audit.Activity;
import org.openplr.audit.Basis;
import org.openplr.audit.Ledger;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Learners whose whereabouts organisations are not to learn here: offenders, military personnel, people whom everybody knows.
 * They are found by name and number like everybody, so that nobody gives them a second one; what tells where they are is
 * withheld.
 */
@Service
public class Sensitivity {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int MOST_YEARS = 5;
    private static final int LOOKS = 100;
    private static final String OPEN = "select uln, marked_at, why, review_on from learner_sensitivity"
            + " where ended_at is null order by review_on, uln";

    private final Sql sql;
    private final Learners learners;
    private final LearnerRegister register;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Sensitivity(Sql sql, Learners learners, LearnerRegister register, Ledger ledger, InstantSource clock) {
        this.sql = sql;
        this.learners = learners;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A mark that stands.
     *
     * @param reviewOn when it is to be looked at again
     */
    public record Mark(Uln uln, Instant at, String why, LocalDate reviewOn) {
        static Mark read(Sql.Row row) throws SQLException {
            return new Mark(new Uln(row.text("uln")), row.moment("marked_at"), row.text("why"), row.date("review_on"));
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
     * @return false where there is no such learner
     * @throws Mistake UNPROCESSABLE without a reason in words, or where the day is not within five years to come
     */
    public boolean mark(Actor.Administrator administrator, Uln number, String why, LocalDate reviewOn) {
        Right.MARK_SENSITIVE.require(administrator);
        var reason = NumberKeeping.reason(why);
        var today = LocalDate.ofInstant(clock.instant(), UK);
        if (!reviewOn.isAfter(today)) throw Mistake.unprocessable(Fault.at("reviewOn", "not-in-the-future"));
        if (reviewOn.isAfter(today.plusYears(MOST_YEARS)))
            throw Mistake.unprocessable(Fault.at("reviewOn", "too-far", Integer.toString(MOST_YEARS)));
        var learner = learners.find(number);
        if (learner.isEmpty()) return false;
        end(administrator, learner.get(), "marked-anew");
        sql.update(
                "insert into learner_sensitivity (uln, marked_at, marked_by, why, review_on) values (?, ?, ?, ?, ?)",
                List.of(learner.get().uln().digits(), now(), administrator.account(), reason, reviewOn));
        set(administrator, learner.get(), true);
        ledger.write(RegisterEvent.done(administrator, learner.get().uln(), "learner.marked-sensitive"));
        return true;
    }

    /** Takes a mark away. */
    public boolean unmark(Actor.Administrator administrator, Uln number, String why) {
        Right.MARK_SENSITIVE.require(administrator);
        var reason = NumberKeeping.reason(why);
        var learner = learners.find(number).filter(Learner::sensitive);
        if (learner.isEmpty()) return false;
        end(administrator, learner.get(), reason);
        set(administrator, learner.get(), false);
        ledger.write(RegisterEvent.done(administrator, learner.get().uln(), "learner.unmarked-sensitive"));
        return true;
    }

    private void end(Actor.Administrator administrator, Learner learner, String why) {
        var values = new ArrayList<Object>(List.of(now(), administrator.account(), why));
        values.addAll(learner.numbers().stream().map(Uln::digits).toList());
        sql.update(
                "update learner_sensitivity set ended_at = ?, ended_by = ?, why_ended = ? where ended_at is null"
                        + " and uln in (" + Sql.places(learner.numbers().size()) + ")",
                values);
    }

    /** All numbers of a person are marked, so that none of them tells. */
    private void set(Actor.Administrator administrator, Learner learner, boolean sensitive) {
        var details = new ArrayList<LearnerDetails>();
        for (var number : learner.numbers())
            register.row(number)
                    .ifPresent(row -> details.add(row.details().said().as(number, sensitive)));
        register.take(details, new Because(administrator, sensitive ? "marked-sensitive" : "unmarked-sensitive"));
    }

    /** The marks that stand, those to be looked at again first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Mark> standing(Actor.Administrator administrator) {
        Right.MARK_SENSITIVE.require(administrator);
        return sql.rows(OPEN, Mark::read, List.of());
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
        var looks = new ArrayList<Look>();
        for (var mark : sql.rows(OPEN, Mark::read, List.of())) {
            var numbers = learners.find(mark.uln()).map(Learner::numbers).orElse(Set.of(mark.uln()));
            var wanted = new Activity.Wanted(since, true);
            for (var entry :
                    ledger.activity(numbers, wanted, Optional.empty(), LOOKS).entries())
                if (entry.basis() == Basis.LAW && !entry.at().isBefore(since))
                    looks.add(new Look(entry.at(), mark.uln(), entry.organisation(), entry.what(), entry.outcome()));
        }
        looks.sort(Comparator.comparing(Look::at).reversed());
        return looks.stream().limit(LOOKS).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
