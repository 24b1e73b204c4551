package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.Newcomers.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class RelationshipsTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final FixedClock TOMORROW = FixedClock.at("2026-11-26T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final Actor.OrganisationUser COLLEGE = officer("10009931", Role.REGISTRATION_ONLINE);

    private static Uln sian(Database db) {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(LearnerFixtures.someone(uln))));
        return uln;
    }

    private static Relationship enrolled(Uln uln) {
        return new Relationship(
                uln,
                COLLEGE.organisation(),
                RelationKind.ENROLLED,
                SEPTEMBER,
                LocalDate.of(2027, 7, 31),
                RelationSource.ENROLMENT,
                "enrolment 4711");
    }

    private static Begun begin(Database db, Relationship one, String given, String family) {
        return db.call(em -> new Registry(em, CLOCK).relationships().begin(COLLEGE, one, given, family));
    }

    private static boolean stands(Database db, FixedClock clock, Uln uln) {
        return db.call(em -> new Registry(em, clock).relationships().stands(COLLEGE.organisation(), Set.of(uln)));
    }

    @OnBothDatabases
    void anEnrolmentOpensTheDetailsFromDayToDay(Database db) {
        var uln = sian(db);
        assertThat(stands(db, CLOCK, uln)).isFalse();

        assertThat(begin(db, enrolled(uln), "Siân", "Morgan")).isEqualTo(new Begun.Done());

        assertThat(stands(db, CLOCK, uln)).isTrue();
        assertThat(stands(db, FixedClock.at("2027-08-01T12:00:00Z"), uln)).isFalse();
    }

    @OnBothDatabases
    void itIsNotedForWhoeverIsNamedOnly(Database db) {
        var uln = sian(db);

        assertThat(begin(db, enrolled(uln), "Tomos", "Evans")).isEqualTo(new Begun.Nobody());
        assertThat(begin(db, enrolled(freshUln()), "Siân", "Morgan")).isEqualTo(new Begun.Nobody());
        assertThat(stands(db, CLOCK, uln)).isFalse();
    }

    @OnBothDatabases
    void whoeverTriesNumberAfterNumberIsStoppedAsInAFind(Database db) {
        var uln = sian(db);
        var busy = officer("10009933", Role.REGISTRATION_SUPER);
        db.run(em -> new Registry(em, CLOCK)
                .quota()
                .missed(
                        busy,
                        Stream.generate(() -> UUID.randomUUID().toString())
                                .limit(Quota.PER_USER)
                                .toList()));

        var asked = new Relationship(
                uln,
                busy.organisation(),
                RelationKind.ENROLLED,
                SEPTEMBER,
                LocalDate.of(2027, 7, 31),
                RelationSource.ENROLMENT,
                "enrolment 4712");

        Begun begun = db.call(em -> new Registry(em, CLOCK).relationships().begin(busy, asked, "Siân", "Morgan"));

        assertThat(begun).isInstanceOf(Begun.OverQuota.class);
        boolean stands =
                db.call(em -> new Registry(em, CLOCK).relationships().stands(busy.organisation(), Set.of(uln)));
        assertThat(stands).isFalse();
    }

    @OnBothDatabases
    void endedOnPurposeItIsOverAtOnce(Database db) {
        var uln = sian(db);
        begin(db, enrolled(uln), "Siân", "Morgan");

        var ended = db.call(
                em -> new Registry(em, CLOCK).relationships().end(COLLEGE, uln, RelationKind.ENROLLED, SEPTEMBER));
        var again = db.call(
                em -> new Registry(em, CLOCK).relationships().end(COLLEGE, uln, RelationKind.ENROLLED, SEPTEMBER));

        assertThat(ended).isTrue();
        assertThat(again).isFalse();
        assertThat(stands(db, CLOCK, uln)).isFalse();
        assertThat(stands(db, TOMORROW, uln)).isFalse();
    }

    @OnBothDatabases
    void whatWasEndedByMistakeBeginsAgainFromTheSameDayAsOftenAsItIsEnded(Database db) {
        var uln = sian(db);
        begin(db, enrolled(uln), "Siân", "Morgan");
        assertThatThrownBy(() -> begin(db, enrolled(uln), "Siân", "Morgan"))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .containsExactly(Mistake.Fault.at("from", "relationship-known")));

        for (var times = 0; times < 2; times++) {
            db.run(em -> new Registry(em, CLOCK).relationships().end(COLLEGE, uln, RelationKind.ENROLLED, SEPTEMBER));
            assertThat(stands(db, CLOCK, uln)).isFalse();

            assertThat(begin(db, enrolled(uln), "Siân", "Morgan")).isEqualTo(new Begun.Done());
            assertThat(stands(db, TOMORROW, uln)).isTrue();
            assertThatThrownBy(() -> begin(db, enrolled(uln), "Siân", "Morgan")).isInstanceOf(Mistake.class);
        }
        List<Relationship> all =
                db.call(em -> new Registry(em, CLOCK).relationships().all(new Actor.Learner(UUID.randomUUID(), uln)));
        assertThat(all).hasSize(3).extracting(Relationship::from).containsOnly(SEPTEMBER);
    }

    @OnBothDatabases
    void whatCameToItsEndByItselfIsKnown(Database db) {
        var uln = sian(db);
        var over = new Relationship(
                uln,
                COLLEGE.organisation(),
                RelationKind.ENROLLED,
                SEPTEMBER,
                SEPTEMBER,
                RelationSource.ENROLMENT,
                "4711");
        begin(db, over, "Siân", "Morgan");

        assertThatThrownBy(() -> begin(db, over, "Siân", "Morgan"))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .containsExactly(Mistake.Fault.at("from", "relationship-known")));
    }

    @OnBothDatabases
    void theLearnerSeesAllOfThemAlsoThoseThatAreOver(Database db) {
        var uln = sian(db);
        begin(db, enrolled(uln), "Siân", "Morgan");
        db.run(em -> new Registry(em, CLOCK).relationships().end(COLLEGE, uln, RelationKind.ENROLLED, SEPTEMBER));

        var all = db.call(em -> new Registry(em, CLOCK).relationships().all(new Actor.Learner(UUID.randomUUID(), uln)));

        assertThat(all).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(RelationKind.ENROLLED);
            assertThat(one.evidence()).isEqualTo("enrolment 4711");
            assertThat(one.until()).isEqualTo(TODAY.minusDays(1));
        });
    }

    @OnBothDatabases
    void whatIsNotedHasADayAnEndAndEvidence(Database db) {
        var uln = sian(db);
        var wrong = new Relationship(
                uln, COLLEGE.organisation(), RelationKind.TAUGHT, TODAY.plusDays(1), null, RelationSource.CENSUS, " ");

        assertThatThrownBy(() -> begin(db, wrong, "Siân", "Morgan"))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .extracting(fault -> fault.pointer() + " " + fault.code())
                                .containsExactly("from in-the-future", "until missing", "evidence missing"));
    }

    @OnBothDatabases
    void nobodyNotesItForAnotherOrganisation(Database db) {
        var uln = sian(db);
        var stranger = officer("10009932", Role.REGISTRATION_SUPER);

        assertThatThrownBy(() -> db.run(
                        em -> new Registry(em, CLOCK).relationships().begin(stranger, enrolled(uln), "Siân", "Morgan")))
                .isInstanceOf(Mistake.class);
        boolean ended = db.call(
                em -> new Registry(em, CLOCK).relationships().end(stranger, uln, RelationKind.ENROLLED, SEPTEMBER));
        assertThat(ended).isFalse();
    }
}
