package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Agreement.Stage;
import org.openplr.organisation.Agreement.Terms;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** What the agreement with their organisation makes of somebody's roles. */
class CountingRolesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void agreementThatEndsTakesTheRolesAtTheNextRequestInTheBrowserAndByToken(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE, Role.REGISTRATION_VIEW);
            var browser = college.secret(clerk.username());
            var bearers = IdentityFixtures.bearers(em, clock);
            var token = IdentityFixtures.tokens(clock)
                    .issue((Welcome) college.house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .token();
            assertThat(bearers.actor(token, "").map(CountingRolesTest::roles))
                    .as("all that was given is agreed")
                    .contains(Set.of(Role.REGISTRATION_ONLINE, Role.REGISTRATION_VIEW));

            agree(em, college, Stage.LIVE, null, Role.REGISTRATION_VIEW, Role.ADVISER);
            assertThat(roles(college.house.sessions.find(browser).orElseThrow().actor()))
                    .as("what is agreed, of what was given")
                    .containsExactly(Role.REGISTRATION_VIEW);
            assertThat(bearers.actor(token, "").map(CountingRolesTest::roles)).contains(Set.of(Role.REGISTRATION_VIEW));

            agree(em, college, Stage.LIVE, TODAY.minusDays(1), Role.REGISTRATION_VIEW);
            assertThat(roles(college.house.sessions.find(browser).orElseThrow().actor()))
                    .isEmpty();
            assertThat(bearers.actor(token, "").map(CountingRolesTest::roles)).contains(Set.of());
        });
    }

    @OnBothDatabases
    void sandboxGivesNothingAndNothingCanBeGivenInIt(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var administrator = PeopleFixtures.administrator();
            agree(em, college, Stage.SANDBOX, null, Role.REGISTRATION_SUPER, Role.REGISTRATION_VIEW);

            assertThat(college.house.people.grantable(college.college)).isEmpty();
            assertThatThrownBy(() -> college.house.people.invite(
                            administrator, college.college, "Jo", Set.of(Role.REGISTRATION_VIEW)))
                    .isInstanceOf(Mistake.class);
        });
    }

    @OnBothDatabases
    void withoutAnAgreementThatHasBegunNobodyHasARoleOrIsGivenOne(Database db) {
        db.run(em -> {
            var school = PeopleFixtures.notJoined(em, clock);
            var clerk = school.signedIn(Role.REGISTRATION_SUPER, Role.REGISTRATION_BATCH);
            var token = IdentityFixtures.tokens(clock)
                    .issue((Welcome) school.house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .token();

            for (var agreed : List.of(false, true)) {
                if (agreed)
                    OrganisationFixtures.agree(
                            em,
                            clock,
                            school.college,
                            new Terms(
                                    Set.of(Role.REGISTRATION_SUPER, Role.REGISTRATION_BATCH),
                                    Stage.LIVE,
                                    TODAY.plusDays(1),
                                    null));
                assertThat(roles(school.house
                                .session(school.secret(clerk.username()))
                                .actor()))
                        .as("begins tomorrow: %s", agreed)
                        .isEmpty();
                assertThat(IdentityFixtures.bearers(em, clock).actor(token, "").map(CountingRolesTest::roles))
                        .contains(Set.of());
                var mistake = catchThrowableOfType(
                        Mistake.class,
                        () -> school.house.people.invite(
                                PeopleFixtures.administrator(),
                                school.college,
                                "Jo",
                                Set.of(Role.REGISTRATION_SUPER, Role.REGISTRATION_BATCH)));
                assertThat(mistake.faults()).containsExactly(Fault.at("roles", "no-agreement"));
            }
            assertThat(school.house.people.invite(PeopleFixtures.administrator(), school.college, "Jo", Set.of()))
                    .as("who has no role needs no agreement")
                    .isInstanceOf(PeopleOutcome.Invited.class);
        });
    }

    private void agree(
            EntityManager em, PeopleFixtures college, Stage stage, @Nullable LocalDate until, Role... roles) {
        clock.forward(Duration.ofSeconds(1));
        OrganisationFixtures.agree(
                em, clock, college.college, new Terms(Set.of(roles), stage, TODAY.minusDays(2), until));
    }

    private static Set<Role> roles(Actor actor) {
        return ((Actor.OrganisationUser) actor).roles();
    }
}
