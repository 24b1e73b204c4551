package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.openplr.learner.NumberKeeping.DeletionReason;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Who is protected, by which of their numbers, and from whom. */
class SensitivityTest {
    private static final Actor.Administrator ADMINISTRATOR = new Actor.Administrator(UUID.randomUUID());
    private static final LocalDate REVIEW = LocalDate.of(2027, 5, 1);
    private static final String WHY = "asked for by the police";

    private final FixedClock clock = FixedClock.at("2026-11-28T12:00:00Z");
    private final Actor.OrganisationUser clerk = Newcomers.officer(Role.REGISTRATION_ONLINE);
    private final Actor.OrganisationUser chief = of(clerk.organisation());

    private static Actor.OrganisationUser of(Ukprn organisation) {
        return new Actor.OrganisationUser(UUID.randomUUID(), organisation, Set.of(Role.REGISTRATION_SUPER));
    }

    /** Somebody of whom there is much to tell, who has to do with these. */
    private Uln registered(Database db, Actor.OrganisationUser... theirs) {
        var uln = LearnerFixtures.freshUln();
        var digits = uln.digits();
        var one = Newcomers.someone();
        var names = one.names();
        var said = new LearnerToRegister(
                new LearnerDetails.Names("Sgt", names.given(), null, null, names.family(), null, null),
                one.dateOfBirth(),
                Gender.FEMALE,
                one.address(),
                new LearnerDetails.Background("Bangor", "Ysgol Friars", "GBR", digits.substring(1)),
                new LearnerDetails.Numbers("B" + digits + "01", digits + "12A", digits + "123", digits),
                "someone@example.org",
                new LearnerDetails.Verification(VerificationType.OTHER, "Armed Forces ID"),
                AbilityToShare.MAY_SHARE,
                "posted");
        db.run(em -> {
            var registry = new Registry(em, clock);
            var intake = registry.register().take(List.of(said.as(uln, false)));
            assertThat(intake.refusals()).isEmpty();
            Stream.of(theirs).forEach(user -> registry.relationships().note(Map.of(uln, user.organisation())));
        });
        return uln;
    }

    private void mark(Database db, Uln uln, Actor.OrganisationUser... named) {
        var organisations =
                Stream.of(named).map(Actor.OrganisationUser::organisation).toList();
        later();
        db.run(em -> new Registry(em, clock).sensitivity().mark(ADMINISTRATOR, uln, WHY, REVIEW, organisations));
    }

    private boolean unmark(Database db, Uln uln) {
        later();
        return db.call(em -> new Registry(em, clock).sensitivity().unmark(ADMINISTRATOR, uln, "no longer at risk"));
    }

    private void link(Database db, Uln superseded, Uln master) {
        later();
        db.run(em -> new Registry(em, clock).numbers().link(ADMINISTRATOR, superseded, master, "they are one person"));
    }

    private void unlink(Database db, Uln superseded) {
        later();
        db.run(em -> new Registry(em, clock).numbers().unlink(ADMINISTRATOR, superseded, "they are two people"));
    }

    private void imported(Database db, LearnerDetails one) {
        later();
        db.run(em -> {
            var registry = new Registry(em, clock);
            registry.register().take(List.of(one));
            registry.sensitivity().imported(List.of(one.uln()));
        });
    }

    private void later() {
        clock.forward(Duration.ofMinutes(1));
    }

    private Keeping.Kept read(Database db, Actor.OrganisationUser user, Uln uln) {
        return db.call(em -> new Registry(em, clock).keeping().read(user, uln)).orElseThrow();
    }

    private LearnerDetails details(Database db, Uln uln) {
        return db.call(em -> new Registry(em, clock).register().details(uln)).orElseThrow();
    }

    private Found find(Database db, LearnerToRegister said) {
        return db.call(em -> new Registry(em, clock).finding().find(clerk, Newcomers.wanted(said), FindType.FULL));
    }

    private List<Sensitivity.Look> looks(Database db, Uln... numbers) {
        return db.call(em -> new Registry(em, clock).sensitivity().looks(ADMINISTRATOR, 1)).stream()
                .filter(look -> List.of(numbers).contains(look.uln()))
                .toList();
    }

    private boolean isWithheld(Database db, Actor.OrganisationUser user, Uln uln) {
        return read(db, user, uln).withheld();
    }

    private List<Sensitivity.Mark> standing(Database db, Uln... numbers) {
        return db.call(em -> new Registry(em, clock).sensitivity().standing(ADMINISTRATOR)).stream()
                .filter(mark -> List.of(numbers).contains(mark.uln()))
                .toList();
    }

    @OnBothDatabases
    void whateverTellsOfAPlaceIsWithheld(Database db) {
        var uln = registered(db, clerk);
        mark(db, uln);

        var details = read(db, clerk, uln).details();

        assertThat(details.said().numbers()).isEqualTo(LearnerDetails.Numbers.NONE);
        assertThat(details.verification()).isEqualTo(new LearnerDetails.Verification(VerificationType.OTHER, null));
        assertThat(details.names().title()).isNull();
        assertThat(details.background()).isEqualTo(new LearnerDetails.Background(null, null, null, null));
        assertThat(details.address()).isEqualTo(new LearnerDetails.Address(null, null, null, null, "", null));
        assertThat(details.email()).isNull();
        assertThat(details.said().notes()).isNull();
        var versions = db.call(em -> new Registry(em, clock).keeping().versions(clerk, uln));
        assertThat(versions).contains(List.of());
    }

    @OnBothDatabases
    void aFindTellsNoDateOfBirthAndNoGender(Database db) {
        var uln = registered(db);
        var one = details(db, uln);
        mark(db, uln);

        Found found = db.call(em -> new Registry(em, clock)
                .finding()
                .find(clerk, uln, one.names().given(), one.names().family(), FindType.FULL));

        assertThat(found).isInstanceOfSatisfying(Found.Exact.class, exact -> {
            assertThat(exact.learner().sensitive()).isTrue();
            assertThat(exact.learner().dateOfBirth()).isNull();
            assertThat(exact.learner().gender()).isEqualTo(Gender.UNKNOWN);
        });
    }

    @OnBothDatabases
    void onlyASuperUserOfAnOrganisationThatTheMarkNamesSeesTheWhole(Database db) {
        var other = of(Newcomers.officer(Role.REGISTRATION_SUPER).organisation());
        var uln = registered(db, clerk, other);

        mark(db, uln);
        assertThat(isWithheld(db, chief, uln)).as("nobody is named").isTrue();

        mark(db, uln, clerk);
        assertThat(isWithheld(db, chief, uln)).isFalse();
        assertThat(isWithheld(db, clerk, uln)).as("no super user").isTrue();
        assertThat(isWithheld(db, other, uln)).as("of another organisation").isTrue();

        mark(db, uln, other);
        assertThat(isWithheld(db, chief, uln)).as("named no longer").isTrue();
        assertThat(isWithheld(db, other, uln)).isFalse();
        assertThat(told(db, uln))
                .containsExactly(
                        "learner.marked-sensitive ",
                        "learner.marked-sensitive ",
                        "learner.sensitive-opened " + clerk.organisation(),
                        "learner.marked-sensitive ",
                        "learner.sensitive-opened " + other.organisation());
    }

    private List<String> told(Database db, Uln uln) {
        return db.call(em -> new Registry(em, clock)
                .sql()
                .rows(
                        "select what, fields from ledger_entry where subject_uln = ? and actor_kind = 'administrator'"
                                + " order by happened_at, id",
                        row -> row.text("what") + " " + row.text("fields"),
                        List.of(uln.digits())));
    }

    @OnBothDatabases
    void aNamedOrganisationThatTheLearnerHasNothingToDoWithSeesNothing(Database db) {
        var uln = registered(db);
        mark(db, uln, clerk);

        var read = db.call(em -> new Registry(em, clock).keeping().read(chief, uln));

        assertThat(read).isEmpty();
    }

    @OnBothDatabases
    void moreThanTwentyOrganisationsAreNotNamed(Database db) {
        var uln = registered(db);
        var many = Stream.generate(() -> Newcomers.officer().organisation())
                .limit(21)
                .toList();

        assertThatThrownBy(() ->
                        db.run(em -> new Registry(em, clock).sensitivity().mark(ADMINISTRATOR, uln, WHY, REVIEW, many)))
                .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void whoeverIsProtectedByOneNumberIsByTheOtherWhicheverLeads(Database db) {
        for (var markedIsSuperseded : List.of(true, false)) {
            var marked = registered(db);
            var plain = registered(db, clerk);
            mark(db, marked);
            link(db, markedIsSuperseded ? marked : plain, markedIsSuperseded ? plain : marked);

            assertThat(isWithheld(db, clerk, plain)).isTrue();
            assertThat(isWithheld(db, chief, plain)).isTrue();
            for (var number : List.of(marked, plain)) {
                assertThat(find(db, details(db, number).said()))
                        .isInstanceOfSatisfying(
                                Found.Possible.class,
                                possible -> assertThat(possible.learners())
                                        .singleElement()
                                        .matches(Candidates.Candidate::sensitive));
            }

            assertThat(unmark(db, plain)).isTrue();
            assertThat(standing(db, marked, plain)).isEmpty();
            assertThat(isWithheld(db, clerk, marked)).isFalse();
        }
    }

    @OnBothDatabases
    void whoeverIsUnlinkedIsProtectedAsBefore(Database db) {
        for (var markedIsSuperseded : List.of(true, false)) {
            var marked = registered(db, clerk);
            var plain = registered(db, clerk);
            mark(db, marked, clerk);
            link(db, markedIsSuperseded ? marked : plain, markedIsSuperseded ? plain : marked);
            unlink(db, markedIsSuperseded ? marked : plain);

            assertThat(isWithheld(db, clerk, marked)).isTrue();
            assertThat(isWithheld(db, chief, marked)).isFalse();
            assertThat(isWithheld(db, clerk, plain)).isFalse();
            assertThat(standing(db, marked, plain))
                    .extracting(Sensitivity.Mark::uln)
                    .containsExactly(marked);
        }
    }

    @OnBothDatabases
    void aMarkThatWasMadeOfTwoNumbersStandsForBothWhenTheyPart(Database db) {
        var older = registered(db, clerk);
        var master = registered(db, clerk);
        link(db, older, master);
        mark(db, master, clerk);
        unlink(db, older);

        for (var number : List.of(older, master)) {
            assertThat(isWithheld(db, clerk, number)).isTrue();
            assertThat(isWithheld(db, chief, number)).isFalse();
        }
        assertThat(standing(db, older, master)).hasSize(2);
        assertThat(unmark(db, older)).isTrue();
        assertThat(isWithheld(db, clerk, older)).isFalse();
        assertThat(isWithheld(db, clerk, master)).isTrue();
    }

    @OnBothDatabases
    void ofTwoMarksOfOnePersonEachHasToNameWhoeverSeesTheWhole(Database db) {
        var one = registered(db, clerk);
        var other = registered(db);
        mark(db, one, clerk);
        mark(db, other);
        link(db, one, other);

        assertThat(isWithheld(db, chief, one)).isTrue();
        assertThat(standing(db, one, other)).hasSize(2);
    }

    @OnBothDatabases
    void whomAFileCallsProtectedIsLookedAfterLikeEverybody(Database db) {
        var uln = registered(db, clerk);
        var said = details(db, uln).said();
        imported(db, said.as(uln, true));
        imported(db, said.as(uln, true));

        assertThat(standing(db, uln)).singleElement().satisfies(mark -> {
            assertThat(mark.why()).isEqualTo("imported");
            assertThat(mark.reviewOn()).isEqualTo(LocalDate.of(2027, 11, 28));
            assertThat(mark.organisations()).isEmpty();
        });
        later();
        var before = clock.instant();
        assertThat(isWithheld(db, chief, uln)).isTrue();
        boolean lookedAt = db.call(em -> new Registry(em, clock).sensitivity().isLookedAt(before));
        assertThat(lookedAt).isTrue();
        assertThat(looks(db, uln)).hasSize(1);
    }

    @OnBothDatabases
    void noFileEndsThatSomebodyIsProtected(Database db) {
        var uln = registered(db, clerk);
        mark(db, uln);
        var said = details(db, uln).said();

        imported(db, Newcomers.living(said, "EH1 1YZ").as(uln, false));

        assertThat(isWithheld(db, clerk, uln)).isTrue();
        assertThat(details(db, uln).address().postcode()).isEqualTo("EH1 1YZ");
    }

    @OnBothDatabases
    void aFileThatCallsASupersededNumberProtectedProtectsThePerson(Database db) {
        var older = registered(db);
        var master = registered(db, clerk);
        link(db, older, master);
        var said = details(db, older).said();

        imported(db, said.as(older, true));

        assertThat(isWithheld(db, clerk, master)).isTrue();
        assertThat(standing(db, older, master)).hasSize(1);
    }

    @OnBothDatabases
    void lookedAtByEitherNumberItIsToldOnce(Database db) {
        var one = registered(db, clerk);
        var other = registered(db);
        mark(db, one);
        mark(db, other);
        link(db, one, other);
        later();
        isWithheld(db, clerk, one);

        assertThat(looks(db, one, other)).hasSize(1);
    }

    @OnBothDatabases
    void aDeletedNumberIsNobodysToProtect(Database db) {
        var uln = registered(db);
        mark(db, uln);
        later();
        db.run(em -> new Registry(em, clock)
                .numbers()
                .delete(ADMINISTRATOR, uln, DeletionReason.NOBODY, "a number that nobody has"));

        assertThat(standing(db, uln)).isEmpty();
    }

    @OnBothDatabases
    void aRegisterFromBeforeHasAMarkForEverybodyWhoIsSensitiveAndFlagsForAllTheirNumbers(Database db) {
        var sql = db.empty("marks_" + db.name().toLowerCase(Locale.ROOT));
        var register = LearnerFixtures.register(sql);
        var numbers = Stream.generate(LearnerFixtures::freshUln).limit(7).toList();
        // Alone; a master with a plain superseded one; a plain master with a sensitive and a plain superseded one;
        // nobody.
        var sensitive = List.of(true, true, false, false, true, false, false);
        for (var i = 0; i < numbers.size(); i++)
            register.take(List.of(Newcomers.someone().as(numbers.get(i), sensitive.get(i))));
        for (var link : List.of(List.of(2, 1), List.of(4, 3), List.of(5, 3)))
            sql.update(
                    "insert into learner_link (superseded, master, linked_at) values (?, ?, ?)",
                    List.of(
                            numbers.get(link.getFirst()).digits(),
                            numbers.get(link.getLast()).digits(),
                            clock.instant()));
        sql.update("update learner_match_state set scheme_no = 7", List.of());

        for (var statement : migration()) sql.update(statement, List.of());

        assertThat(numbers.stream()
                        .map(number -> register.details(number).orElseThrow().sensitive())
                        .toList())
                .containsExactly(true, true, true, true, true, true, false);
        assertThat(sql.rows("select uln from learner_sensitivity", row -> new Uln(row.text("uln")), List.of()))
                .containsExactlyInAnyOrder(numbers.get(0), numbers.get(1), numbers.get(3));
        assertThat(sql.rows("select scheme_no from learner_match_state", row -> row.number("scheme_no"), List.of()))
                .as("keys are made anew")
                .containsExactly(0);
    }

    /** What it does with rows, without the table that is there already. */
    private static List<String> migration() {
        var file = Path.of("src/main/resources/db/learner/V202611282220__learner_sensitivity_marks.sql");
        try {
            var text = Files.readString(file).replaceAll("--.*", "");
            return Stream.of(text.split(";", -1))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update") || statement.startsWith("insert"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
