package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.Newcomers.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.AuditFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** A college names those whom it enrolled by a file. */
class RelatingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final FixedClock TOMORROW = FixedClock.at("2026-11-26T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate JULY = LocalDate.of(2027, 7, 31);

    private static Actor.OrganisationUser college() {
        return officer(Role.REGISTRATION_BATCH);
    }

    private static Uln sian(Database db) {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(LearnerFixtures.someone(uln))));
        return uln;
    }

    private static ToRelate enrolled(Uln uln, String given, String family, @Nullable LocalDate born) {
        return new ToRelate(
                new ToVerify(uln, given, family, born, Gender.UNKNOWN),
                RelationKind.ENROLLED,
                SEPTEMBER,
                JULY,
                RelationSource.ENROLMENT,
                "enrolment 4711");
    }

    private static ToRelate enrolled(Uln uln) {
        return enrolled(uln, "Siân", "Morgan", null);
    }

    private static List<Related> begin(Database db, Actor.OrganisationUser college, List<ToRelate> asked) {
        return db.call(em -> new Registry(em, CLOCK).relating().beginAll(college, asked));
    }

    private static boolean stands(Database db, Actor.OrganisationUser college, Uln uln) {
        return db.call(em -> new Registry(em, CLOCK).relationships().stands(college.organisation(), Set.of(uln)));
    }

    @OnBothDatabases
    void whoeverIsNamedRightIsNotedOnceAndTheOthersAreNobody(Database db) {
        var college = college();
        var uln = sian(db);
        var other = sian(db);

        var related = begin(
                db,
                college,
                List.of(
                        enrolled(uln),
                        enrolled(uln),
                        enrolled(other, "Tomos", "Evans", null),
                        enrolled(other, "Siân", "Morgan", LocalDate.of(1960, 1, 2)),
                        enrolled(freshUln())));

        assertThat(related)
                .containsExactly(
                        new Related.Noted(),
                        new Related.Again(),
                        new Related.Nobody(),
                        new Related.Nobody(),
                        new Related.Nobody());
        assertThat(stands(db, college, uln)).isTrue();
        assertThat(stands(db, college, other)).isFalse();
        assertThat(begin(db, college, List.of(enrolled(uln)))).containsExactly(new Related.Again());
    }

    @OnBothDatabases
    void theLedgerHasEveryOneWhomItOpensADoorTo(Database db) {
        var uln = sian(db);

        begin(db, college(), List.of(enrolled(uln)));

        var seen = db.call(em -> AuditFixtures.ledger(new Sql(em), CLOCK)
                .activity(Set.of(uln), Optional.empty(), 10)
                .entries());
        assertThat(seen).extracting(one -> one.what()).contains("learner.relation-begun");
    }

    /** Married since school: the college still has the name from before, as a page may. */
    @OnBothDatabases
    void whoeverIsNamedByTheFamilyNameTheyHadIsMeant(Database db) {
        var uln = freshUln();
        var one = LearnerFixtures.someone(uln);
        var names = new LearnerDetails.Names(null, "Siân", null, null, "Llewelyn", "Morgan", null);
        db.run(em -> LearnerFixtures.register(em)
                .take(List.of(new LearnerDetails(
                        uln,
                        names,
                        one.dateOfBirth(),
                        one.gender(),
                        one.address(),
                        one.background(),
                        one.email(),
                        one.verification(),
                        one.abilityToShare(),
                        one.sensitive()))));

        assertThat(begin(db, college(), List.of(enrolled(uln)))).containsExactly(new Related.Noted());
    }

    /** Whoever tries their number with another name is seen by them, as if it had been one and not a file. */
    @OnBothDatabases
    void whoeverIsNamedWrongSeesThatItWasTried(Database db) {
        var uln = sian(db);

        begin(db, college(), List.of(enrolled(uln, "Tomos", "Evans", null)));

        var seen = db.call(em -> AuditFixtures.ledger(new Sql(em), CLOCK)
                .activity(Set.of(uln), Optional.empty(), 10)
                .entries());
        assertThat(seen)
                .extracting(one -> one.what() + " " + one.reason())
                .contains("learner.relation-begun wrong-facts");
    }

    @OnBothDatabases
    void aSupersededNumberIsNotedForItsMasterToo(Database db) {
        var college = college();
        var master = sian(db);
        var superseded = sian(db);
        db.run(em -> LearnerFixtures.links(em).link(superseded, master));

        assertThat(begin(db, college, List.of(enrolled(superseded)))).containsExactly(new Related.Noted());
        assertThat(stands(db, college, superseded)).isTrue();
        assertThat(begin(db, college, List.of(enrolled(superseded)))).containsExactly(new Related.Again());
    }

    @OnBothDatabases
    void aRowThatIsWrongCostsNoOther(Database db) {
        var college = college();
        var uln = sian(db);
        var good = enrolled(uln);
        var backwards = new ToRelate(
                good.learner(), good.kind(), SEPTEMBER, SEPTEMBER.minusDays(1), good.source(), good.evidence());
        var early = new ToRelate(good.learner(), good.kind(), TODAY.plusDays(1), JULY, good.source(), good.evidence());
        var endless = new ToRelate(good.learner(), good.kind(), SEPTEMBER, null, good.source(), "x");

        var related = begin(db, college, List.of(backwards, early, endless, good));

        assertThat(related.stream().map(RelatingTest::told).toList())
                .containsExactly(
                        "until before-the-beginning",
                        "from in-the-future",
                        "until missing, evidence too-short",
                        "Noted[]");
    }

    private static String told(Related related) {
        return related instanceof Related.Rejected(var faults)
                ? String.join(
                        ", ",
                        faults.stream()
                                .map(fault -> fault.pointer() + " " + fault.code())
                                .toList())
                : related.toString();
    }

    /** Ten thousand a day by files, and tomorrow again; whoever looks one by one is not held up by it. */
    @OnBothDatabases
    void filesNameSoManyPeopleADayAndNoMore(Database db) {
        var college = college();
        var uln = sian(db);
        var many = Stream.generate(LearnerFixtures::freshUln)
                .limit(Quota.PER_FILES - 1)
                .toList();
        db.run(em -> IntStream.range(0, 20)
                .forEach(part -> new Registry(em, CLOCK)
                        .quota()
                        .namedByFile(
                                college.organisation(),
                                List.of(),
                                many.subList(part * 500, Math.min((part + 1) * 500, many.size())))));
        var two = new ArrayList<>(List.of(enrolled(uln), enrolled(sian(db))));

        assertThat(begin(db, college, two)).containsExactly(new Related.Noted(), new Related.OverQuota());
        assertThat(begin(db, college, List.of(two.get(1)))).containsExactly(new Related.OverQuota());

        List<Related> tomorrow =
                db.call(em -> new Registry(em, TOMORROW).relating().beginAll(college, List.of(two.get(1))));
        assertThat(tomorrow).containsExactly(new Related.Noted());
        boolean finds = db.call(em -> new Registry(em, CLOCK).quota().allows(college, 1));
        assertThat(finds).isTrue();
    }

    /** The firm that looked up 22,000 learners: its first file stands first on the page of whoever watches, that day. */
    @OnBothDatabases
    void whoeverWatchesSeesThemOnTheFirstDay(Database db) {
        var college = college();
        begin(db, college, List.of(enrolled(sian(db)), enrolled(freshUln())));

        List<Watching.Line> lines =
                db.call(em -> new Watching(new Sql(em), CLOCK).lines(new Actor.Administrator(UUID.randomUUID())));

        assertThat(lines)
                .filteredOn(line -> line.organisation().equals(college.organisation()))
                .containsExactly(new Watching.Line(college.organisation(), 2, 2, 50, 1));
    }

    @OnBothDatabases
    void whoeverMaySendNoFilesNotesNobody(Database db) {
        var officer = officer(Role.REGISTRATION_ONLINE);
        var asked = List.of(enrolled(sian(db)));

        assertThatThrownBy(() -> begin(db, officer, asked))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
    }
}
