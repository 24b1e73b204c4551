package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.someone;
import static org.openplr.record.AchievementFixtures.ENDED;
import static org.openplr.record.AchievementFixtures.UNIT;
import static org.openplr.record.AchievementFixtures.awarding;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.openplr.learner.LearnerFixtures;
import org.openplr.learner.ToVerify;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.qualification.AwardReference;
import org.openplr.record.Achievement.Action;
import org.openplr.record.Maintained.Kind;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Awarding organisations keep what they awarded. */
class MaintainingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-27T12:00:00Z");
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    private static Uln learner(Database db) {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(someone(uln))));
        return uln;
    }

    private static String reference() {
        return "OA-" + REFERENCES.incrementAndGet();
    }

    private static ToVerify sian(Uln uln) {
        return new ToVerify(uln, "Siân", "Morgan", null, Gender.UNKNOWN);
    }

    private static Achievement.Made made(ToVerify learner, AwardReference award, String grade, boolean provisional) {
        return new Achievement.Made(
                learner, award, LocalDate.parse("2026-06-12"), grade, null, "English", provisional, null);
    }

    private static Achievement award(Uln uln, String reference, String grade) {
        return Achievement.submitted(reference, made(sian(uln), UNIT, grade, false));
    }

    private static Achievement provisional(Uln uln, String reference) {
        return Achievement.submitted(reference, made(sian(uln), UNIT, "Pass", true));
    }

    private static Achievement of(Uln uln, AwardReference award) {
        return Achievement.submitted(reference(), made(sian(uln), award, "Pass", false));
    }

    private static Achievement act(Action action, Uln uln, String reference) {
        return new Achievement(action, reference, uln, null, "entered in error");
    }

    private static Maintaining maintaining(EntityManager em) {
        return AchievementFixtures.maintaining(em, CLOCK);
    }

    private static List<Maintained> send(Database db, Actor.OrganisationUser user, Achievement... some) {
        return db.call(em -> maintaining(em).maintain(user, List.of(some)));
    }

    private static Maintained one(Database db, Actor.OrganisationUser user, Achievement achievement) {
        return send(db, user, achievement).getFirst();
    }

    private static List<LearningEvent> events(Database db, Uln uln) {
        return db.call(em -> RecordFixtures.records(em).of(Set.of(uln)).events());
    }

    private static List<String> told(Database db, Uln uln) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select what from ledger_entry where subject_uln = ? and what like 'achievement.%'"
                                + " order by happened_at, id",
                        row -> row.text("what"), List.of(uln.digits())));
    }

    private static String why(Maintained outcome) {
        var rejected = (Maintained.Rejected) outcome;
        return rejected.kind() + " "
                + rejected.faults().getFirst().pointer() + " "
                + rejected.faults().getFirst().code();
    }

    @OnBothDatabases
    void anAwardIsInTheRecordWithTheTitleOfTheRegisterAndTheLearnerSeesWhoAddedIt(Database db) {
        var user = awarding(db);
        var uln = learner(db);

        assertThat(one(db, user, award(uln, reference(), "Merit"))).isEqualTo(new Maintained.Created());

        assertThat(events(db, uln)).singleElement().satisfies(event -> {
            assertThat(event.subject())
                    .isEqualTo(new LearningEvent.Subject("Q/999/0201", "Signals", "Unit", "Level 2"));
            assertThat(event.award().grade()).isEqualTo("Merit");
            assertThat(event.award().credits()).isEqualTo(4);
            assertThat(event.awardingOrganisation().name()).isEqualTo("Otter Awards");
            assertThat(event.kind()).isEqualTo(EventKind.UNIT);
        });
        assertThat(told(db, uln)).containsExactly("achievement.created");
    }

    @OnBothDatabases
    void theSameAgainChangesNothingAndAnotherGradeIsANewVersion(Database db) {
        var user = awarding(db);
        var uln = learner(db);
        var reference = reference();
        one(db, user, award(uln, reference, "Pass"));

        assertThat(one(db, user, award(uln, reference, "Pass"))).isEqualTo(new Maintained.Unchanged());
        assertThat(one(db, user, award(uln, reference, "Merit"))).isEqualTo(new Maintained.Updated());

        assertThat(events(db, uln)).extracting(event -> event.award().grade()).containsExactly("Merit");
        assertThat(told(db, uln)).containsExactly("achievement.created", "achievement.updated");
        int versions = db.call(em -> new Sql(em)
                .rows(
                        "select count(*) as n from record_event_version where uln = ?",
                        row -> row.number("n"),
                        List.of(uln.digits()))
                .getFirst());
        assertThat(versions).isEqualTo(2);
    }

    @OnBothDatabases
    void withdrawnItIsGoneAndReinstatedItIsBackEachWithAReason(Database db) {
        var user = awarding(db);
        var uln = learner(db);
        var reference = reference();
        one(db, user, award(uln, reference, "Pass"));

        assertThat(one(db, user, act(Action.WITHDRAW, uln, reference))).isEqualTo(new Maintained.Withdrawn());
        assertThat(events(db, uln)).isEmpty();
        assertThat(one(db, user, act(Action.WITHDRAW, uln, reference))).isEqualTo(new Maintained.Unchanged());
        assertThat(why(one(db, user, award(uln, reference, "Merit"))))
                .isEqualTo("BUSINESS_RULE reference achievement-withdrawn");
        assertThat(one(db, user, act(Action.REINSTATE, uln, reference))).isEqualTo(new Maintained.Reinstated());
        assertThat(events(db, uln)).hasSize(1);
        assertThat(told(db, uln))
                .containsExactly("achievement.created", "achievement.withdrawn", "achievement.reinstated");
    }

    @OnBothDatabases
    void whatWasProvisionalIsMadeFinalAndNeverProvisionalAgain(Database db) {
        var user = awarding(db);
        var uln = learner(db);
        var byAct = reference();
        var byGrade = reference();
        send(db, user, provisional(uln, byAct), provisional(uln, byGrade));
        assertThat(events(db, uln)).extracting(LearningEvent::status).containsOnly(EventStatus.PROVISIONAL);

        assertThat(send(db, user, act(Action.FINAL, uln, byAct), award(uln, byGrade, "Merit")))
                .containsExactly(new Maintained.Promoted(), new Maintained.Promoted());
        assertThat(one(db, user, act(Action.FINAL, uln, byAct))).isEqualTo(new Maintained.Unchanged());
        assertThat(why(one(db, user, provisional(uln, byAct)))).isEqualTo("BUSINESS_RULE status final-already");
        assertThat(events(db, uln)).extracting(LearningEvent::status).containsOnly(EventStatus.FINAL);
    }

    @OnBothDatabases
    void aBadOneNeverStopsAGoodOneAndEachSaysWhy(Database db) {
        var user = awarding(db);
        var uln = learner(db);
        var good = reference();
        var future = new Achievement.Made(sian(uln), UNIT, LocalDate.parse("2026-11-28"), "", -1, "", false, null);
        var somebodyElse = new ToVerify(uln, "Tomos", "Evans", null, Gender.UNKNOWN);

        var outcomes = send(
                db,
                user,
                Achievement.submitted("no spaces", future),
                Achievement.submitted(reference(), made(somebodyElse, UNIT, "Pass", false)),
                award(freshUln(), reference(), "Pass"),
                of(uln, AwardReference.parse("60311642").orElseThrow()),
                of(uln, ENDED),
                act(Action.WITHDRAW, uln, reference()),
                award(uln, good, "Pass"),
                award(uln, good, "Merit"));

        assertThat(((Maintained.Rejected) outcomes.getFirst()).faults())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(
                        "reference own-reference", "awardedOn in-the-future", "grade missing", "credits between");
        assertThat(outcomes.subList(1, 6))
                .extracting(MaintainingTest::why)
                .containsExactly(
                        "LEARNER_DATA uln learner-not-verified",
                        "LEARNER_DATA uln learner-not-verified",
                        "BUSINESS_RULE award not-yours-to-award",
                        "BUSINESS_RULE awardedOn not-awarded-then",
                        "BUSINESS_RULE reference no-such-achievement");
        assertThat(outcomes.get(6)).isEqualTo(new Maintained.Created());
        assertThat(why(outcomes.get(7))).isEqualTo("BUSINESS_RULE reference twice-at-once");
        assertThat(events(db, uln)).extracting(event -> event.award().grade()).containsExactly("Pass");
    }

    @OnBothDatabases
    void anOrganisationTouchesItsOwnAwardsOnly(Database db) {
        var user = awarding(db);
        var other = awarding(db);
        var uln = learner(db);
        var reference = reference();
        one(db, user, award(uln, reference, "Pass"));

        assertThat(why(one(db, other, act(Action.WITHDRAW, uln, reference))))
                .isEqualTo("BUSINESS_RULE reference no-such-achievement");
        assertThat(one(db, other, award(uln, reference, "Merit"))).isEqualTo(new Maintained.Created());

        assertThat(events(db, uln))
                .extracting(event -> event.award().grade())
                .containsExactlyInAnyOrder("Pass", "Merit");
    }

    @OnBothDatabases
    void anOrganisationSeesWhatItKeepsAndNobodyElses(Database db) {
        var user = awarding(db);
        var other = awarding(db);
        var uln = learner(db);
        var first = reference();
        var last = reference();
        send(db, user, award(uln, first, "Pass"), award(learner(db), last, "Merit"));
        one(db, other, award(uln, first, "Fail"));
        one(db, user, act(Action.WITHDRAW, uln, first));

        assertThat(own(db, user, "")).containsExactlyInAnyOrder(first + " Pass true", last + " Merit false");
        assertThat(own(db, user, last)).containsExactly(last + " Merit false");
        assertThat(own(db, user, uln.digits())).containsExactly(first + " Pass true");
        assertThat(own(db, user, "%")).isEmpty();
        assertThat(own(db, user, "_A")).isEmpty();
        assertThat(one(db, user, first)).contains(first);
        assertThat(one(db, user, first.substring(0, 3))).isEmpty();
    }

    private static Optional<String> one(Database db, Actor.OrganisationUser user, String reference) {
        return db.call(em -> maintaining(em).one(user, reference)).map(OwnAward::reference);
    }

    private static List<String> own(Database db, Actor.OrganisationUser user, String text) {
        return db.call(em -> maintaining(em).own(user, text).stream()
                .map(one -> one.reference() + " " + one.grade() + " " + one.withdrawn())
                .toList());
    }

    @OnBothDatabases
    void aReferenceStaysThatOfOneLearner(Database db) {
        var user = awarding(db);
        var reference = reference();
        var uln = learner(db);
        one(db, user, award(uln, reference, "Pass"));

        assertThat(why(one(db, user, award(learner(db), reference, "Pass"))))
                .isEqualTo("BUSINESS_RULE uln another-learner");
    }

    @Nested
    class OfTheRegister {
        @OnBothDatabases
        void whoOwnsAQualificationByItsNameMayAwardIt(Database db) {
            var user = awarding(db);
            var uln = learner(db);
            var number = RecordFixtures.qualification(db, "Otter Awards");
            var foreign = RecordFixtures.qualification(db, "Heron Awards");

            assertThat(send(db, user, of(uln, number), of(uln, foreign))).satisfies(outcomes -> {
                assertThat(outcomes.getFirst()).isEqualTo(new Maintained.Created());
                assertThat(why(outcomes.getLast())).isEqualTo("BUSINESS_RULE award not-yours-to-award");
            });
        }
    }

    @OnBothDatabases
    void twoHundredCostAsManyStatementsAsOne(Database db) {
        var user = awarding(db);
        var ulns =
                IntStream.range(0, Maintaining.MOST).mapToObj(_ -> learner(db)).toList();
        var all = new ArrayList<Achievement>();
        for (var uln : ulns) all.add(award(uln, reference(), "Pass"));
        var first = List.of(award(ulns.getFirst(), reference(), "Pass"));

        var one = db.statements(em -> maintaining(em).maintain(user, first));
        var many = db.statements(em -> maintaining(em).maintain(user, all));

        assertThat(many).isLessThanOrEqualTo(one + 3);
        assertThatThrownBy(() -> send(db, user)).isInstanceOf(Mistake.class);
        all.add(award(ulns.getFirst(), reference(), "Pass"));
        assertThatThrownBy(() -> db.run(em -> maintaining(em).maintain(user, all)))
                .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void whatAUniversityAwardsIsOfHigherEducation(Database db) {
        var awarding = awarding(db);
        var university =
                new Actor.OrganisationUser(UUID.randomUUID(), awarding.organisation(), Set.of(Role.UNIVERSITY));
        var uln = learner(db);

        assertThat(one(db, university, award(uln, "DEGREE-1", "Pass"))).isInstanceOf(Maintained.Created.class);
        assertThat(one(db, university, award(uln, "DEGREE-1", "Pass"))).isInstanceOf(Maintained.Unchanged.class);

        assertThat(events(db, uln)).extracting(LearningEvent::source).containsExactly("HE");
        assertThat(db.<Boolean>call(
                        em -> maintaining(em).one(university, "DEGREE-1").isPresent()))
                .isTrue();
        assertThat(db.<Boolean>call(
                        em -> maintaining(em).one(awarding, "DEGREE-1").isPresent()))
                .as("another source")
                .isFalse();
    }

    @OnBothDatabases
    void onlyThoseWhoAwardDo(Database db) {
        var user = awarding(db);
        var stranger = new Actor.OrganisationUser(
                UUID.randomUUID(), user.organisation(), Set.of(Role.REGISTRATION_SUPER, Role.ADVISER));

        assertThatThrownBy(() -> one(db, stranger, award(learner(db), reference(), "Pass")))
                .isInstanceOf(Mistake.class);
        assertThat(Kind.values()).hasSize(3);
    }
}
