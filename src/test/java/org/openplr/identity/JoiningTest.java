package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class JoiningTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void whoIsInvitedComesInInTheirRolesOnce(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var code = college.invite(Role.REGISTRATION_ONLINE).code();
            var name = IdentityFixtures.someName();
            assertThat(college.house.people.invited(college.chief.actor(), college.college))
                    .extracting(People.Invitee::name)
                    .containsExactly("Jo Bloggs");

            var joined = (JoinOutcome.Joined) college.join(code, name);

            assertThat(joined.welcome().actor())
                    .isEqualTo(new Actor.OrganisationUser(
                            joined.welcome().account(), college.college, Set.of(Role.REGISTRATION_ONLINE)));
            assertThat(joined.welcome().proof()).isEqualTo(Proof.PASSPHRASE);
            assertThat(college.of(joined.welcome().account()).name()).isEqualTo("Jo Bloggs");
            assertThat(college.house.people.invited(college.chief.actor(), college.college))
                    .isEmpty();
            assertThat(college.join(code, IdentityFixtures.someName())).isEqualTo(new JoinOutcome.Refused());
        });
    }

    @OnBothDatabases
    void codeIsKeptAsADigestAndReadForgivingly(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var code = college.invite().code();

            List<?> kept = em.createNativeQuery("select digest from identity_invitation where selector = ?1")
                    .setParameter(1, code.selector())
                    .getResultList();

            assertThat(kept.toString()).doesNotContain(code.text());
            assertThat(InvitationCode.parse(" " + code.shown().toLowerCase(java.util.Locale.ROOT) + " "))
                    .contains(code);
            assertThat(InvitationCode.parse(code.text().substring(1))).isEmpty();
            assertThat(code.toString()).doesNotContain(code.text());
        });
    }

    @OnBothDatabases
    void invitationIsOverAfterSevenDays(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var code = college.invite().code();

            clock.forward(Invitations.LIFE);

            assertThat(college.join(code, IdentityFixtures.someName())).isEqualTo(new JoinOutcome.Refused());
        });
    }

    @OnBothDatabases
    void tenWrongTriesAreTheEndHoweverManyComeAtOnce(Database db) {
        var college = db.call(em -> new PeopleFixtures(em, clock));
        var code = db.call(em -> ((PeopleOutcome.Invited) new IdentityFixtures.House(em, clock)
                        .people.invite(college.chief.actor(), college.college, "Jo", Set.of()))
                .code());

        IntStream.range(0, 30)
                .parallel()
                .forEach(i -> db.run(em -> new IdentityFixtures.House(em, clock)
                        .joining.join(PeopleFixtures.wrong(code, clock), "x", "seven wet umbrellas", "client " + i)));

        var tries = db.call(em -> em.createNativeQuery("select tries from identity_invitation where selector = ?1")
                .setParameter(1, code.selector())
                .getSingleResult());
        assertThat(((Number) tries).intValue()).isEqualTo(10);
        db.run(em -> assertThat(new IdentityFixtures.House(em, clock)
                        .joining.join(code, IdentityFixtures.someName(), "seven wet umbrellas", "y"))
                .as("the right one came too late")
                .isEqualTo(new JoinOutcome.Refused()));
    }

    @OnBothDatabases
    void ofTwoAtOnceOneJoins(Database db) {
        var college = db.call(em -> new PeopleFixtures(em, clock));
        var code = db.call(em -> ((PeopleOutcome.Invited) new IdentityFixtures.House(em, clock)
                        .people.invite(college.chief.actor(), college.college, "Jo", Set.of()))
                .code());

        var outcomes = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> db.call(em -> new IdentityFixtures.House(em, clock)
                        .joining.join(code, IdentityFixtures.someName(), "seven wet umbrellas", "client " + i)))
                .toList();

        assertThat(outcomes).filteredOn(JoinOutcome.Joined.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(JoinOutcome.Refused.class::isInstance).hasSize(3);
    }

    @OnBothDatabases
    void slipsOfWhoHasTheCodeDoNotUseItUp(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var code = college.invite().code();

            for (var i = 0; i < 12; i++) {
                assertThatThrownBy(() -> college.house.joining.join(code, "jo", "short", "x"))
                        .isInstanceOf(Mistake.class);
                assertThat(college.join(code, college.chief.username())).isEqualTo(new JoinOutcome.NameTaken());
            }
            assertThat(college.join(code, IdentityFixtures.someName())).isInstanceOf(JoinOutcome.Joined.class);
        });
    }

    @OnBothDatabases
    void newWayInEndsEveryOldOneAndIsForThatPersonOnly(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var house = college.house;
            var clerk = college.signedIn(Role.REGISTRATION_ONLINE);
            var browser = college.secret(clerk.username());
            house.recoveryCodes.make(clerk);
            var bearers = IdentityFixtures.bearers(em, clock);
            var token = IdentityFixtures.tokens(clock)
                    .issue((Welcome) house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .token();
            clock.forward(java.time.Duration.ofSeconds(2));

            var way = (PeopleOutcome.Invited)
                    house.people.newWayIn(college.chief.actor(), college.college, clerk.account());

            assertThat(house.sessions.find(browser)).isEmpty();
            assertThat(bearers.actor(token, "")).isEmpty();
            assertThat(house.signIn.first(clerk.username(), IdentityFixtures.PASSPHRASE, "x"))
                    .isInstanceOf(SignInOutcome.Refused.class);
            assertThat(house.freshness.ways(clerk.account())).isEqualTo(new Ways(false, 0, 0));

            assertThat(college.join(way.code(), IdentityFixtures.someName())).isEqualTo(new JoinOutcome.Refused());
            var back = (JoinOutcome.Joined) college.join(way.code(), clerk.username());
            assertThat(back.welcome().account()).isEqualTo(clerk.account());
            assertThat(back.welcome().roles()).containsExactly(Role.REGISTRATION_ONLINE);
            assertThat(college.join(way.code(), clerk.username())).isEqualTo(new JoinOutcome.Refused());
        });
    }
}
