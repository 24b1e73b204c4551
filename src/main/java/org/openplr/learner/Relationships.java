package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Which organisations a learner has to do with: made, dated and ended on purpose. It is the door to a record: an organisation
 * sees more of a learner than a find shows only while a relationship stands, and the learner sees every one.
 */
@Service
public class Relationships {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int LONGEST_EVIDENCE = 250;
    private static final int FEWEST = 3;
    private static final int MOST_YEARS = 10;
    static final String BEGUN = "learner.relation-begun";
    private static final String INSERT =
            "insert into learner_organisation (uln, ukprn, kind, starts_on, ends_on, source, evidence, made_by,"
                    + " made_at, begun_before) values (" + Sql.places(10) + ")";
    private static final String SAME_BEGINNING =
            "select begun_before, ended_at from learner_organisation where ukprn = ? and kind = ? and starts_on = ?"
                    + " and uln in (";
    private static final String SELECT = "select " + Relationship.COLUMNS + " from learner_organisation where uln in (";
    private static final String END = "update learner_organisation set ends_on = ?, ended_by = ?, ended_at = ?"
            + " where uln = ? and ukprn = ? and kind = ? and starts_on = ? and (ends_on is null or ends_on > ?)";

    private final Sql sql;
    private final Learners learners;
    private final Marks marks;
    private final Quota quota;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Relationships(Sql sql, Learners learners, Marks marks, Quota quota, Ledger ledger, InstantSource clock) {
        this.sql = sql;
        this.learners = learners;
        this.marks = marks;
        this.quota = quota;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Notes which organisation registered each of these learners; the same again changes nothing. */
    public void note(Map<Uln, Ukprn> registeredBy) {
        var known = new HashSet<Map.Entry<Uln, Ukprn>>();
        for (var one : read(registeredBy.keySet()))
            if (one.kind() == RelationKind.REGISTERED) known.add(Map.entry(one.uln(), one.organisation()));
        var rows = new ArrayList<List<@Nullable Object>>();
        registeredBy.forEach((uln, organisation) -> {
            if (!known.contains(Map.entry(uln, organisation))) rows.add(registered(uln, organisation, null));
        });
        sql.batch(INSERT, rows);
    }

    /** Notes that this officer's organisation registered them, who are new. */
    void registered(Actor.OrganisationUser officer, Collection<Uln> fresh) {
        sql.batch(
                INSERT,
                fresh.stream()
                        .map(uln -> registered(uln, officer.organisation(), officer))
                        .toList());
    }

    private List<@Nullable Object> registered(Uln uln, Ukprn by, Actor.@Nullable OrganisationUser officer) {
        return row(
                new Relationship(uln, by, RelationKind.REGISTERED, today(), null, RelationSource.REGISTRATION, ""),
                officer,
                0);
    }

    /** Notes these, of which none is noted yet. */
    void add(Actor.OrganisationUser officer, List<Relationship> fresh) {
        sql.batch(INSERT, fresh.stream().map(one -> row(one, officer, 0)).toList());
    }

    private List<@Nullable Object> row(Relationship one, Actor.@Nullable OrganisationUser officer, int begunBefore) {
        return Arrays.asList(
                one.uln().digits(),
                one.organisation().digits(),
                one.kind().name(),
                one.from(),
                one.until(),
                one.source().name(),
                one.evidence().isEmpty() ? null : one.evidence(),
                officer == null ? null : officer.account(),
                now(),
                begunBefore);
    }

    /**
     * Notes what a learner has to do with the officer's organisation. They are named by their number and names, as in a find:
     * it tells nobody whose number it is, and counts as a find does. What was ended on purpose may begin again on the same day.
     *
     * @param asked whose organisation is the officer's; from at most ten years ago and not to come, evidence in words or a
     *     number
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE with every fault
     */
    public Begun begin(Actor.OrganisationUser officer, Relationship asked, String givenName, String familyName) {
        Right.KEEP_RELATIONSHIPS.require(officer);
        if (!asked.organisation().equals(officer.organisation())) throw Mistake.notFound();
        var faults = faults(asked);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        if (!quota.allows(officer, 1))
            return refused(officer, Optional.empty(), "over-quota", new Begun.OverQuota(quota.untilTomorrow()));
        var known = learners.find(asked.uln());
        if (known.isEmpty() || !known.get().isCalled(givenName, familyName)) {
            quota.tried(officer, asked.uln(), false);
            return refused(officer, known.map(Learner::uln), "wrong-facts", new Begun.Nobody());
        }
        quota.tried(officer, known.get().uln(), true);
        return begin(officer, known.get(), asked);
    }

    private Begun begin(Actor.OrganisationUser officer, Learner learner, Relationship asked) {
        sql.update(INSERT, row(asked, officer, begunBefore(learner, asked)));
        ledger.write(
                RegisterEvent.done(officer, learner.uln(), BEGUN, asked.kind().name()));
        return new Begun.Done();
    }

    /**
     * How often the same has begun, and was ended on purpose each time.
     *
     * @throws Mistake UNPROCESSABLE where it was not: it is known
     */
    private int begunBefore(Learner learner, Relationship asked) {
        var values = new ArrayList<Object>(
                List.of(asked.organisation().digits(), asked.kind().name(), asked.from()));
        learner.numbers().forEach(number -> values.add(number.digits()));
        var same = sql.rows(
                SAME_BEGINNING + Sql.places(learner.numbers().size()) + ") order by begun_before desc",
                row -> row.momentIfAny("ended_at") == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(row.number("begun_before")),
                values);
        if (same.stream().anyMatch(OptionalInt::isEmpty))
            throw Mistake.unprocessable(Fault.at("from", "relationship-known"));
        return same.isEmpty() ? 0 : same.getFirst().orElseThrow() + 1;
    }

    private Begun refused(Actor.OrganisationUser officer, Optional<Uln> whom, String reason, Begun outcome) {
        ledger.write(RegisterEvent.refused(officer, whom, BEGUN, reason));
        return outcome;
    }

    static boolean sameBeginning(Relationship one, Relationship other) {
        return one.organisation().equals(other.organisation())
                && one.kind() == other.kind()
                && one.from().equals(other.from());
    }

    List<Fault> faults(Relationship asked) {
        var faults = new ArrayList<Fault>();
        var today = today();
        if (asked.kind() == RelationKind.REGISTERED) faults.add(Fault.at("kind", "unknown-value"));
        if (asked.from().isAfter(today)) faults.add(Fault.at("from", "in-the-future"));
        if (asked.from().isBefore(today.minusYears(MOST_YEARS)))
            faults.add(Fault.at("from", "too-long-ago", Integer.toString(MOST_YEARS)));
        var until = asked.until();
        if (until == null) faults.add(Fault.at("until", "missing"));
        else if (until.isBefore(asked.from())) faults.add(Fault.at("until", "before-the-beginning"));
        else if (until.isAfter(today.plusYears(MOST_YEARS)))
            faults.add(Fault.at("until", "too-far", Integer.toString(MOST_YEARS)));
        var evidence = asked.evidence().strip();
        if (evidence.isEmpty()) faults.add(Fault.at("evidence", "missing"));
        else if (evidence.length() < FEWEST) faults.add(Fault.at("evidence", "too-short", Integer.toString(FEWEST)));
        if (evidence.length() > LONGEST_EVIDENCE)
            faults.add(Fault.at("evidence", "too-long", Integer.toString(LONGEST_EVIDENCE)));
        return faults;
    }

    /**
     * Ends what a learner has to do with the officer's organisation: today is the last day of it.
     *
     * @return false where nothing of the kind stands
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public boolean end(Actor.OrganisationUser officer, Uln number, RelationKind kind, LocalDate from) {
        Right.KEEP_RELATIONSHIPS.require(officer);
        var learner = learners.find(number);
        if (learner.isEmpty()) return false;
        var standing = read(learner.get().numbers()).stream()
                .filter(one -> one.organisation().equals(officer.organisation()) && one.kind() == kind)
                .filter(one -> one.from().equals(from) && one.stands(today()))
                .toList();
        var ended = 0;
        for (var one : standing) ended += end(officer, one);
        if (ended > 0)
            ledger.write(RegisterEvent.done(officer, learner.get().uln(), "learner.relation-ended", kind.name()));
        return ended > 0;
    }

    /** Yesterday is the last day, so that it is over at once; one that began today never was. */
    private int end(Actor.OrganisationUser officer, Relationship one) {
        var last = today().minusDays(1);
        return sql.update(
                END,
                List.of(
                        last,
                        officer.account(),
                        now(),
                        one.uln().digits(),
                        one.organisation().digits(),
                        one.kind().name(),
                        one.from(),
                        last));
    }

    /** The organisations that a learner has to do with today, by any of these numbers, the longest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Ukprn> of(Collection<Uln> numbers) {
        var today = today();
        return read(numbers).stream()
                .filter(one -> one.stands(today))
                .map(Relationship::organisation)
                .distinct()
                .toList();
    }

    /** Whether a learner has to do with this organisation today, by any of these numbers. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean stands(Ukprn organisation, Collection<Uln> numbers) {
        return of(numbers).contains(organisation);
    }

    /**
     * Whether this user sees the whole of a sensitive learner who has to do with their organisation: they may at all, and the
     * administrators who marked the learner named their organisation.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean opens(Actor.OrganisationUser user, Learner learner) {
        return learner.sensitive()
                && Right.READ_SENSITIVE.isOf(user)
                && marks.name(user.organisation(), learner.numbers());
    }

    /** Everything that a learner has or had to do with organisations, for the learner, the longest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Relationship> all(Actor.Learner self) {
        return learners.find(self.uln()).map(one -> read(one.numbers())).orElse(List.of());
    }

    /** What a learner has or had to do with the officer's own organisation. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Relationship> own(Actor.OrganisationUser officer, Set<Uln> numbers) {
        Right.READ_LEARNERS.require(officer);
        return read(numbers).stream()
                .filter(one -> one.organisation().equals(officer.organisation()))
                .toList();
    }

    List<Relationship> read(Collection<Uln> numbers) {
        var found = new ArrayList<Relationship>();
        var all = List.copyOf(numbers);
        for (var at = 0; at < all.size(); at += 500) {
            var some = all.subList(at, Math.min(at + 500, all.size()));
            found.addAll(sql.rows(
                    SELECT + Sql.places(some.size()) + ") order by starts_on, ukprn, kind",
                    Relationship::read,
                    some.stream().map(Uln::digits).toList()));
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UK);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
