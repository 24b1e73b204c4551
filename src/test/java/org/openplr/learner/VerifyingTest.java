package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.Newcomers.officer;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.AuditFixtures;
import org.openplr.matching.Field;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class VerifyingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final Actor.OrganisationUser AWARDING = officer(Role.AWARDING);
    private static final LocalDate BORN = LocalDate.of(2001, 3, 1);

    private static Uln sian(Database db) {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(LearnerFixtures.someone(uln))));
        return uln;
    }

    private static Verified verify(
            Database db, Uln uln, String given, String family, @Nullable LocalDate born, Gender gender) {
        return db.call(em -> new Registry(em, CLOCK)
                .verifying()
                .verify(AWARDING, List.of(new ToVerify(uln, given, family, born, gender)))
                .getFirst());
    }

    @OnBothDatabases
    void whatTheRegisterSaysIsVerifiedWhateverTheSpelling(Database db) {
        var uln = sian(db);

        assertThat(verify(db, uln, "SIAN", "morgan", BORN, Gender.FEMALE)).isEqualTo(new Verified.Yes());
        assertThat(verify(db, uln, "Siân", "Morgan", null, Gender.UNKNOWN)).isEqualTo(new Verified.Yes());
    }

    @OnBothDatabases
    void whatDiffersIsNamedAndNeverTold(Database db) {
        var uln = sian(db);

        assertThat(verify(db, uln, "Siân", "Evans", BORN, Gender.FEMALE))
                .isEqualTo(new Verified.ToUpdate(List.of(Field.FAMILY_NAME)));
        assertThat(verify(db, uln, "Siân", "Morgan", LocalDate.of(2001, 1, 3), Gender.MALE))
                .isEqualTo(new Verified.ToUpdate(List.of(Field.DATE_OF_BIRTH, Field.GENDER)));
    }

    @OnBothDatabases
    void whoeverIsNotMeantIsTheSameNoAsANumberOfNobody(Database db) {
        var uln = sian(db);

        assertThat(List.of(
                        verify(db, uln, "Tomos", "Evans", BORN, Gender.FEMALE),
                        verify(db, uln, "Siân", "Evans", null, Gender.FEMALE),
                        verify(db, uln, "Siân", "Morgan", LocalDate.of(1999, 9, 9), Gender.FEMALE),
                        verify(db, freshUln(), "Siân", "Morgan", BORN, Gender.FEMALE)))
                .containsOnly(new Verified.No());
    }

    @OnBothDatabases
    void aSupersededNumberLeadsToTheMaster(Database db) {
        var older = sian(db);
        var master = sian(db);
        db.run(em -> LearnerFixtures.linked(em, older, master));

        assertThat(verify(db, older, "Siân", "Morgan", BORN, Gender.FEMALE))
                .isEqualTo(new Verified.Linked(master, List.of()));
    }

    @OnBothDatabases
    void twoHundredAtOnceAreVerifiedInTheirOrderInAHandfulOfStatements(Database db) {
        var uln = sian(db);
        var one = new ToVerify(uln, "Siân", "Morgan", BORN, Gender.FEMALE);
        var other = new ToVerify(freshUln(), "Siân", "Morgan", BORN, Gender.FEMALE);
        var all = new java.util.ArrayList<ToVerify>(Collections.nCopies(199, one));
        all.add(other);

        var verified = db.call(em -> new Registry(em, CLOCK).verifying().verify(AWARDING, all));
        var statements = db.statements(em -> new Registry(em, CLOCK).verifying().verify(AWARDING, all));

        assertThat(verified.subList(0, 199)).containsOnly(new Verified.Yes());
        assertThat(verified.getLast()).isEqualTo(new Verified.No());
        assertThat(statements).isLessThan(8);
    }

    @OnBothDatabases
    void noneAndMoreThanTwoHundredAreRefused(Database db) {
        var one = new ToVerify(freshUln(), "Siân", "Morgan", BORN, Gender.FEMALE);

        for (var many : List.of(0, 201))
            assertThatThrownBy(() -> db.run(
                            em -> new Registry(em, CLOCK).verifying().verify(AWARDING, Collections.nCopies(many, one))))
                    .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void theLearnerSeesWhoVerifiedAndWhoTried(Database db) {
        var uln = sian(db);
        verify(db, uln, "Siân", "Morgan", BORN, Gender.FEMALE);
        verify(db, uln, "Tomos", "Evans", BORN, Gender.FEMALE);

        var told = db.call(
                em -> AuditFixtures.ledger(em, CLOCK).activity(Set.of(uln), Optional.empty(), 10).entries().stream()
                        .map(entry -> entry.what() + " " + entry.outcome())
                        .toList());

        assertThat(told).containsExactlyInAnyOrder("learner.verified ALLOWED", "learner.verified REFUSED");
    }

    @OnBothDatabases
    void whoLooksForMoreThanTheQuotaLooksForNobodyUntilTomorrow(Database db) {
        var curious = officer(Role.AWARDING);
        for (var i = 0; i < Quota.PER_USER / 100; i++) {
            var hundred = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(_ -> new ToVerify(freshUln(), "Siân", "Morgan", BORN, Gender.FEMALE))
                    .toList();
            db.run(em -> new Registry(em, CLOCK).verifying().verify(curious, hundred));
        }
        var uln = sian(db);
        var one = List.of(new ToVerify(uln, "Siân", "Morgan", BORN, Gender.FEMALE));

        var over = db.call(em -> new Registry(em, CLOCK).verifying().verify(curious, one));
        var tomorrow = db.call(em -> new Registry(em, FixedClock.at("2026-11-26T00:00:01Z"))
                .verifying()
                .verify(curious, one));

        assertThat(over).containsExactly(new Verified.OverQuota(12 * 3600));
        assertThat(tomorrow).containsExactly(new Verified.Yes());
    }

    /** Numbers that are guessed are not found, on the page of whoever watches too. */
    @OnBothDatabases
    void whoGuessesNumbersIsSeenToFindNobody(Database db) {
        var guesser = officer(Role.AWARDING);
        var known = new ToVerify(sian(db), "Siân", "Morgan", BORN, Gender.FEMALE);
        var guessed = List.of(known, new ToVerify(freshUln(), "Siân", "Morgan", BORN, Gender.FEMALE));

        db.run(em -> new Registry(em, CLOCK).verifying().verify(guesser, guessed));

        List<Watching.Line> lines =
                db.call(em -> new Watching(new Sql(em), CLOCK).lines(new Actor.Administrator(UUID.randomUUID())));
        assertThat(lines)
                .filteredOn(line -> line.organisation().equals(guesser.organisation()))
                .containsExactly(new Watching.Line(guesser.organisation(), 2, 2, 50, 1));
    }

    /** A firm that has names and numbers of 22,000 people stands first on the page of whoever watches, that day. */
    @OnBothDatabases
    void whoeverWatchesSeesWhomAFileVerifiedAndNobodyIsHeldUpByIt(Database db) {
        var firm = officer(Role.REGISTRATION_BATCH);
        var known = sian(db);
        var asked = List.of(
                new ToVerify(known, "Siân", "Morgan", null, Gender.UNKNOWN),
                new ToVerify(LearnerFixtures.freshUln(), "No", "Body", null, Gender.UNKNOWN));
        db.run(em -> {
            new Registry(em, CLOCK).verifying().verifyAll(firm, asked);
            new Registry(em, CLOCK).verifying().verifyAll(firm, asked);
        });

        List<Watching.Line> lines =
                db.call(em -> new Watching(new Sql(em), CLOCK).lines(new Actor.Administrator(UUID.randomUUID())));
        assertThat(lines)
                .filteredOn(line -> line.organisation().equals(firm.organisation()))
                .containsExactly(new Watching.Line(firm.organisation(), 2, 2, 50, 1));
        boolean finds = db.call(em -> new Registry(em, CLOCK).quota().allows(firm, Quota.PER_USER));
        assertThat(finds).as("looking one by one has its own count").isTrue();
    }
}
