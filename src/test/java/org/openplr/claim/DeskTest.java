package org.openplr.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.claim.ClaimFixtures.officer;
import static org.openplr.claim.ClaimFixtures.someUkprn;
import static org.openplr.claim.ClaimFixtures.sought;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openplr.claim.ClaimFixtures.House;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class DeskTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void ofADocumentOnlyTheKindTheDayAndWhoSawItIsKept(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();

        assertThat(house.desk.check(house.officer, sought(learner), house.passport()))
                .isInstanceOf(DeskOutcome.Made.class);

        var kept = house.sql.rows(
                "select verification_code, seen_on, officer, ukprn from claim_check where uln = ?",
                row -> List.of(
                        row.number("verification_code"), row.date("seen_on"), row.id("officer"), row.text("ukprn")),
                List.of(learner.uln().digits()));
        assertThat(kept)
                .containsExactly(List.of(
                        VerificationType.PASSPORT.code(),
                        LocalDate.parse("2026-11-25"),
                        house.officer.account(),
                        house.college.digits()));
        assertThat(house.now(learner.uln()).verification()).isEqualTo(VerificationType.PASSPORT);
        assertThat(house.told(learner))
                .containsExactly("claim.code-made ALLOWED", "claim.verified ALLOWED", "claim.checked ALLOWED");
    }

    @OnBothDatabases
    void aDocumentThatIsNotLevelOneRaisesNothingAndNoneLowers(Database db) {
        var house = new House(db, clock);
        var unverified = house.learner();
        var verified = house.learner("Gwen", "Ellis", LocalDate.parse("1990-05-01"), VerificationType.BANK_CARD);

        house.desk.check(
                house.officer,
                sought(unverified),
                new DeskCheck(VerificationType.RELATIONSHIP_WITH_SCHOOL, house.today(), Need.FIRST_WAY_IN));
        house.desk.check(
                house.officer, sought(verified), new DeskCheck(VerificationType.OTHER, house.today(), Need.NOTHING));

        assertThat(house.now(unverified.uln()).verification()).isEqualTo(VerificationType.NONE);
        assertThat(house.now(verified.uln()).verification()).isEqualTo(VerificationType.BANK_CARD);
        assertThat(house.told(verified)).containsExactly("claim.checked ALLOWED");
    }

    @OnBothDatabases
    void whoeverMayNotGetsTheAnswerForALearnerWhoDoesNotExistAndTheLearnerSeesTheTry(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var viewer = new Actor.OrganisationUser(UUID.randomUUID(), house.college, Set.of(Role.REGISTRATION_VIEW));
        var otherCollege = officer(someUkprn());
        var nobody = new Sought(LearnerFixtures.freshUln(), "", "", learner.dateOfBirth());
        var wrongBirth = new Sought(learner.uln(), "", "", LocalDate.parse("1990-01-01"));

        assertThat(List.of(
                        house.desk.find(house.officer, nobody),
                        house.desk.find(house.officer, wrongBirth),
                        house.desk.find(viewer, sought(learner)),
                        house.desk.find(otherCollege, sought(learner))))
                .allMatch(new DeskFinding.NotFound()::equals);
        assertThat(List.of(
                        house.desk.check(otherCollege, sought(learner), house.passport()),
                        house.desk.confirm(otherCollege, sought(learner)),
                        house.desk.check(viewer, sought(learner), house.passport())))
                .allMatch(new DeskOutcome.NotFound()::equals);
        assertThat(house.told(learner))
                .contains(
                        "claim.looked-up REFUSED wrong-facts",
                        "claim.looked-up REFUSED not-their-role",
                        "claim.looked-up REFUSED not-their-learner")
                .noneMatch(what -> what.contains("ALLOWED"));
    }

    @OnBothDatabases
    void anOfficerFindsALearnerByNumberAndNameHoweverItIsSpelt(Database db) {
        var house = new House(db, clock);
        var learner = house.learner("Siân", "O'Neill", LocalDate.parse("1998-06-11"), VerificationType.NONE);

        var found = house.desk.find(house.officer, new Sought(learner.uln(), "SIAN", "o neill", null));

        assertThat(found).isInstanceOfSatisfying(DeskFinding.Found.class, one -> {
            assertThat(one.dateOfBirth()).isEqualTo(learner.dateOfBirth());
            assertThat(one.claimed()).isFalse();
            assertThat(one.young()).isFalse();
        });
        assertThat(house.told(learner)).containsExactly("claim.looked-up ALLOWED");
    }

    @OnBothDatabases
    void forSomebodyUnderSixteenAnotherOfficerOfTheCollegeConfirmsBeforeThereIsACode(Database db) {
        var house = new House(db, clock);
        var learner = house.learner("Kofi", "Mensah", LocalDate.parse("2010-11-26"), VerificationType.NONE);

        assertThat(house.desk.check(house.officer, sought(learner), house.passport()))
                .isEqualTo(new DeskOutcome.SecondOfficerNeeded());
        assertThat(house.now(learner.uln()).verification()).isEqualTo(VerificationType.NONE);
        assertThat(house.desk.confirm(house.officer, sought(learner))).isEqualTo(new DeskOutcome.SameOfficer());
        assertThat(house.desk.confirm(officer(someUkprn()), sought(learner))).isEqualTo(new DeskOutcome.NotFound());

        var colleague = officer(house.college);
        assertThat(house.desk.find(colleague, sought(learner)))
                .isInstanceOfSatisfying(
                        DeskFinding.Found.class,
                        one -> assertThat(one.waiting()).isPresent());
        assertThat(house.desk.confirm(colleague, sought(learner))).isInstanceOf(DeskOutcome.Made.class);
        assertThat(house.now(learner.uln()).verification()).isEqualTo(VerificationType.PASSPORT);
        assertThat(house.desk.confirm(officer(house.college), sought(learner))).isEqualTo(new DeskOutcome.NotFound());
        assertThat(house.told(learner)).contains("claim.confirmed REFUSED same-officer", "claim.confirmed ALLOWED");
    }

    @OnBothDatabases
    void theSecondPairOfEyesIsAMatterOfSettingsAndOfAge(Database db) {
        var relaxed = new House(db, clock, false);
        var strict = new House(db, clock);
        var sixteen = LocalDate.parse("2010-11-25");

        assertThat(relaxed.desk.check(
                        relaxed.officer,
                        sought(relaxed.learner("Kofi", "Mensah", sixteen.plusDays(1), VerificationType.NONE)),
                        relaxed.passport()))
                .isInstanceOf(DeskOutcome.Made.class);
        assertThat(strict.desk.check(
                        strict.officer,
                        sought(strict.learner("Kofi", "Mensah", sixteen, VerificationType.NONE)),
                        strict.passport()))
                .isInstanceOf(DeskOutcome.Made.class);
    }

    @OnBothDatabases
    void anAccountGetsANewWayInOnlyByTwoOfficersAndADocumentOfLevelOne(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var holder = house.claimed(learner, ClaimFixtures.someName()).welcome().account();
        var schoolOnly = new DeskCheck(VerificationType.RELATIONSHIP_WITH_SCHOOL, house.today(), Need.NEW_WAY_IN);
        var passport = new DeskCheck(VerificationType.PASSPORT, house.today(), Need.NEW_WAY_IN);

        assertThatThrownBy(() -> house.desk.check(house.officer, sought(learner), schoolOnly))
                .isInstanceOf(Mistake.class);
        assertThat(house.desk.check(house.officer, sought(learner), passport))
                .isEqualTo(new DeskOutcome.SecondOfficerNeeded());
        assertThat(house.desk.confirm(house.officer, sought(learner))).isEqualTo(new DeskOutcome.SameOfficer());
        assertThat(house.desk.confirm(officer(house.college), sought(learner))).isInstanceOf(DeskOutcome.Made.class);
        assertThat(house.entries(learner))
                .filteredOn(entry -> entry.what().equals("claim.contested"))
                .as("whoever has the account is told at once")
                .singleElement()
                .satisfies(entry -> assertThat(entry.about()).contains(holder));
    }

    @OnBothDatabases
    void aNewNameIsNotedByADocumentAndTheFormerFamilyNameStillProvesWhoTheyAre(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var holder = house.claimed(learner, ClaimFixtures.someName()).welcome().account();
        var former = learner.familyName();

        assertThat(house.desk.rename(house.officer, sought(learner), house.newName(" Siân ", "Pritchard")))
                .isEqualTo(new DeskOutcome.Recorded());

        var now = house.now(learner.uln());
        assertThat(now.familyName()).isEqualTo("Pritchard");
        assertThat(now.isCalled("sian", "pritchard")).isTrue();
        assertThat(now.isCalled("Siân", former)).isTrue();
        assertThat(now.isCalled("Siân", "Somebody")).isFalse();
        assertThat(house.identity.learners.of(learner.numbers()))
                .as("the account goes on")
                .containsExactly(holder);
        assertThat(house.entries(learner))
                .filteredOn(entry -> entry.what().equals("claim.renamed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.about()).contains(holder));
        assertThat(house.desk.rename(house.officer, sought(learner), house.newName("Siân", "Pritchard")))
                .isEqualTo(new DeskOutcome.SameName());
    }

    @OnBothDatabases
    void aNewNameByOneOfficerRaisesNobodyAndLeavesWhatWaitsForASecondOne(Database db) {
        var house = new House(db, clock);
        var child =
                house.learner("Kofi", ClaimFixtures.someName(), house.today().minusYears(12), VerificationType.NONE);
        assertThat(house.desk.check(house.officer, sought(child), house.passport()))
                .isEqualTo(new DeskOutcome.SecondOfficerNeeded());

        house.desk.rename(house.officer, sought(child), house.newName("Kofi", "Mensah"));

        assertThat(house.now(child.uln()).verification()).isEqualTo(VerificationType.NONE);
        assertThat(house.told(child)).doesNotContain("claim.verified ALLOWED");
        assertThat(house.documents(child)).containsExactly("PASSPORT", "PASSPORT");
        assertThat(house.desk.confirm(officer(house.college), sought(child))).isInstanceOf(DeskOutcome.Made.class);
    }

    @OnBothDatabases
    void aNewNameNeedsADocumentOfLevelOneAndALearnerOfTheirs(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var schoolOnly = new DeskName("Siân", "Pritchard", VerificationType.RELATIONSHIP_WITH_SCHOOL, house.today());

        assertThatThrownBy(() -> house.desk.rename(house.officer, sought(learner), schoolOnly))
                .isInstanceOf(Mistake.class);
        assertThatThrownBy(
                        () -> house.desk.rename(house.officer, sought(learner), house.newName("Siân", "x".repeat(36))))
                .isInstanceOf(Mistake.class);
        assertThat(house.desk.rename(
                        officer(ClaimFixtures.someUkprn()), sought(learner), house.newName("Siân", "Pritchard")))
                .isEqualTo(new DeskOutcome.NotFound());
        assertThat(house.now(learner.uln()).familyName()).isEqualTo(learner.familyName());
    }

    @OnBothDatabases
    void aCheckThatNobodyConfirmedForAWeekCountsForNothing(Database db) {
        var house = new House(db, clock);
        var learner = house.learner("Kofi", "Mensah", LocalDate.parse("2012-01-01"), VerificationType.NONE);
        house.desk.check(house.officer, sought(learner), house.passport());

        clock.forward(Checks.PATIENCE.plus(Duration.ofSeconds(1)));

        assertThat(house.desk.confirm(officer(house.college), sought(learner))).isEqualTo(new DeskOutcome.NotFound());
    }

    @OnBothDatabases
    void nothingSeenAndNothingOfLongAgoOrTomorrowIsTaken(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();

        for (var wrong : List.of(
                new DeskCheck(VerificationType.NONE, house.today(), Need.FIRST_WAY_IN),
                new DeskCheck(VerificationType.PASSPORT, house.today().plusDays(1), Need.FIRST_WAY_IN),
                new DeskCheck(VerificationType.PASSPORT, house.today().minusDays(31), Need.FIRST_WAY_IN)))
            assertThatThrownBy(() -> house.desk.check(house.officer, sought(learner), wrong))
                    .isInstanceOf(Mistake.class);
        assertThat(house.told(learner)).isEmpty();
    }

    @OnBothDatabases
    void theLetterIsOnlyForWhoMadeTheCodeAndWhileItIsGood(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var code = house.code(learner);

        assertThat(house.desk.letter(house.officer, code))
                .hasValueSatisfying(letter -> assertThat(letter.familyName()).isEqualTo(learner.familyName()));
        assertThat(house.desk.letter(officer(house.college), code)).isEmpty();
        house.code(learner);
        assertThat(house.desk.letter(house.officer, code)).as("replaced").isEmpty();
    }
}
