package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.someone;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** An organisation's own lawful look at a record. */
class LawfulLookTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-27T12:00:00Z");
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(10_500_000);

    private static Actor.OrganisationUser user(Role... roles) {
        return new Actor.OrganisationUser(
                UUID.randomUUID(), new Ukprn(Integer.toString(ORGANISATIONS.incrementAndGet())), Set.of(roles));
    }

    private static Uln learner(Database db, LearnerDetails details, Actor.OrganisationUser... theirs) {
        var uln = details.uln();
        db.run(em -> {
            LearnerFixtures.register(em).take(List.of(details));
            RecordFixtures.taken(
                    em,
                    RecordFixtures.aLevel(uln),
                    RecordFixtures.course(uln),
                    RecordFixtures.restricted(RecordFixtures.unit(uln)));
            for (var one : theirs) LearnerFixtures.relationships(em).note(Map.of(uln, one.organisation()));
        });
        return uln;
    }

    private static Looked look(Database db, Actor.OrganisationUser user, Uln uln, LookPurpose purpose) {
        return db.call(em -> {
            var sql = new Sql(em);
            return new LawfulLook(
                            LearnerFixtures.learners(em),
                            LearnerFixtures.relationships(em),
                            LearnerFixtures.quota(sql, CLOCK),
                            RecordFixtures.records(em),
                            AuditFixtures.ledger(em, CLOCK))
                    .look(user, uln, purpose);
        });
    }

    private static List<String> told(Database db, Uln uln) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select outcome, reason, purpose, basis from ledger_entry where subject_uln = ?"
                                + " and what = 'record.looked-at' order by happened_at, id",
                        row -> row.text("basis") + " " + row.text("purpose") + " " + row.text("outcome") + " "
                                + row.text("reason"),
                        List.of(uln.digits())));
    }

    @OnBothDatabases
    void whoeverTeachesALearnerSeesTheRecordWithoutWhatIsRestrictedAndTheLearnerSeesThat(Database db) {
        var teacher = user(Role.REGISTRATION_ONLINE);
        var uln = learner(db, someone(freshUln()), teacher);

        var looked = look(db, teacher, uln, LookPurpose.ADVICE);

        assertThat(looked)
                .isInstanceOfSatisfying(
                        Looked.Shown.class,
                        shown -> assertThat(shown.record().events())
                                .extracting(event -> event.subject().title())
                                .containsExactly("Mathematics", "Key Skills"));
        assertThat(told(db, uln)).containsExactly("LAW law.advice ALLOWED ");
    }

    @OnBothDatabases
    void toAnyOtherOrganisationThereIsNoSuchLearnerAndTheLearnerSeesTheTry(Database db) {
        var stranger = user(Role.REGISTRATION_SUPER);
        var uln = learner(db, someone(freshUln()), user(Role.REGISTRATION_SUPER));

        assertThat(look(db, stranger, uln, LookPurpose.FUNDING)).isEqualTo(new Looked.Nobody());
        assertThat(look(db, stranger, freshUln(), LookPurpose.FUNDING)).isEqualTo(new Looked.Nobody());

        assertThat(told(db, uln)).containsExactly("LAW law.funding REFUSED not-their-learner");
        int found = db.call(em -> new Sql(em)
                .rows(
                        "select count(*) as n from learner_sought where ukprn = ? and is_found = true",
                        row -> row.number("n"),
                        List.of(stranger.organisation().digits()))
                .getFirst());
        assertThat(found).as("whom administrators see as found").isZero();
    }

    @OnBothDatabases
    void whoeverOptedNotToShareOrWasNotVerifiedStopsWithACodeOfTheirOwn(Database db) {
        var teacher = user(Role.REGISTRATION_SUPER);
        var opted = learner(db, LearnerFixtures.sharing(someone(freshUln()), AbilityToShare.OPTED_OUT), teacher);
        var not = learner(db, LearnerFixtures.verified(someone(freshUln()), VerificationType.NONE), teacher);

        assertThat(look(db, teacher, opted, LookPurpose.ADVICE))
                .isEqualTo(new Looked.Stopped(RecordAccess.Stop.OPTED_OUT));
        assertThat(look(db, teacher, not, LookPurpose.ADVICE))
                .isEqualTo(new Looked.Stopped(RecordAccess.Stop.NOT_VERIFIED));
        assertThat(told(db, opted)).containsExactly("LAW law.advice REFUSED opted-out");
        assertThat(told(db, not)).containsExactly("LAW law.advice REFUSED learner-not-verified");
    }

    @OnBothDatabases
    void theRecordOfASensitiveLearnerIsForSuperUsersOfNamedOrganisationsOnly(Database db) {
        var clerk = user(Role.REGISTRATION_ONLINE);
        var chief =
                new Actor.OrganisationUser(UUID.randomUUID(), clerk.organisation(), Set.of(Role.REGISTRATION_SUPER));
        var uln = learner(db, LearnerFixtures.sensitive(someone(freshUln())), clerk);

        assertThat(look(db, clerk, uln, LookPurpose.ADVICE)).isEqualTo(new Looked.Stopped(RecordAccess.Stop.SENSITIVE));
        assertThat(look(db, chief, uln, LookPurpose.ADVICE)).isEqualTo(new Looked.Stopped(RecordAccess.Stop.SENSITIVE));

        db.run(em -> LearnerFixtures.marked(em, CLOCK, uln, clerk.organisation()));

        assertThat(look(db, clerk, uln, LookPurpose.ADVICE)).isEqualTo(new Looked.Stopped(RecordAccess.Stop.SENSITIVE));
        assertThat(look(db, chief, uln, LookPurpose.ADVICE)).isInstanceOf(Looked.Shown.class);
    }

    @OnBothDatabases
    void whoeverIsSensitiveByOneNumberIsByEveryNumber(Database db) {
        var clerk = user(Role.REGISTRATION_ONLINE);
        for (var markedIsSuperseded : List.of(true, false)) {
            var marked = learner(db, someone(freshUln()));
            var plain = learner(db, someone(freshUln()), clerk);
            db.run(em -> LearnerFixtures.marked(em, CLOCK, marked));
            db.run(em -> LearnerFixtures.linked(
                    em, markedIsSuperseded ? marked : plain, markedIsSuperseded ? plain : marked));

            for (var number : List.of(marked, plain))
                assertThat(look(db, clerk, number, LookPurpose.ADVICE))
                        .isEqualTo(new Looked.Stopped(RecordAccess.Stop.SENSITIVE));
        }
    }

    @OnBothDatabases
    void linkedNumbersReadAsOne(Database db) {
        var teacher = user(Role.REGISTRATION_VIEW);
        var uln = learner(db, someone(freshUln()), teacher);
        var old = learner(db, someone(freshUln()));
        db.run(em -> LearnerFixtures.linked(em, old, uln));

        for (var number : List.of(uln, old))
            assertThat(look(db, teacher, number, LookPurpose.ENROLMENT))
                    .isInstanceOfSatisfying(
                            Looked.Shown.class,
                            shown -> assertThat(shown.record().events()).hasSize(4));
    }

    @OnBothDatabases
    void aPurposeBelongsToARole(Database db) {
        var university = user(Role.UNIVERSITY);
        var adviser = user(Role.ADVISER);
        var uln = learner(db, someone(freshUln()), university, adviser);

        assertThat(look(db, university, uln, LookPurpose.ADMISSION)).isInstanceOf(Looked.Shown.class);
        assertThat(look(db, adviser, uln, LookPurpose.ADVICE)).isInstanceOf(Looked.Shown.class);
        for (var wrong : List.of(
                Map.entry(university, LookPurpose.FUNDING),
                Map.entry(adviser, LookPurpose.ADMISSION),
                Map.entry(user(Role.REGISTRATION_SUPER), LookPurpose.ADMISSION)))
            assertThatThrownBy(() -> look(db, wrong.getKey(), uln, wrong.getValue()))
                    .isInstanceOf(Mistake.class);
        for (var role : List.of(Role.AWARDING, Role.HELPER))
            assertThatThrownBy(() -> look(db, user(role), uln, LookPurpose.ADVICE))
                    .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void whoeverLooksAtManyIsStoppedOnTheFirstDay(Database db) {
        var teacher = user(Role.REGISTRATION_SUPER);
        var uln = learner(db, someone(freshUln()), teacher);
        db.run(em -> LearnerFixtures.quota(new Sql(em), CLOCK)
                .missed(
                        teacher,
                        IntStream.range(0, 300)
                                .mapToObj(_ -> UUID.randomUUID().toString())
                                .toList()));

        assertThat(look(db, teacher, uln, LookPurpose.ADVICE)).isInstanceOf(Looked.OverQuota.class);
    }
}
