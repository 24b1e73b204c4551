package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.record.RecordFixtures.IMPORTER;
import static org.openplr.record.RecordFixtures.aLevel;
import static org.openplr.record.RecordFixtures.course;
import static org.openplr.record.RecordFixtures.graded;
import static org.openplr.record.RecordFixtures.keeping;
import static org.openplr.record.RecordFixtures.loadedOn;
import static org.openplr.record.RecordFixtures.taken;
import static org.openplr.record.RecordFixtures.unit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class RecordsTest {
    private static final Actor.OrganisationUser QUILLON =
            new Actor.OrganisationUser(new UUID(0, 7), new Ukprn("19990251"), Set.of(Role.AWARDING));

    private final FixedClock clock = FixedClock.at("2026-11-23T12:00:00Z");

    private static PersonalRecord record(Database db, Learner learner) {
        return db.call(em -> new Records(new Sql(em)).of(learner));
    }

    @OnBothDatabases
    void aRecordIsReadInOneStatementNewestFirst(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        db.run(em -> taken(em, course(learner.uln()), aLevel(learner.uln()), unit(learner.uln())));

        var statements = db.statements(em -> new Records(new Sql(em)).of(learner));
        var record = record(db, learner);

        assertThat(statements).isEqualTo(1);
        assertThat(record.events())
                .extracting(LearningEvent::kind)
                .containsExactly(EventKind.ACHIEVEMENT, EventKind.UNIT, EventKind.PARTICIPATION);
        assertThat(record.events())
                .extracting(event ->
                        event.academicYear().map(AcademicYear::toString).orElse("none"))
                .containsExactly("2018/19", "2013/14", "2010/11");
    }

    @OnBothDatabases
    void whatIsOddStaysAsItCameAndIsReadBesideIt(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        db.run(em -> taken(em, course(learner.uln())));

        var event = record(db, learner).events().getFirst();

        assertThat(event.award().grade()).isEqualTo("9999999999");
        assertThat(event.realGrade()).isEmpty();
        assertThat(event.level()).isEmpty();
        assertThat(event.awardingOrganisation().code()).isEqualTo("UNKNWN");
        assertThat(event.awardingOrganisation().ukprn()).isEmpty();
        assertThat(event.qan().orElseThrow().slashed()).isEqualTo("100/0323/X");
        assertThat(event.status()).isEqualTo(EventStatus.FINAL);
    }

    @OnBothDatabases
    void aChangeIsANewVersionAndTheOldOneIsKeptAsItWasKnown(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var event = aLevel(learner.uln());
        db.run(em -> keeping(em, clock).take(List.of(event), IMPORTER, "first return"));
        var then = clock.instant();
        clock.forward(Duration.ofDays(10));
        db.run(em -> keeping(em, clock).take(List.of(graded(event, "A*")), IMPORTER, "after an appeal"));

        var now = record(db, learner);
        var before = db.call(em -> new Records(new Sql(em)).asKnownAt(learner, then));
        var tooEarly = db.call(em -> new Records(new Sql(em)).asKnownAt(learner, then.minusMillis(1)));

        assertThat(now.events().getFirst().award().grade()).isEqualTo("A*");
        assertThat(before.events().getFirst().award().grade()).isEqualTo("A");
        assertThat(before.events().getFirst().id())
                .isEqualTo(now.events().getFirst().id());
        assertThat(tooEarly.events()).isEmpty();
    }

    @OnBothDatabases
    void theSameAgainChangesNothingEvenInALaterReturn(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var event = aLevel(learner.uln());
        db.run(em -> taken(em, event));
        var before = record(db, learner);

        var again = db.call(em ->
                keeping(em, clock).take(List.of(event, loadedOn(event, "2026-11-20")), IMPORTER, "the same file"));

        assertThat(again.changes()).isEqualTo(new Changes(0, 0, 1));
        assertThat(record(db, learner)).isEqualTo(before);
    }

    @OnBothDatabases
    void theVersionChangesExactlyWhenContentDoes(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var first = aLevel(learner.uln());
        var second = unit(learner.uln());
        var empty = record(db, learner).version();
        db.run(em -> taken(em, first, second));
        var both = record(db, learner).version();
        db.run(em -> taken(em, second, first));
        var bothAgain = record(db, learner).version();
        db.run(em -> taken(em, graded(first, "B")));
        var changed = record(db, learner).version();
        db.run(em -> taken(em, first));
        var changedBack = record(db, learner).version();

        assertThat(empty).hasSize(64).isNotEqualTo(both);
        assertThat(bothAgain).isEqualTo(both);
        assertThat(changed).isNotEqualTo(both);
        assertThat(changedBack).isEqualTo(both);
    }

    @OnBothDatabases
    void aWithdrawnEventIsGoneFromTheRecordUntilItIsReinstated(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var event = aLevel(learner.uln());
        db.run(em -> taken(em, event));
        var before = record(db, learner);
        var id = before.events().getFirst().id();

        var withdrawn = db.call(em -> keeping(em, clock).withdraw(id, IMPORTER, "awarded in error"));
        var again = db.call(em -> keeping(em, clock).withdraw(id, IMPORTER, "awarded in error"));
        db.run(em -> taken(em, event));
        var gone = record(db, learner);
        db.run(em -> keeping(em, clock).reinstate(id, IMPORTER, "it was right"));

        assertThat(withdrawn).isTrue();
        assertThat(again).isFalse();
        assertThat(gone.events()).isEmpty();
        assertThat(record(db, learner)).isEqualTo(before);
    }

    @OnBothDatabases
    void aMarkOfChallengeOutlastsWhatTheSourceReports(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var event = aLevel(learner.uln());
        db.run(em -> taken(em, event));
        var before = record(db, learner);
        var id = before.events().getFirst().id();

        db.run(em -> keeping(em, clock).markUnderDataChallenge(id, true, IMPORTER, "challenge opened"));
        db.run(em -> taken(em, event));
        var challenged = record(db, learner);
        db.run(em -> keeping(em, clock).markUnderDataChallenge(id, false, IMPORTER, "challenge closed"));

        assertThat(challenged.events().getFirst().underDataChallenge()).isTrue();
        assertThat(challenged.version()).isNotEqualTo(before.version());
        assertThat(record(db, learner)).isEqualTo(before);
    }

    @OnBothDatabases
    void aMarkOfNowStandsOnTheRecordOfThen(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var event = aLevel(learner.uln());
        db.run(em -> taken(em, event));
        var then = clock.instant();
        var before = record(db, learner);
        clock.forward(Duration.ofDays(1));

        db.run(em -> keeping(em, clock).take(List.of(graded(event, "B"), unit(learner.uln())), IMPORTER, "corrected"));
        db.run(em -> keeping(em, clock)
                .markUnderDataChallenge(before.events().getFirst().id(), true, IMPORTER, "challenge opened"));
        var shown = db.call(em -> new Records(new Sql(em)).asKnownAt(learner, then));
        var statements = db.statements(em -> new Records(new Sql(em)).asKnownAt(learner, then));

        assertThat(shown.events()).singleElement().satisfies(e -> {
            assertThat(e.realGrade()).isEqualTo(before.events().getFirst().realGrade());
            assertThat(e.underDataChallenge()).isTrue();
        });
        assertThat(shown.version()).isEqualTo(before.version());
        assertThat(statements).isEqualTo(1);
    }

    @OnBothDatabases
    void eventsOfASupersededNumberAreReadThroughTheMaster(Database db) {
        var older = db.call(LearnerFixtures::registered);
        var master = db.call(LearnerFixtures::registered);
        db.run(em -> taken(em, course(older.uln()), aLevel(master.uln())));
        db.run(em -> LearnerFixtures.linked(em, older.uln(), master.uln()));

        var learner =
                db.call(em -> LearnerFixtures.learners(em).find(older.uln())).orElseThrow();
        var statements = db.statements(em -> new Records(new Sql(em)).of(learner));

        assertThat(record(db, learner).events())
                .extracting(LearningEvent::uln)
                .containsExactly(master.uln(), older.uln());
        assertThat(statements).isEqualTo(1);
    }

    @OnBothDatabases
    void anEventOfNobodyIsRefusedAndTheOthersGoIn(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var good = aLevel(learner.uln());
        var bad = aLevel(LearnerFixtures.freshUln());

        var intake = db.call(em -> keeping(em, clock).take(List.of(bad, good), IMPORTER, "a file"));

        assertThat(intake.changes()).isEqualTo(new Changes(1, 0, 0));
        assertThat(intake.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.index()).isZero();
            assertThat(refusal.faults()).containsExactly(Mistake.Fault.at("ULN", "not-registered"));
        });
    }

    @OnBothDatabases
    void hundredsOfEventsCostAHandfulOfStatements(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var events =
                IntStream.range(0, 400).mapToObj(i -> aLevel(learner.uln())).toList();

        var first = db.statements(em -> keeping(em, clock).take(events, IMPORTER, "a file"));
        var again = db.statements(em -> keeping(em, clock).take(events, IMPORTER, "a file"));

        assertThat(first).isLessThanOrEqualTo(3);
        assertThat(again).isLessThanOrEqualTo(2);
        assertThat(record(db, learner).events()).hasSize(400);
    }

    @OnBothDatabases
    void anEventThatIsNotThereCannotBeWithdrawn(Database db) {
        var nothing = UUID.randomUUID();

        assertThatThrownBy(() -> db.run(em -> keeping(em, clock).withdraw(nothing, IMPORTER, "")))
                .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void howAnEventCameToBeWhatItIsIsToldVersionByVersionAndOnlyOfOnesOwn(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var other = db.call(LearnerFixtures::registered);
        var event = aLevel(learner.uln());
        db.run(em -> keeping(em, clock).take(List.of(event), IMPORTER, "first return"));
        var id = record(db, learner).events().getFirst().id();
        clock.forward(Duration.ofDays(10));
        db.run(em -> keeping(em, clock).take(List.of(graded(event, "A*")), IMPORTER, "after an appeal"));
        clock.forward(Duration.ofDays(1));
        db.run(em -> keeping(em, clock).withdraw(id, QUILLON, "entered in error"));

        var history = db.call(em -> new Records(new Sql(em)).history(learner, id));

        assertThat(history).extracting(KnownVersion::number).containsExactly(1, 2, 3);
        assertThat(history)
                .extracting(KnownVersion::why)
                .containsExactly("first return", "after an appeal", "entered in error");
        assertThat(history).extracting(KnownVersion::withdrawn).containsExactly(false, false, true);
        assertThat(history)
                .extracting(version -> version.event().award().grade())
                .containsExactly("A", "A*", "A*");
        assertThat(history.get(0).until()).isEqualTo(history.get(1).from());
        assertThat(history.get(2).until()).isNull();
        assertThat(history.get(0).organisation()).isEmpty();
        assertThat(history.get(2).organisation()).contains(QUILLON.organisation());
        assertThat(db.<List<KnownVersion>>call(em -> new Records(new Sql(em)).history(other, id)))
                .isEmpty();
        var self = new Actor.Learner(UUID.randomUUID(), learner.uln());
        assertThat(db.<List<KnownVersion>>call(
                        em -> RecordFixtures.ownEvents(em, clock).history(self, learner, id)))
                .isEqualTo(history);
    }

    @OnBothDatabases
    void whoeverReachesForAnothersEventsIsSeenByThatLearnerOnceACall(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var other = db.call(LearnerFixtures::registered);
        db.run(em ->
                keeping(em, clock).take(List.of(aLevel(learner.uln()), aLevel(learner.uln())), IMPORTER, "returns"));
        var theirs =
                record(db, learner).events().stream().map(LearningEvent::id).toList();
        var stranger = new Actor.Learner(UUID.randomUUID(), other.uln());

        assertThat(db.<List<KnownVersion>>call(
                        em -> RecordFixtures.ownEvents(em, clock).history(stranger, other, theirs.getFirst())))
                .isEmpty();
        assertThat(db.<List<KnownVersion>>call(
                        em -> RecordFixtures.ownEvents(em, clock).history(stranger, other, UUID.randomUUID())))
                .isEmpty();
        assertThat(db.<Boolean>call(em -> RecordFixtures.ownEvents(em, clock)
                        .areReachable(stranger, other.numbers(), theirs, "record.event-shared")))
                .isFalse();
        assertThat(db.<Boolean>call(em -> RecordFixtures.ownEvents(em, clock)
                        .areReachable(stranger, learner.numbers(), theirs, "record.event-shared")))
                .isTrue();

        assertThat(AuditFixtures.strangers(db, learner.uln()))
                .hasSize(2)
                .startsWith("record.event-looked-at " + theirs.getFirst());
    }

    @OnBothDatabases
    void whatTheFullerFormAddsIsKeptAndIsContent(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var plain = aLevel(learner.uln());
        var further = new LearningEvent.Further(
                LocalDate.parse("2018-06-11"),
                "Y",
                new LearningEvent.Framework("454", "Accounting"),
                "Graded A* to E",
                false,
                "whole-1");
        var fuller = RecordFixtures.fuller(plain, further);
        db.run(em -> taken(em, plain));
        var before = record(db, learner);
        db.run(em -> taken(em, fuller));
        var after = record(db, learner);

        assertThat(before.events().getFirst().further()).isEqualTo(LearningEvent.Further.NOTHING);
        assertThat(after.events().getFirst().further()).isEqualTo(further);
        assertThat(after.events().getFirst().isRetake()).isTrue();
        assertThat(after.version()).isNotEqualTo(before.version());
        db.run(em -> taken(em, plain));
        assertThat(record(db, learner).version()).isEqualTo(before.version());
    }

    @OnBothDatabases
    void aSensitiveEventIsKeptFromOrganisationsAndNotFromTheLearner(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var sensitive = new LearningEvent.Further(null, null, null, null, true, null);
        db.run(em -> taken(em, RecordFixtures.fuller(aLevel(learner.uln()), sensitive), unit(learner.uln())));

        assertThat(record(db, learner).events()).hasSize(2);
        assertThat(db.call(em -> new Records(new Sql(em)).unrestrictedOf(learner))
                        .events())
                .extracting(LearningEvent::kind)
                .containsExactly(EventKind.UNIT);
    }
}
