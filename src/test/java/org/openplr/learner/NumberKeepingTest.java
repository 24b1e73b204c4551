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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.learner.NumberKeeping.Change;
import org.openplr.learner.NumberKeeping.DeletionReason;
import org.openplr.matching.Person;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Intake;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class NumberKeepingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Actor.Administrator ADMINISTRATOR = new Actor.Administrator(UUID.randomUUID());
    private static final Actor.OrganisationUser OFFICER = officer(Role.REGISTRATION_ONLINE);
    private static final String WHY = "the college wrote to us";

    private static Uln registered(Database db) {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(LearnerFixtures.someone(uln))));
        return uln;
    }

    private static Change link(Database db, Uln superseded, Uln master) {
        return db.call(em -> new Registry(em, CLOCK).numbers().link(ADMINISTRATOR, superseded, master, WHY));
    }

    private static Change unlink(Database db, Uln superseded) {
        return db.call(em -> new Registry(em, CLOCK).numbers().unlink(ADMINISTRATOR, superseded, WHY));
    }

    private static Change delete(Database db, Uln uln) {
        return db.call(em -> new Registry(em, CLOCK).numbers().delete(ADMINISTRATOR, uln, DeletionReason.NOBODY, WHY));
    }

    private static Uln counting(Database db, Uln uln) {
        return db.call(
                em -> new Registry(em, CLOCK).learners().find(uln).orElseThrow().uln());
    }

    private static boolean isThere(Database db, Uln uln) {
        return db.call(em -> {
            var learners = new Registry(em, CLOCK).learners();
            return learners.find(uln).isPresent()
                    || !learners.registered(Set.of(uln)).isEmpty();
        });
    }

    private static Found find(Database db, Person wanted) {
        return db.call(em -> new Registry(em, CLOCK).finding().find(OFFICER, wanted, FindType.FULL));
    }

    private static List<NumberChange> changes(Database db, NumberChange.Kind kind, LocalDate from, LocalDate to) {
        return page(db, new NumberKeeping.Wanted(kind, from, to), Optional.empty(), 100)
                .changes();
    }

    private static NumberKeeping.Page page(
            Database db, NumberKeeping.Wanted wanted, Optional<String> cursor, int limit) {
        return db.call(em -> new Registry(em, CLOCK).numbers().changes(OFFICER, wanted, cursor, limit));
    }

    @OnBothDatabases
    void aLinkIsUndoneAndBothAreAsTheyWere(Database db) {
        var older = registered(db);
        var master = registered(db);

        assertThat(link(db, older, master)).isEqualTo(new Change.Done());
        assertThat(link(db, older, master)).isEqualTo(new Change.Unchanged());
        assertThat(counting(db, older)).isEqualTo(master);
        assertThat(unlink(db, older)).isEqualTo(new Change.Done());

        assertThat(counting(db, older)).isEqualTo(older);
        assertThat(counting(db, master)).isEqualTo(master);
        assertThat(unlink(db, older)).isEqualTo(new Change.Refused("not-linked"));
    }

    @OnBothDatabases
    void whatLedToAnUnlinkedNumberLeadsToItAgain(Database db) {
        var first = registered(db);
        var second = registered(db);
        var third = registered(db);
        link(db, first, second);
        link(db, second, third);
        assertThat(counting(db, first)).isEqualTo(third);

        unlink(db, second);

        assertThat(counting(db, first)).isEqualTo(second);
        assertThat(counting(db, third)).isEqualTo(third);
    }

    @OnBothDatabases
    void linkedUnlinkedAndDeletedNumbersAreTold(Database db) {
        var older = registered(db);
        var master = registered(db);
        var nobody = registered(db);
        link(db, older, master);
        unlink(db, older);
        delete(db, nobody);

        assertThat(changes(db, NumberChange.Kind.LINKED, TODAY, TODAY))
                .contains(new NumberChange(NumberChange.Kind.LINKED, CLOCK.instant(), older, master));
        assertThat(changes(db, NumberChange.Kind.UNLINKED, TODAY, TODAY))
                .contains(new NumberChange(NumberChange.Kind.UNLINKED, CLOCK.instant(), older, master));
        assertThat(changes(db, NumberChange.Kind.DELETED, TODAY, TODAY))
                .contains(new NumberChange(NumberChange.Kind.DELETED, CLOCK.instant(), nobody, null));
        assertThat(changes(db, NumberChange.Kind.DELETED, TODAY.plusDays(1), TODAY.plusDays(2)))
                .isEmpty();
    }

    @OnBothDatabases
    void eachIsToldOnceOnSomePage(Database db) {
        var gone = Stream.generate(() -> registered(db)).limit(5).toList();
        gone.forEach(uln -> delete(db, uln));
        var wanted = new NumberKeeping.Wanted(NumberChange.Kind.DELETED, TODAY, TODAY);

        var told = new ArrayList<Uln>();
        var page = page(db, wanted, Optional.empty(), 2);
        while (page.next().isPresent()) {
            assertThat(page.changes()).hasSize(2);
            page.changes().forEach(one -> told.add(one.uln()));
            page = page(db, wanted, page.next(), 2);
        }
        page.changes().forEach(one -> told.add(one.uln()));

        assertThat(told).containsAll(gone).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-31, to", "2100-01-01, to", "1799-12-31, from", "-999999999-01-01, from"})
    void daysAreOfTheYearsOfTheSchema(LocalDate day, String which) {
        var wanted = new NumberKeeping.Wanted(
                NumberChange.Kind.LINKED, which.equals("from") ? day : TODAY, which.equals("to") ? day : TODAY);

        assertThatThrownBy(() -> page(Database.DERBY, wanted, Optional.empty(), 1))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake ->
                                assertThat(mistake.faults()).containsExactly(Fault.at(which, "year", "1800", "2099")));
    }

    @Test
    void theFirstAndTheLastOfTheseYearsAreTaken() {
        var all = new NumberKeeping.Wanted(
                NumberChange.Kind.LINKED, LocalDate.of(1800, 1, 1), LocalDate.of(2099, 12, 31));

        assertThat(page(Database.DERBY, all, Optional.empty(), 1)).isNotNull();
    }

    @OnBothDatabases
    void aDeletedNumberIsNobodysAndNeverAnybodysAgain(Database db) {
        var uln = registered(db);

        assertThat(delete(db, uln)).isEqualTo(new Change.Done());

        assertThat(isThere(db, uln)).isFalse();

        var found =
                db.call(em -> new Registry(em, CLOCK).finding().find(OFFICER, uln, "Siân", "Morgan", FindType.FULL));
        assertThat(found).isEqualTo(new Found.None());
        var again = db.call(em -> LearnerFixtures.register(em).take(List.of(LearnerFixtures.someone(uln))));
        assertThat(again.refusals())
                .containsExactly(new Intake.Refusal(0, List.of(Mistake.Fault.at("ULN", "deleted"))));
        assertThat(delete(db, uln)).isEqualTo(new Change.Refused("unknown"));
    }

    @OnBothDatabases
    void whatWasSaidOfADeletedNumberIsInItsVersionsOnly(Database db) {
        var uln = registered(db);
        delete(db, uln);

        var versions = db.call(em -> new LearnerVersions(new org.openplr.platform.Sql(em)).of(List.of(uln)));

        assertThat(versions).singleElement().satisfies(version -> {
            assertThat(version.by()).isEqualTo("administrator");
            assertThat(version.why()).isEqualTo(WHY);
            assertThat(version.former()).contains(new LearnerVersion.Former("family_name", "Morgan"));
        });
    }

    @OnBothDatabases
    void aNumberOnWhichSomethingHangsIsNotDeleted(Database db) {
        var claimed = registered(db);
        var older = registered(db);
        var master = registered(db);
        link(db, older, master);
        KeepsNumber account = numbers -> numbers.contains(claimed);

        var kept = db.call(em -> {
            var plain = new Registry(em, CLOCK);
            return new Registry(plain.sql(), plain.ledger(), CLOCK, List.of(account))
                    .numbers()
                    .delete(ADMINISTRATOR, claimed, DeletionReason.IN_ERROR, WHY);
        });

        assertThat(kept).isEqualTo(new Change.Refused("something-hangs-on-it"));
        assertThat(delete(db, older)).isEqualTo(new Change.Refused("is-linked"));
        assertThat(delete(db, master)).isEqualTo(new Change.Refused("is-linked"));
    }

    @OnBothDatabases
    void everyChangeHasAReasonInWords(Database db) {
        var uln = registered(db);

        assertThatThrownBy(() -> db.run(em ->
                        new Registry(em, CLOCK).numbers().delete(ADMINISTRATOR, uln, DeletionReason.NOBODY, "so")))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .extracting(Mistake.Fault::code)
                                .containsExactly("reason-words"));
    }

    @OnBothDatabases
    void aDeletedLearnerIsFoundByNothing(Database db) {
        var one = Newcomers.someone();
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(one.as(uln, false))));
        Person wanted = Newcomers.wanted(one);
        assertThat(find(db, wanted)).isInstanceOf(Found.Exact.class);

        delete(db, uln);

        assertThat(find(db, wanted)).isEqualTo(new Found.None());
        assertThat(wanted.gender()).isEqualTo(Gender.FEMALE);
    }
}
