package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.called;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.linked;
import static org.openplr.learner.LearnerFixtures.someone;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.matching.Agreement;
import org.openplr.matching.Field;
import org.openplr.matching.FieldAgreement;
import org.openplr.matching.OtherNumber;
import org.openplr.matching.Person;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class FindingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final AtomicInteger NAMES = new AtomicInteger();

    /** A name that nobody else in these databases has, and none like it. */
    private static String freshName() {
        return name(NAMES.incrementAndGet());
    }

    private static String name(int seed) {
        var chance = new Random(seed * 7_919L);
        var letters = new StringBuilder("Q");
        for (var i = 0; i < 4; i++)
            letters.append("bdfgklmprstvz".charAt(chance.nextInt(13))).append("aeiou".charAt(chance.nextInt(5)));
        return letters.toString();
    }

    /** The given name, with a mark, of whoever has this family name. */
    private static String given(String family) {
        return "Ŵ" + name(family.hashCode()).substring(1);
    }

    private static LocalDate born(String family) {
        return LocalDate.of(1940 + Math.floorMod(family.hashCode(), 70), 3, 11);
    }

    private static LearnerDetails details(Uln uln, String given, String family, LocalDate born) {
        var one = LearnerFixtures.born(called(someone(uln), family), born);
        return new LearnerDetails(
                uln,
                new LearnerDetails.Names(null, given, null, null, family, null, null),
                born,
                one.gender(),
                one.address(),
                one.background(),
                null,
                one.verification(),
                one.abilityToShare(),
                false);
    }

    private static LearnerDetails details(Uln uln, String family) {
        return details(uln, given(family), family, born(family));
    }

    private static void take(Database db, LearnerDetails... people) {
        db.run(em -> LearnerFixtures.register(em).take(List.of(people)));
    }

    private static Actor.OrganisationUser user(Role role) {
        return new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn("10009999"), Set.of(role));
    }

    private static final Actor.OrganisationUser OFFICER = user(Role.REGISTRATION_ONLINE);

    private static Finding finding(EntityManager em) {
        return new Registry(em, CLOCK).finding();
    }

    private static Found find(Database db, Person wanted) {
        return db.call(em -> finding(em).find(OFFICER, wanted, FindType.FULL));
    }

    private static Uln registered(Database db, String family) {
        var uln = freshUln();
        take(db, details(uln, family));
        return uln;
    }

    /** As it is typed: without the mark, and the postcode without its space. */
    private static Person wanted(String family) {
        return Person.of(plain(family), family, born(family), Gender.FEMALE, "cf103at");
    }

    private static String plain(String family) {
        return given(family).replace('Ŵ', 'w');
    }

    private static List<String> told(Database db, Uln uln) {
        return db.call(
                em -> AuditFixtures.ledger(em, CLOCK).activity(Set.of(uln), Optional.empty(), 50).entries().stream()
                        .map(entry -> entry.what() + " " + entry.outcome() + " " + entry.reason())
                        .map(String::strip)
                        .toList());
    }

    private static int nobodyFound(Database db) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select count(*) as n from ledger_entry where what = 'learner.found' and subject_uln is null",
                        row -> row.number("n"),
                        List.of())
                .getFirst());
    }

    @OnBothDatabases
    void administratorsSeeHowManyPeopleAnOrganisationLooksForAndHowFewItFinds(Database db) {
        var family = freshName();
        registered(db, family);
        var clerk = new Actor.OrganisationUser(
                UUID.randomUUID(),
                new Ukprn(Integer.toString(19_700_000 + NAMES.incrementAndGet())),
                Set.of(Role.REGISTRATION_ONLINE));
        for (var name : List.of(family, freshName(), freshName(), freshName()))
            db.run(em -> finding(em).find(clerk, wanted(name), FindType.FULL));

        var lines = db.call(em -> new Watching(new Sql(em), CLOCK).lines(new Actor.Administrator(UUID.randomUUID())));

        assertThat(lines)
                .filteredOn(line -> line.organisation().equals(clerk.organisation()))
                .containsExactly(new Watching.Line(clerk.organisation(), 4, 4, 25, 1));
    }

    @OnBothDatabases
    void whoIsRegisteredIsFoundAtOnceAndSeesIt(Database db) {
        var family = freshName();
        var uln = registered(db, family);

        var found = find(db, wanted(family));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Found.Exact.class,
                        exact -> assertThat(exact.learner().uln()).isEqualTo(uln));
        assertThat(told(db, uln)).containsExactly("learner.found ALLOWED");
    }

    @OnBothDatabases
    void aFindSendsThreeStatementsTwoForTheLedgerAndThreeForTheQuotaAndTheRegisteringThatMayFollow(Database db) {
        var family = freshName();
        registered(db, family);
        find(db, wanted(family));

        var statements = db.statements(em -> finding(em).find(OFFICER, wanted(family), FindType.FULL));

        assertThat(statements).isEqualTo(8);
    }

    @OnBothDatabases
    void somebodyNearlySoIsShownWithWhatAgrees(Database db) {
        var family = freshName();
        var uln = registered(db, family);
        var swapped = Person.of(
                plain(family), family, LocalDate.of(born(family).getYear(), 11, 3), Gender.FEMALE, "CF10 3AT");

        var found = find(db, swapped);

        assertThat(found).isInstanceOfSatisfying(Found.Possible.class, possible -> {
            assertThat(possible.learners()).singleElement().satisfies(one -> {
                assertThat(one.uln()).isEqualTo(uln);
                assertThat(one.agreements().toString()).contains("DATE_OF_BIRTH, agreement=SWAPPED");
            });
        });
        assertThat(told(db, uln)).containsExactly("learner.possible ALLOWED");
    }

    @OnBothDatabases
    void whoeverHasANewNameIsFoundByItAndByTheOldNoLonger(Database db) {
        var before = freshName();
        var after = freshName();
        var uln = registered(db, before);
        take(db, details(uln, given(before), after, born(before)));

        var byNew = Person.of(given(before), after, born(before), Gender.FEMALE, "CF10 3AT");

        assertThat(find(db, byNew)).isInstanceOf(Found.Exact.class);
        assertThat(find(db, wanted(before))).isNotInstanceOf(Found.Exact.class);
    }

    @OnBothDatabases
    void moreThanTenTellNothing(Database db) {
        var family = freshName();
        var people = IntStream.range(0, 11)
                .mapToObj(_ -> details(freshUln(), family))
                .toList();
        take(db, people.toArray(LearnerDetails[]::new));
        var before = nobodyFound(db);

        var found = find(db, wanted(family));

        assertThat(found).isEqualTo(new Found.TooMany());
        assertThat(nobodyFound(db)).isEqualTo(before + 1);
        assertThat(told(db, people.getFirst().uln())).isEmpty();
    }

    @OnBothDatabases
    void aFindOfNobodyIsInTheLedgerToo(Database db) {
        var before = nobodyFound(db);

        var found = find(db, Person.of("Zebedee", freshName(), LocalDate.parse("1955-06-07"), Gender.MALE, "ZE1 0AA"));

        assertThat(found).isEqualTo(new Found.None());
        assertThat(nobodyFound(db)).isEqualTo(before + 1);
    }

    @OnBothDatabases
    void whoeverHasTwoNumbersIsOneAndBothAreTold(Database db) {
        var family = freshName();
        var older = registered(db, family);
        var master = registered(db, freshName());
        db.run(em -> linked(em, older, master));

        var found = find(db, wanted(family));
        var byNumber = db.call(em -> finding(em).find(OFFICER, older, plain(family), family, FindType.FULL));

        assertThat(found).isInstanceOfSatisfying(Found.Linked.class, both -> {
            assertThat(both.superseded()).isEqualTo(older);
            assertThat(both.learner().uln()).isEqualTo(master);
        });
        assertThat(byNumber)
                .isInstanceOfSatisfying(
                        Found.Linked.class,
                        both -> assertThat(both.learner().uln()).isEqualTo(master));
    }

    @OnBothDatabases
    void aSensitiveLearnerIsFoundAlikeWhicheverPlacesAreTried(Database db) {
        var one = Newcomers.someone();
        take(db, one.as(freshUln(), true));
        var rightPlace = Newcomers.wanted(one);
        var wrongPlace = Newcomers.wanted(Newcomers.living(one, "ZE1 0AA"));

        var right = find(db, rightPlace);
        var wrong = find(db, wrongPlace);

        assertThat(right).isEqualTo(wrong).isInstanceOfSatisfying(Found.Possible.class, possible -> {
            assertThat(possible.learners()).singleElement().satisfies(candidate -> {
                assertThat(candidate.familyName()).isEqualTo(one.names().family());
                assertThat(candidate.agreements())
                        .filteredOn(field -> field.field() == Field.POSTCODE)
                        .extracting(FieldAgreement::agreement)
                        .containsExactly(Agreement.NOT_COMPARED);
            });
        });
    }

    @OnBothDatabases
    void whoeverIsMarkedSensitiveIsNoLongerFoundByAPostcode(Database db) {
        var one = Newcomers.someone();
        var uln = freshUln();
        take(db, one.as(uln, false));
        var byPlace = Person.of(
                "Somebody",
                "Else",
                one.dateOfBirth(),
                Gender.FEMALE,
                one.address().postcode());
        assertThat(find(db, byPlace)).isInstanceOf(Found.Possible.class);

        take(db, one.as(uln, true));

        assertThat(find(db, byPlace)).isEqualTo(new Found.None());
    }

    @OnBothDatabases
    void aNumberThatASchoolGaveFindsWhoeverHasItWhateverElseIsWrong(Database db) {
        var one = Newcomers.numbered(Newcomers.someone(), "A801234567890");
        var uln = freshUln();
        take(db, one.as(uln, false));
        var wanted = new Person(
                "Somebody",
                one.names().family(),
                List.of(),
                List.of(),
                one.dateOfBirth().plusDays(40),
                Gender.FEMALE,
                "",
                "",
                "",
                "",
                OtherNumber.of(OtherNumber.Kind.UPN, "a80 1234 567890").stream().toList());

        assertThat(find(db, wanted))
                .isInstanceOfSatisfying(
                        Found.Possible.class,
                        possible -> assertThat(possible.learners())
                                .singleElement()
                                .satisfies(
                                        candidate -> assertThat(candidate.uln()).isEqualTo(uln)));
    }

    @OnBothDatabases
    void aNumberIsFoundWithItsNamesOnly(Database db) {
        var family = freshName();
        var uln = registered(db, family);

        var right = db.call(em -> finding(em).find(OFFICER, uln, plain(family), family, FindType.FULL));
        var slipped = db.call(em -> finding(em).find(OFFICER, uln, plain(family) + "e", family, FindType.FULL));
        var wrong = db.call(em -> finding(em).find(OFFICER, uln, plain(family), "Unlike", FindType.FULL));
        var nobodys = db.call(em -> finding(em).find(OFFICER, freshUln(), plain(family), family, FindType.FULL));

        assertThat(right).isInstanceOf(Found.Exact.class);
        assertThat(slipped).isInstanceOf(Found.Possible.class);
        assertThat(List.of(wrong, nobodys)).containsOnly(new Found.None());
        assertThat(told(db, uln)).contains("learner.found REFUSED wrong-facts");
    }

    @OnBothDatabases
    void aCheckTellsTheNumberAndNothingElse(Database db) {
        var family = freshName();
        var uln = registered(db, family);
        var awarding = user(Role.AWARDING);

        var checked = db.call(em -> finding(em).find(awarding, wanted(family), FindType.CHECK));
        var nearly = db.call(em -> finding(em)
                .find(awarding, Person.of(plain(family), family, born(family), Gender.FEMALE, ""), FindType.CHECK));

        assertThat(checked).isEqualTo(new Found.Exists(uln, uln));
        assertThat(nearly).isEqualTo(new Found.Unclear());
        assertThatThrownBy(() -> find(db, wanted(family), awarding)).isInstanceOf(Mistake.class);
        assertThat(told(db, uln)).containsExactly("learner.checked ALLOWED");
    }

    private static Found find(Database db, Person wanted, Actor.OrganisationUser actor) {
        return db.call(em -> finding(em).find(actor, wanted, FindType.FULL));
    }

    @OnBothDatabases
    void withoutNamesAndDateOfBirthNothingIsLookedFor(Database db) {
        var unnamed = Person.of("Sian", " ", null, Gender.FEMALE, "CF10 3AT");

        assertThatThrownBy(() -> find(db, unnamed)).isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void aRegisterFromBeforeTheKeysGetsThemAndWhoHasThemKeepsThem(Database db) {
        var withKeys = freshName();
        var uln = registered(db, withKeys);
        var without = freshName();
        db.run(em -> new BulkLoading(new Sql(em), CLOCK).load(List.of(details(freshUln(), without))));
        assertThat(find(db, wanted(without))).isNotInstanceOf(Found.Exact.class);

        db.run(em -> new Sql(em).update("update learner_match_state set is_complete = false, done_to = ''", List.of()));
        var steps = 0;
        while (db.call(em -> new MatchUpkeep(new Sql(em), new MatchKeyTable(new Sql(em))).step())) steps++;

        assertThat(steps).isPositive();
        assertThat(find(db, wanted(without))).isInstanceOf(Found.Exact.class);
        assertThat(find(db, wanted(withKeys)))
                .isInstanceOfSatisfying(
                        Found.Exact.class,
                        exact -> assertThat(exact.learner().uln()).isEqualTo(uln));
    }
}
