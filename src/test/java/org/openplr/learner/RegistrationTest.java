package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.Newcomers.officer;
import static org.openplr.learner.Newcomers.someone;
import static org.openplr.learner.Newcomers.wanted;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class RegistrationTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final Actor.OrganisationUser OFFICER =
            officer("10009901", Role.REGISTRATION_ONLINE, Role.REGISTRATION_BATCH);

    private static final Actor.Administrator ADMINISTRATOR = new Actor.Administrator(UUID.randomUUID());

    private static Registry registry(EntityManager em) {
        return new Registry(em, CLOCK);
    }

    private static Found find(Database db, Actor.OrganisationUser who, LearnerToRegister one) {
        return db.call(em -> registry(em).finding().find(who, wanted(one), FindType.FULL));
    }

    private static Registered register(Database db, Actor.OrganisationUser who, LearnerToRegister one) {
        return db.call(em -> registry(em).registration().register(who, one, Optional.empty()));
    }

    private static List<Registered> registerAll(Database db, Actor.OrganisationUser who, List<LearnerToRegister> some) {
        return db.call(em -> registry(em).registration().registerAll(who, some));
    }

    private static Found check(Database db, Actor.OrganisationUser who, LearnerToRegister one) {
        return db.call(em -> registry(em).finding().find(who, wanted(one), FindType.CHECK));
    }

    private static Uln number(Registered registered) {
        return switch (registered) {
            case Registered.New(var uln) -> uln;
            case Registered.Again(var uln) -> uln;
            case Registered.Known(var uln) -> uln;
            case Registered.FindFirst _, Registered.Possible _, Registered.TooMany _, Registered.Rejected _ ->
                throw new AssertionError("no number: " + registered);
        };
    }

    @OnBothDatabases
    void whoeverIsNotFoundGetsANumberForLife(Database db) {
        var one = someone();

        assertThat(find(db, OFFICER, one)).isEqualTo(new Found.None());
        var registered = register(db, OFFICER, one);

        assertThat(registered).isInstanceOf(Registered.New.class);
        assertThat(find(db, OFFICER, one))
                .isInstanceOfSatisfying(
                        Found.Exact.class,
                        found -> assertThat(found.learner().uln()).isEqualTo(number(registered)));
    }

    @OnBothDatabases
    void whoRegisteredThemHasToDoWithThem(Database db) {
        var one = someone();
        find(db, OFFICER, one);
        var uln = number(register(db, OFFICER, one));

        var organisations = db.call(em -> registry(em).relationships().of(List.of(uln)));

        assertThat(organisations).containsExactly(OFFICER.organisation());
    }

    @OnBothDatabases
    void aFindComesFirst(Database db) {
        assertThat(register(db, OFFICER, someone())).isEqualTo(new Registered.FindFirst());
    }

    @OnBothDatabases
    void aFindOfAnotherOrganisationIsNone(Database db) {
        var one = someone();
        find(db, officer("10009902", Role.REGISTRATION_ONLINE), one);

        assertThat(register(db, OFFICER, one)).isEqualTo(new Registered.FindFirst());
    }

    @OnBothDatabases
    void aFindWithAnotherPostcodeIsNone(Database db) {
        var one = someone();
        find(db, OFFICER, one);

        assertThat(register(db, OFFICER, Newcomers.living(one, "SA1 1AA"))).isEqualTo(new Registered.FindFirst());
    }

    @OnBothDatabases
    void theSameSentTwiceMakesOneLearner(Database db) {
        var one = someone();
        find(db, OFFICER, one);

        var first = register(db, OFFICER, one);
        var second = register(db, OFFICER, one);

        assertThat(second).isEqualTo(new Registered.Again(number(first)));
    }

    @OnBothDatabases
    void theSameCallSentTwiceMakesOneLearnerAndAnotherRequestByItsKeyIsRefused(Database db) {
        var one = someone();
        find(db, OFFICER, one);
        var call = Optional.of(new Registration.Call("key-" + one.names().family(), "the request"));

        var first = db.call(em -> registry(em).registration().register(OFFICER, one, call));
        var second = db.call(em -> registry(em).registration().register(OFFICER, one, call));
        var other = Optional.of(new Registration.Call(call.get().key(), "another request"));

        assertThat(second).isEqualTo(new Registered.Again(number(first)));
        assertThatThrownBy(() -> db.run(em -> registry(em).registration().register(OFFICER, one, other)))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.code()).isEqualTo("idempotency-key-reused"));
    }

    @OnBothDatabases
    void twentyAtTheSameMomentMakeOneLearner(Database db) throws Exception {
        var one = someone();
        for (var i = 0; i < 20; i++) find(db, OFFICER, one);

        var numbers = new HashSet<Uln>();
        for (var registered : atOnce(20, () -> register(db, OFFICER, one))) numbers.add(number(registered));

        assertThat(numbers).hasSize(1);
    }

    private static List<Registered> atOnce(int times, Callable<Registered> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = new ArrayList<Registered>();
            for (Future<Registered> one : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> work).toList())) all.add(one.get());
            return all;
        }
    }

    @OnBothDatabases
    void whoeverAnotherRegisteredSinceTheFindIsKnown(Database db) {
        var one = someone();
        var other = officer("10009903", Role.REGISTRATION_SUPER);
        find(db, OFFICER, one);
        find(db, other, one);
        var first = register(db, other, one);

        assertThat(register(db, OFFICER, one)).isEqualTo(new Registered.Known(number(first)));
        assertThat(register(db, OFFICER, one))
                .as("asked again, and from a file: no number of nobody")
                .isEqualTo(new Registered.Known(number(first)));
        assertThat(registerAll(db, OFFICER, List.of(one))).containsExactly(new Registered.Known(number(first)));
    }

    @OnBothDatabases
    void theSameFiveDemographicsAreOneLearnerWhateverElseIsSaid(Database db) {
        var one = Newcomers.writing(someone(), "one@example.org");
        var changed = Newcomers.writing(one, "other@example.org");
        find(db, OFFICER, one);
        var first = number(register(db, OFFICER, one));
        var other = officer(Role.REGISTRATION_ONLINE);

        find(db, OFFICER, one);
        find(db, other, one);

        assertThat(register(db, OFFICER, changed)).isEqualTo(new Registered.Again(first));
        assertThat(register(db, other, changed)).isEqualTo(new Registered.Known(first));
    }

    /** Their places are compared with nothing, so that they are never exact; they get no second number all the same. */
    @OnBothDatabases
    void aProtectedLearnerGetsNoSecondNumber(Database db) {
        var one = someone();
        find(db, OFFICER, one);
        var uln = number(register(db, OFFICER, one));
        db.run(em -> registry(em)
                .sensitivity()
                .mark(ADMINISTRATOR, uln, "serves in the forces", LocalDate.of(2027, 1, 1), List.of()));
        var other = officer(Role.REGISTRATION_ONLINE, Role.REGISTRATION_BATCH, Role.AWARDING);

        for (var postcode : List.of(one.address().postcode(), "SA1 1AA")) {
            var told = Newcomers.living(one, postcode);
            assertThat(find(db, other, told)).isInstanceOf(Found.Possible.class);
            assertThat(register(db, other, told)).isEqualTo(new Registered.Known(uln));
            assertThat(registerAll(db, other, List.of(told))).containsExactly(new Registered.Known(uln));
            assertThat(check(db, other, told)).isEqualTo(new Found.Exists(uln, uln));
        }
        var namesake = Newcomers.called(
                one.names().given(), one.names().family(), one.dateOfBirth().minusYears(20));
        find(db, other, namesake);
        assertThat(register(db, other, namesake)).isInstanceOf(Registered.New.class);
    }

    @OnBothDatabases
    void whoMayOnlyLookRegistersNobody(Database db) {
        var viewer = officer("10009901", Role.REGISTRATION_VIEW);
        var one = someone();
        find(db, viewer, one);

        assertThatThrownBy(() -> register(db, viewer, one)).isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void everyFaultIsToldAtOnceAndAnOldOptOutIsNotForNewcomers(Database db) {
        var wrong = Newcomers.sharing(
                Newcomers.living(Newcomers.called("", "x".repeat(36), LocalDate.of(2015, 1, 1)), "nowhere"),
                AbilityToShare.OPTED_OUT);

        assertThatThrownBy(() -> register(db, OFFICER, wrong))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(
                                        mistake.faults().stream().map(fault -> fault.pointer() + " " + fault.code()))
                                .containsExactlyInAnyOrder(
                                        "GivenName missing",
                                        "FamilyName too-long",
                                        "LastKnownPostCode not-a-postcode",
                                        "DateOfBirth age",
                                        "AbilityToShare only-old"));
    }

    @OnBothDatabases
    void tenThousandNumbersAreDifferentValidAndWithoutARun(Database db) {
        var drawn = db.call(
                em -> new Issuing(new Sql(em), new org.openplr.platform.Ids(CLOCK, new java.security.SecureRandom()))
                        .draw(10_000));

        assertThat(new HashSet<>(drawn)).hasSize(10_000);
        assertThat(drawn).allMatch(uln -> Uln.parse(uln.digits()).isPresent());
        var sorted =
                drawn.stream().map(uln -> Long.parseLong(uln.digits())).sorted().toList();
        var neighbours = IntStream.range(1, sorted.size())
                .filter(i -> sorted.get(i) - sorted.get(i - 1) < 20)
                .count();
        // Of ten thousand among some 818 million about twenty are so near by chance.
        assertThat(neighbours).isLessThan(60);
        assertThat(drawn.stream().filter(uln -> uln.digits().charAt(0) >= '5').count())
                .isBetween(5_200L, 5_900L);
    }

    @OnBothDatabases
    void aNumberThatSomebodyHasIsRefusedByTheDatabase(Database db) {
        var one = someone();
        find(db, OFFICER, one);
        var uln = number(register(db, OFFICER, one));

        assertThatThrownBy(() -> db.run(em -> new Sql(em)
                        .batch(
                                LearnerRow.INSERT,
                                List.of(LearnerRow.forInsert(someone().as(uln, false), CLOCK.instant())))))
                .isInstanceOfSatisfying(
                        Sql.DatabaseTrouble.class,
                        trouble -> assertThat(trouble.isDuplicate()).isTrue());
    }

    @OnBothDatabases
    void aFileRegistersWhoIsNewAndTellsTheRest(Database db) {
        var known = someone();
        find(db, OFFICER, known);
        var knownNumber = number(register(db, OFFICER, known));
        var other = officer("10009904", Role.REGISTRATION_BATCH);
        var fresh = someone();
        var alike = Newcomers.living(known, "");
        var like = Newcomers.living(known, "LL57 9ZZ");
        var wrong = Newcomers.living(someone(), "nowhere");

        var outcomes = registerAll(db, other, List.of(known, fresh, fresh, like, wrong, alike));

        assertThat(outcomes.get(0)).isEqualTo(new Registered.Known(knownNumber));
        assertThat(outcomes.get(1)).isInstanceOf(Registered.New.class);
        assertThat(outcomes.get(2)).isEqualTo(new Registered.Again(number(outcomes.get(1))));
        assertThat(outcomes.get(3)).isEqualTo(new Registered.Possible(1));
        assertThat(outcomes.get(4)).isInstanceOf(Registered.Rejected.class);
        assertThat(outcomes.get(5)).isInstanceOf(Registered.Rejected.class);
        var again = registerAll(db, other, List.of(fresh));
        assertThat(again).containsExactly(new Registered.Again(number(outcomes.get(1))));
    }

    /** As if they stood far apart in it: the second is for a person to look at. */
    @OnBothDatabases
    void ofTwoWhoMayBeOneInAFileTheFirstGetsANumber(Database db) {
        var one = someone();
        var family = one.names().family();
        var slip =
                Newcomers.called(one.names().given(), family + family.charAt(family.length() - 1), one.dateOfBirth());
        var like = Newcomers.living(slip, one.address().postcode());
        var other = officer(Role.REGISTRATION_BATCH);

        var together = registerAll(db, other, List.of(one, like, someone()));
        var later = registerAll(db, other, List.of(like));

        assertThat(together.get(0)).isInstanceOf(Registered.New.class);
        assertThat(together.get(1)).isEqualTo(new Registered.Possible(1));
        assertThat(together.get(2)).isInstanceOf(Registered.New.class);
        assertThat(later).containsExactly(new Registered.Possible(1));
    }

    /** Somebody who sends people to learn their numbers stands on the page of whoever watches. */
    @OnBothDatabases
    void whomAFileWasToldOfIsCountedAndWrittenDown(Database db) {
        var known = someone();
        find(db, OFFICER, known);
        register(db, OFFICER, known);
        var firm = officer(Role.REGISTRATION_BATCH);
        var like = Newcomers.living(known, "LL57 9ZZ");

        registerAll(db, firm, List.of(known, like, someone()));

        List<Watching.Line> lines = db.call(em -> new Watching(new Sql(em), CLOCK).lines(ADMINISTRATOR));
        assertThat(lines)
                .filteredOn(line -> line.organisation().equals(firm.organisation()))
                .containsExactly(new Watching.Line(firm.organisation(), 2, 2, 50, 1));
        List<String> reasons = db.call(em -> new Sql(em)
                .rows(
                        "select reason from ledger_entry where organisation = ? and what = 'learner.found'",
                        row -> row.text("reason"),
                        List.of(firm.organisation().digits())));
        assertThat(reasons).containsExactly("several-alike");
    }

    @OnBothDatabases
    void aFileOfHundredsSendsSomeStatementsForAll(Database db) {
        var some = IntStream.range(0, 400).mapToObj(_ -> someone()).toList();

        var statements = db.statements(em -> registry(em).registration().registerAll(OFFICER, some));

        // Not one for each: keys and candidates by 500 to a statement, and some batches.
        assertThat(statements).isLessThan(60);
    }
}
