package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class PeopleTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void everybodyIsListedWithRolesLastUseSecondFactorAndSessions(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE, Role.REGISTRATION_VIEW);
            college.secret(clerk.username());
            var elsewhere = new PeopleFixtures(em, clock);

            var all = college.house.people.of(college.chief.actor(), college.college);

            assertThat(all).extracting(Person::id).containsExactlyInAnyOrder(college.chief.account(), clerk.account());
            var listed = college.of(clerk.account());
            assertThat(listed.sessions()).isEqualTo(2);
            assertThat(listed.lastUsed()).contains(clock.instant());
            assertThat(listed.secondFactor()).isFalse();
            assertThat(listed.roles()).containsExactlyInAnyOrder(Role.REGISTRATION_ONLINE, Role.REGISTRATION_VIEW);
            assertThat(college.of(college.chief.account()).own()).isTrue();
            assertThat(college.house.people.of(elsewhere.chief.actor(), college.college))
                    .isEmpty();
            assertThat(college.house.people.of(clerk.actor(), college.college)).isEmpty();
            assertThat(college.house.people.of(PeopleFixtures.administrator(), college.college))
                    .hasSize(2);
        });
    }

    @OnBothDatabases
    void accessThatEndedIsOverAtTheNextRequestEverywhere(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var house = college.house;
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE);
            var browser = college.secret(clerk.username());
            var bearers = IdentityFixtures.bearers(em, clock);
            var token = IdentityFixtures.tokens(clock)
                    .issue((Welcome) house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .token();
            assertThat(bearers.actor(token, "")).isPresent();

            assertThat(house.people.endAccess(college.chief.actor(), college.college, clerk.account()))
                    .isEqualTo(new PeopleOutcome.Done());

            assertThat(house.sessions.find(browser)).isEmpty();
            assertThat(bearers.actor(token, "")).isEmpty();
            assertThat(house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .isInstanceOf(SignInOutcome.Refused.class);
            assertThat(house.people.find(college.chief.actor(), college.college, clerk.account()))
                    .isEmpty();
            assertThat(house.accounts.open(
                            IdentityFixtures.user(clerk.username(), college.college, Role.REGISTRATION_ONLINE)))
                    .as("the name is free for whoever comes back")
                    .isTrue();
        });
    }

    @OnBothDatabases
    void harmlessTokenOfSomebodyWhoLeftEndsWithinTheMinute(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var clerk = college.signedIn(Role.REGISTRATION_VIEW);
            var bearers = IdentityFixtures.bearers(em, clock);
            var token = IdentityFixtures.tokens(clock)
                    .issue((Welcome) college.house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .token();
            assertThat(bearers.actor(token, "")).isPresent();
            college.house.people.endAccess(college.chief.actor(), college.college, clerk.account());

            clock.forward(Bearers.REMEMBERED);

            assertThat(bearers.actor(token, "")).isEmpty();
        });
    }

    @OnBothDatabases
    void rolesCountFromTheNextRequestAndATokenOfOthersIsWorthNothing(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE);
            var browser = college.secret(clerk.username());
            var bearers = IdentityFixtures.bearers(em, clock);
            var token = IdentityFixtures.tokens(clock)
                    .issue((Welcome) college.house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .token();

            college.house.people.changeRoles(
                    college.chief.actor(), college.college, clerk.account(), Set.of(Role.REGISTRATION_VIEW));

            assertThat(college.house.session(browser).roles()).containsExactly(Role.REGISTRATION_VIEW);
            assertThat(bearers.actor(token, "")).isEmpty();
        });
    }

    @OnBothDatabases
    void nobodyChangesTheirOwnRolesOrEndsTheirOwnAccess(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;
            var chief = college.chief;

            for (var outcome : List.of(
                    people.changeRoles(
                            chief.actor(), college.college, chief.account(), Set.of(Role.REGISTRATION_SUPER)),
                    people.endAccess(chief.actor(), college.college, chief.account()),
                    people.newWayIn(chief.actor(), college.college, chief.account())))
                assertThat(outcome).isEqualTo(new PeopleOutcome.Own());
            assertThat(college.of(chief.account()).roles()).containsExactly(Role.REGISTRATION_SUPER);
        });
    }

    @OnBothDatabases
    void lastSuperUserStaysEvenForAnAdministrator(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;
            var admin = PeopleFixtures.administrator();
            var chief = college.chief.account();

            assertThat(people.endAccess(admin, college.college, chief)).isEqualTo(new PeopleOutcome.LastSuperUser());
            assertThat(people.changeRoles(admin, college.college, chief, Set.of()))
                    .isEqualTo(new PeopleOutcome.LastSuperUser());

            college.signedIn(Role.REGISTRATION_SUPER);
            assertThat(people.endAccess(admin, college.college, chief)).isEqualTo(new PeopleOutcome.Done());
        });
    }

    @OnBothDatabases
    void twoSuperUsersDoNotEndEachOtherAtOnce(Database db) {
        var college = db.call(em -> new PeopleFixtures(em, clock));
        var second = db.call(em -> {
            var name = IdentityFixtures.someName();
            var house = new IdentityFixtures.House(em, clock);
            house.accounts.open(IdentityFixtures.user(name, college.college, Role.REGISTRATION_SUPER));
            return house.accounts.find(name).orElseThrow();
        });
        var first = college.chief;

        var outcomes = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> db.call(em -> new IdentityFixtures.House(em, clock)
                        .people.endAccess(
                                i == 0 ? first.actor() : second.actor(),
                                college.college,
                                i == 0 ? second.id() : first.account())))
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder(new PeopleOutcome.Done(), new PeopleOutcome.LastSuperUser());
    }

    @OnBothDatabases
    void onlyASuperUserOfTheOrganisationOrAnAdministratorMay(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE);
            var foreign = new PeopleFixtures(em, clock).chief.actor();

            for (var who : List.of(clerk.actor(), foreign)) {
                assertThat(people.invite(who, college.college, "X", Set.of()))
                        .isEqualTo(new PeopleOutcome.NotAllowed());
                assertThat(people.endAccess(who, college.college, college.chief.account()))
                        .isEqualTo(new PeopleOutcome.NotAllowed());
                assertThat(college.house.review.confirm(who, college.college)).isFalse();
            }
            assertThat(people.endAccess(foreign, ((Actor.OrganisationUser) foreign).organisation(), clerk.account()))
                    .as("somebody of another organisation is not there")
                    .isEqualTo(new PeopleOutcome.NotFound());
        });
    }

    @OnBothDatabases
    void onlyRolesOfTheOrganisationAreGiven(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;

            assertThatThrownBy(() -> people.invite(college.chief.actor(), college.college, "Jo", Set.of(Role.AWARDING)))
                    .isInstanceOf(Mistake.class);
            assertThatThrownBy(() ->
                            people.invite(college.chief.actor(), college.college, "Jo", Set.of(Role.ADMINISTRATOR)))
                    .isInstanceOf(Mistake.class);
            assertThatThrownBy(() -> people.invite(college.chief.actor(), college.college, " ", Set.of()))
                    .isInstanceOf(Mistake.class);
        });
    }

    @OnBothDatabases
    void invitationThatIsTakenBackLetsNobodyIn(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;
            var chief = college.chief.actor();
            var foreign = new PeopleFixtures(em, clock);
            var code = college.invite().code();
            var id = people.invited(chief, college.college).getFirst().id();

            assertThat(people.withdraw(foreign.chief.actor(), college.college, id))
                    .isEqualTo(new PeopleOutcome.NotAllowed());
            assertThat(people.withdraw(foreign.chief.actor(), foreign.college, id))
                    .isEqualTo(new PeopleOutcome.NotFound());
            assertThat(people.withdraw(chief, college.college, id)).isEqualTo(new PeopleOutcome.Done());

            assertThat(people.invited(chief, college.college)).isEmpty();
            assertThat(college.join(code, IdentityFixtures.someName())).isEqualTo(new JoinOutcome.Refused());
            assertThat(people.withdraw(chief, college.college, id)).isEqualTo(new PeopleOutcome.NotFound());
        });
    }

    @OnBothDatabases
    void whoeverLeavesTakesTheirInvitationsWithThem(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;
            var second = college.signedIn(Role.REGISTRATION_SUPER);
            var theirs = (PeopleOutcome.Invited) people.invite(second.actor(), college.college, "Jo Bloggs", Set.of());
            var other = college.invite();

            people.endAccess(college.chief.actor(), college.college, second.account());

            assertThat(college.join(theirs.code(), IdentityFixtures.someName())).isEqualTo(new JoinOutcome.Refused());
            assertThat(college.join(other.code(), IdentityFixtures.someName())).isInstanceOf(JoinOutcome.Joined.class);
        });
    }

    @OnBothDatabases
    void reviewIsDueAfterNinetyOneDays(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var review = college.house.review;
            var chief = college.chief.actor();
            assertThat(review.isDue(chief, college.college)).as("never").isTrue();

            assertThat(review.confirm(chief, college.college)).isTrue();
            assertThat(review.isDue(chief, college.college)).isFalse();
            assertThat(review.last(chief, college.college)).contains(clock.instant());

            clock.forward(Duration.ofDays(91));
            assertThat(review.isDue(chief, college.college)).isTrue();
            assertThat(review.confirm(PeopleFixtures.administrator(), college.college))
                    .isTrue();
            assertThat(review.isDue(chief, college.college)).isFalse();
        });
    }

    @OnBothDatabases
    void everyStepAndEveryRefusalIsInTheLedger(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var people = college.house.people;
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE).account();
            var chief = college.chief.actor();
            people.changeRoles(chief, college.college, clerk, Set.of());
            people.newWayIn(chief, college.college, clerk);
            people.endAccess(chief, college.college, clerk);
            people.endAccess(chief, college.college, clerk);

            assertThat(AuditFixtures.ledger(em, clock).about(clerk))
                    .filteredOn(entry -> entry.what().startsWith("people."))
                    .extracting(LedgerEntry::what, LedgerEntry::outcome)
                    .contains(
                            org.assertj.core.api.Assertions.tuple("people.roles-changed", Outcome.ALLOWED),
                            org.assertj.core.api.Assertions.tuple("people.new-way-in", Outcome.ALLOWED),
                            org.assertj.core.api.Assertions.tuple("people.access-ended", Outcome.ALLOWED),
                            org.assertj.core.api.Assertions.tuple("people.access-ended", Outcome.REFUSED));
            assertThat(people.endAccess(chief, college.college, UUID.randomUUID()))
                    .isEqualTo(new PeopleOutcome.NotFound());
        });
    }

    @OnBothDatabases
    void fourthSessionOfStaffEndsTheFirst(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var house = college.house;
            var name = IdentityFixtures.someName();
            house.accounts.open(IdentityFixtures.user(name, college.college));
            var welcome = (Welcome) house.signIn.first(name, IdentityFixtures.PASSPHRASE, "x");
            var first = house.sessions.begin(welcome, "first");
            clock.forward(Duration.ofSeconds(1));
            var second = house.sessions.begin(welcome, "second");
            clock.forward(Duration.ofSeconds(1));
            var third = house.sessions.begin(welcome, "third");
            clock.forward(Duration.ofSeconds(1));

            var fourth = house.sessions.begin(welcome, "fourth");

            assertThat(third.ended()).isZero();
            assertThat(fourth.ended()).isEqualTo(1);
            assertThat(house.sessions.find(first.secret())).isEmpty();
            assertThat(house.sessions.find(second.secret())).isPresent();
            assertThat(house.sessions.find(fourth.secret())).isPresent();
        });
    }

    @OnBothDatabases
    void learnersMayBeSignedInWhereverTheyLike(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock);
            var session = house.someone(IdentityFixtures.someName());
            for (var i = 0; i < 5; i++)
                house.begin((Welcome) house.signIn.first(session.username(), IdentityFixtures.PASSPHRASE, "x"));

            assertThat(house.sessions.of(session)).hasSize(6);
        });
    }

    @OnBothDatabases
    void manySignInsAtOnceLeaveThree(Database db) {
        var welcome = db.call(em -> {
            var college = new PeopleFixtures(em, clock);
            var name = IdentityFixtures.someName();
            college.house.accounts.open(IdentityFixtures.user(name, college.college));
            return (Welcome) college.house.signIn.first(name, IdentityFixtures.PASSPHRASE, "x");
        });

        IntStream.range(0, 8)
                .parallel()
                .forEach(_ -> db.run(em -> IdentityFixtures.sessions(em, clock).begin(welcome, "x")));

        var open = db.call(em -> em.createNativeQuery("select count(*) from identity_session where account_id = ?1")
                .setParameter(1, welcome.account().toString())
                .getSingleResult());
        assertThat(((Number) open).intValue()).isEqualTo(3);
    }
}
