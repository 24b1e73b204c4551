package org.openplr.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.someone;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.qualification.AwardReference;
import org.openplr.record.RecordFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class CreditChecksTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-27T12:00:00Z");
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(10_400_000);
    private static final String UNIT = "K/501/5773";
    private static final String A_LEVEL = "60311642";

    /** Somebody of an awarding organisation who asked nothing yet. */
    private static Actor.OrganisationUser clerk(Role... roles) {
        var ukprn = new Ukprn(Integer.toString(ORGANISATIONS.incrementAndGet()));
        return new Actor.OrganisationUser(UUID.randomUUID(), ukprn, Set.of(roles));
    }

    private static Actor.OrganisationUser clerk() {
        return clerk(Role.AWARDING);
    }

    /** A learner with a unit of 6 credits, an A level, and a course that was left. */
    private static Uln learner(Database db) {
        return learner(db, someone(freshUln()));
    }

    private static Uln learner(Database db, LearnerDetails details) {
        var uln = details.uln();
        db.run(em -> {
            LearnerFixtures.register(em).take(List.of(details));
            RecordFixtures.taken(em, RecordFixtures.unit(uln), RecordFixtures.aLevel(uln), RecordFixtures.course(uln));
        });
        return uln;
    }

    private static CreditQuestion about(Uln uln, String reference) {
        return asked(uln, "Siân", "Morgan", null, reference);
    }

    private static CreditQuestion asked(
            Uln uln, String given, String family, @Nullable LocalDate born, String reference) {
        return new CreditQuestion(
                uln, given, family, born, AwardReference.parse(reference).orElseThrow());
    }

    private static CreditAnswer ask(Database db, Actor.OrganisationUser user, CreditQuestion asked) {
        return db.call(em -> CreditFixtures.checks(em, CLOCK).check(user, asked));
    }

    /** What the learner reads of it. */
    private static List<String> told(Database db, Uln uln) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select outcome, reason, organisation, fields from ledger_entry where subject_uln = ?"
                                + " and what = 'credit.checked' order by happened_at, id",
                        row -> row.text("outcome") + " " + row.text("reason") + " " + row.text("fields"),
                        List.of(uln.digits())));
    }

    @OnBothDatabases
    void anAwardIsToldByItsSevenFields(Database db) {
        var uln = learner(db);

        var answer = answer(db, clerk(), about(uln, UNIT));

        assertThat(answer)
                .isEqualTo(new CreditAnswer.Confirmed(List.of(new CreditAnswer.Award(
                        "AQA Education",
                        UNIT,
                        "Working in health and social care",
                        "Level 2",
                        LocalDate.parse("2014-05-20"),
                        "Pass",
                        6))));
        assertThat(told(db, uln)).containsExactly("ALLOWED  " + UNIT);
    }

    @OnBothDatabases
    void aReferenceIsFoundInAllItsSpellings(Database db) {
        var uln = learner(db);
        var user = clerk();
        var right = answer(db, user, about(uln, A_LEVEL));
        assertThat(right).isInstanceOf(CreditAnswer.Confirmed.class);

        for (var spelling : List.of("603/1164/2", " 603 1164 2 ", "603/11642"))
            assertThat(answer(db, user, about(uln, spelling))).isEqualTo(right);
        assertThat(answer(db, user, about(uln, "k5015773"))).isEqualTo(answer(db, user, about(uln, UNIT)));
    }

    @OnBothDatabases
    void theSameAwardTwiceIsOneRowForEachTimeAndTheAwardingOrganisationsWordGoesFirst(Database db) {
        var uln = learner(db);
        db.run(em -> RecordFixtures.taken(
                em,
                // The provider tells of the same award, with a grade of its own.
                RecordFixtures.from("ILR", RecordFixtures.graded(RecordFixtures.unit(uln), "Achieved")),
                RecordFixtures.awardedOn(RecordFixtures.unit(uln), "2016-02-01")));

        var answer = (CreditAnswer.Confirmed) answer(db, clerk(), about(uln, UNIT));

        assertThat(answer.awards())
                .extracting(one -> one.awardedOn() + " " + one.grade())
                .containsExactly("2016-02-01 Pass", "2014-05-20 Pass");
    }

    /** Whatever is tried, one answer: what is not so cannot be told from what is withheld. */
    @OnBothDatabases
    void aRecordCannotBeMined(Database db) {
        var uln = learner(db);
        var sensitive = learner(db, LearnerFixtures.sensitive(someone(freshUln())));
        var opted = learner(db, LearnerFixtures.sharing(someone(freshUln()), AbilityToShare.OPTED_OUT));
        var born = LocalDate.parse("2001-03-01");
        var tries = List.of(
                about(freshUln(), UNIT),
                asked(uln, "Sian", "Morgen", null, UNIT),
                asked(uln, "S", "Morgan", null, UNIT),
                asked(uln, "%", "%", null, UNIT),
                asked(uln, "Siân", "Morgan", born.plusDays(1), UNIT),
                about(uln, "K/501/5774"),
                about(uln, "K50157"),
                about(uln, "603"),
                about(uln, "Unit"),
                // Begun and left.
                about(uln, "1000323X"),
                about(sensitive, UNIT),
                about(opted, UNIT),
                about(withdrawn(db), UNIT),
                about(restricted(db), UNIT));

        for (var one : tries)
            assertThat(answer(db, clerk(), one)).as(one.reference().text()).isEqualTo(new CreditAnswer.NotConfirmed());
        assertThat(answer(db, clerk(), asked(uln, "sian", "MORGAN", born, UNIT)))
                .isInstanceOf(CreditAnswer.Confirmed.class);
    }

    private static Uln withdrawn(Database db) {
        var uln = freshUln();
        db.run(em -> {
            LearnerFixtures.register(em).take(List.of(someone(uln)));
            var unit = RecordFixtures.unit(uln);
            RecordFixtures.taken(em, unit);
            RecordFixtures.withdrawn(em, unit);
        });
        return uln;
    }

    private static Uln restricted(Database db) {
        var uln = freshUln();
        db.run(em -> {
            LearnerFixtures.register(em).take(List.of(someone(uln)));
            RecordFixtures.taken(em, RecordFixtures.restricted(RecordFixtures.unit(uln)));
        });
        return uln;
    }

    @OnBothDatabases
    void noSignStandsForOthers(Database db) {
        for (var wild : List.of("%", "K/501/%", "K_5015773*", "K/501/????", "K/501/5773,M/502/3311", "", "  ", "K"))
            assertThat(AwardReference.parse(wild)).as(wild).isEmpty();
    }

    @OnBothDatabases
    void everyNoSendsAsManyStatementsButForANumberThatIsNobodys(Database db) {
        var uln = learner(db);
        var wrongName = statements(db, asked(uln, "Tomos", "Evans", null, UNIT));

        assertThat(statements(db, about(uln, "K/501/9999"))).isEqualTo(wrongName);
        assertThat(statements(db, about(uln, UNIT))).isEqualTo(wrongName);
        // One more: whether the number led to another. The answer's fixed time hides it.
        assertThat(statements(db, about(freshUln(), UNIT))).isEqualTo(wrongName + 1);
    }

    private static long statements(Database db, CreditQuestion asked) {
        var user = clerk();
        return db.statements(em -> CreditFixtures.checking(em, CLOCK).answer(user, asked));
    }

    @OnBothDatabases
    void everyAnswerTakesTheSameTime(Database db) {
        var uln = learner(db);
        for (var one : List.of(about(uln, UNIT), about(freshUln(), UNIT))) {
            var begun = System.nanoTime();
            ask(db, clerk(), one);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(CreditChecks.PACE.toNanos());
        }
    }

    @OnBothDatabases
    void ofOnePersonTenReferencesMayBeAskedForInADayByWhomeverOfTheOrganisation(Database db) {
        var uln = learner(db);
        var user = clerk();
        var colleague = new Actor.OrganisationUser(UUID.randomUUID(), user.organisation(), Set.of(Role.AWARDING));
        for (var i = 0; i < CreditLimits.REFERENCES; i++) answer(db, user, about(uln, "K/501/100" + i));

        assertThat(answer(db, colleague, about(uln, UNIT))).isInstanceOf(CreditAnswer.OverQuota.class);
        assertThat(answer(db, colleague, about(uln, "K/501/1003"))).isEqualTo(new CreditAnswer.NotConfirmed());
        assertThat(answer(db, clerk(), about(uln, UNIT))).isInstanceOf(CreditAnswer.Confirmed.class);
    }

    @OnBothDatabases
    void differentPeopleCountAsInAFind(Database db) {
        var uln = learner(db);
        var user = clerk();
        db.run(em -> LearnerFixtures.quota(new Sql(em), CLOCK)
                .missed(
                        user,
                        IntStream.range(0, 300)
                                .mapToObj(_ -> UUID.randomUUID().toString())
                                .toList()));

        assertThat(answer(db, user, about(uln, UNIT))).isInstanceOf(CreditAnswer.OverQuota.class);
        assertThat(told(db, uln)).isEmpty();
    }

    /** Without the fixed time. */
    private static CreditAnswer answer(Database db, Actor.OrganisationUser user, CreditQuestion asked) {
        return db.call(em -> CreditFixtures.checking(em, CLOCK).answer(user, asked));
    }

    @OnBothDatabases
    void theLearnerSeesEveryQuestionAlsoThoseThatFailed(Database db) {
        var uln = learner(db);

        answer(db, clerk(), asked(uln, "Tomos", "Evans", null, UNIT));
        answer(db, clerk(), about(uln, "K/501/9999"));

        assertThat(told(db, uln))
                .containsExactlyInAnyOrder("REFUSED wrong-details " + UNIT, "REFUSED no-such-award K/501/9999");
    }

    @OnBothDatabases
    void aSupersededNumberLeadsToTheSameRecord(Database db) {
        var uln = learner(db);
        var old = freshUln();
        db.run(em -> {
            LearnerFixtures.register(em).take(List.of(someone(old)));
            LearnerFixtures.linked(em, old, uln);
        });

        assertThat(answer(db, clerk(), about(old, UNIT))).isInstanceOf(CreditAnswer.Confirmed.class);
        assertThat(told(db, uln)).containsExactly("ALLOWED  " + UNIT);
    }

    @OnBothDatabases
    void onlyAwardingOrganisationsAsk(Database db) {
        var uln = learner(db);
        for (var role : Role.values()) {
            if (role == Role.AWARDING) continue;
            assertThatThrownBy(() -> ask(db, clerk(role), about(uln, UNIT)))
                    .as(role.name())
                    .isInstanceOf(Mistake.class);
        }
        assertThat(told(db, uln)).isEmpty();
    }
}
