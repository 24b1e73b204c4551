package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Sensitivity.Mark;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * The marks of sensitive learners. A mark has one number; sensitive are all numbers of whoever has it, so that none of them
 * tells.
 */
@Part
class Marks {
    private static final Actor LINKS = new Actor.System("links");
    private static final int PER_STATEMENT = 500;
    private static final String INSERT =
            "insert into learner_sensitivity (uln, marked_at, marked_by, why, review_on) values (?, ?, ?, ?, ?)";
    private static final String NAME =
            "insert into learner_sensitivity_organisation (uln, marked_at, ukprn) values (?, ?, ?)";
    private static final String COPY = "insert into learner_sensitivity (uln, marked_at, marked_by, why, review_on)"
            + " select cast(? as varchar(10)), marked_at, marked_by, why, review_on from learner_sensitivity"
            + " where uln = ? and marked_at = ?";
    private static final String END =
            "update learner_sensitivity set ended_at = ?, ended_by = ?, why_ended = ? where ended_at is null and uln"
                    + " in (";
    private static final String STANDING = "select m.uln, m.marked_at, m.why, m.review_on, o.ukprn"
            + " from learner_sensitivity m left join learner_sensitivity_organisation o on o.uln = m.uln"
            + " and o.marked_at = m.marked_at where m.ended_at is null";
    private static final String IN_ORDER = " order by m.review_on, m.uln, o.ukprn";

    private final Sql sql;
    private final LearnerRegister register;
    private final InstantSource clock;

    @Inject
    Marks(Sql sql, LearnerRegister register, InstantSource clock) {
        this.sql = sql;
        this.register = register;
        this.clock = clock;
    }

    private record Named(Mark mark, @Nullable Ukprn organisation) {
        static Named read(Sql.Row row) throws SQLException {
            var ukprn = row.textIfAny("ukprn");
            return new Named(
                    new Mark(
                            new Uln(row.text("uln")),
                            row.moment("marked_at"),
                            row.text("why"),
                            row.date("review_on"),
                            List.of()),
                    ukprn == null ? null : new Ukprn(ukprn));
        }
    }

    /** Those that stand, to be looked at again first. */
    List<Mark> standing() {
        return marks(sql.rows(STANDING + IN_ORDER, Named::read, List.of()));
    }

    /** Those of these numbers that stand. */
    List<Mark> standing(Collection<Uln> numbers) {
        return marks(sql.rows(
                STANDING + " and m.uln in (" + Sql.places(numbers.size()) + ")" + IN_ORDER,
                Named::read,
                numbers.stream().map(Uln::digits).toList()));
    }

    private static List<Mark> marks(List<Named> rows) {
        var named = new LinkedHashMap<Mark, List<Ukprn>>();
        for (var row : rows) {
            var organisations = named.computeIfAbsent(row.mark, _ -> new ArrayList<>());
            if (row.organisation != null) organisations.add(row.organisation);
        }
        return named.entrySet().stream()
                .map(one -> one.getKey().naming(one.getValue()))
                .toList();
    }

    /** Whether every mark of whoever has these numbers names this organisation; where in doubt, none does. */
    boolean name(Ukprn organisation, Collection<Uln> numbers) {
        var marks = standing(numbers);
        return !marks.isEmpty()
                && marks.stream().allMatch(mark -> mark.organisations().contains(organisation));
    }

    /** Marks a learner by the number that counts, and all their numbers. */
    void add(Learner learner, String by, String why, LocalDate reviewOn, Collection<Ukprn> organisations) {
        var digits = learner.uln().digits();
        var now = now();
        sql.update(INSERT, List.of(digits, now, by, why, reviewOn));
        sql.batch(
                NAME,
                organisations.stream()
                        .map(one -> List.<Object>of(digits, now, one.digits()))
                        .toList());
    }

    /** Ends those of these numbers that stand. */
    void end(Collection<Uln> numbers, String by, String why) {
        var values = new ArrayList<Object>(List.of(now(), by, why));
        values.addAll(numbers.stream().map(Uln::digits).toList());
        sql.update(END + Sql.places(numbers.size()) + ")", values);
    }

    /**
     * Makes these numbers sensitive, or no longer.
     *
     * @throws Mistake UNPROCESSABLE where the register takes no change of one
     */
    void set(Collection<Uln> numbers, boolean sensitive, Actor by) {
        var details = new ArrayList<LearnerDetails>();
        for (var number : numbers)
            register.row(number)
                    .ifPresent(row -> details.add(row.details().said().as(number, sensitive)));
        var intake = register.take(details, new Because(by, sensitive ? "marked-sensitive" : "unmarked-sensitive"));
        if (!intake.refusals().isEmpty())
            throw Mistake.unprocessable(intake.refusals().getFirst().faults());
    }

    /** Those of these numbers that are sensitive, or lead to one that is. */
    List<Uln> sensitive(Collection<Uln> numbers) {
        var found = new ArrayList<Uln>();
        var asked = List.copyOf(Set.copyOf(numbers));
        for (var from = 0; from < asked.size(); from += PER_STATEMENT) {
            var part = asked.subList(from, Math.min(from + PER_STATEMENT, asked.size()));
            var in = "in (" + Sql.places(part.size()) + ")";
            var digits = new ArrayList<>(part.stream().map(Uln::digits).toList());
            digits.addAll(List.copyOf(digits));
            found.addAll(sql.rows(
                    "select uln as digits from " + Learners.BY_KEY + " where is_sensitive = true and uln " + in
                            + " union select k.superseded as digits from learner_link k join learner m"
                            + " on m.uln = k.master where m.is_sensitive = true and k.superseded " + in,
                    row -> new Uln(row.text("digits")),
                    digits));
        }
        return found;
    }

    /** These are one person's numbers now: where one is sensitive, all are. */
    void linked(Learner learner) {
        if (!sensitive(learner.numbers()).isEmpty()) set(learner.numbers(), true, LINKS);
    }

    /**
     * They are two people again, each as they were before they were one. What was marked meanwhile may mean either, and stands
     * for both.
     *
     * @param since when they became one
     */
    void unlinked(Instant since, Optional<Learner> one, Optional<Learner> other) {
        var marks = one.map(learner -> standing(learner.numbers())).orElse(List.of());
        var others = other.map(learner -> standing(learner.numbers())).orElse(List.of());
        one.ifPresent(learner -> share(since, others, learner, marks));
        other.ifPresent(learner -> share(since, marks, learner, others));
    }

    private void share(Instant since, List<Mark> marks, Learner learner, List<Mark> own) {
        var meanwhile =
                marks.stream().filter(mark -> !mark.at().isBefore(since)).toList();
        for (var mark : meanwhile) {
            var digits = learner.uln().digits();
            sql.update(COPY, List.of(digits, mark.uln().digits(), mark.at()));
            for (var organisation : mark.organisations())
                sql.update(NAME, List.of(digits, mark.at(), organisation.digits()));
        }
        if (meanwhile.isEmpty() && own.isEmpty()) set(learner.numbers(), false, LINKS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
