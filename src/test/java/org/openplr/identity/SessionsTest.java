package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class SessionsTest {
    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");

    @OnBothDatabases
    void secretLeadsBackToWhoSignedIn(Database db) {
        db.run(em -> {
            var sessions = IdentityFixtures.sessions(em, clock);
            var welcome = someone(em);

            var found = sessions.find(sessions.begin(welcome, "").secret()).orElseThrow();

            assertThat(found.actor()).isEqualTo(welcome.actor());
            assertThat(found.username()).isEqualTo(welcome.username());
            assertThat(sessions.find("")).isEmpty();
            assertThat(sessions.find("x".repeat(10_000))).isEmpty();
        });
    }

    @OnBothDatabases
    void databaseHoldsNoSecret(Database db) {
        db.run(em -> {
            var secret =
                    IdentityFixtures.sessions(em, clock).begin(someone(em), "").secret();

            java.util.List<?> kept = em.createNativeQuery("select digest from identity_session where digest = ?1")
                    .setParameter(1, secret)
                    .getResultList();

            assertThat(kept.size()).isZero();
        });
    }

    @OnBothDatabases
    void nobodyEndsAnothersAndTheLearnerWhoseItIsSeesThatTheyTried(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock);
            var session = house.someone(IdentityFixtures.someName());
            var other = house.someone(IdentityFixtures.someName());

            assertThat(house.sessions.end(other, session.id())).isFalse();
            assertThat(house.sessions.end(other, UUID.randomUUID())).isFalse();

            assertThat(house.sessions.of(session)).hasSize(1);
            assertThat(IdentityFixtures.tries(em, clock, session)).containsExactly("account.session-ended");
            assertThat(IdentityFixtures.tries(em, clock, other)).isEmpty();
        });
    }

    @OnBothDatabases
    void endsThirtyMinutesAfterItWasLastUsed(Database db) {
        db.run(em -> {
            var sessions = IdentityFixtures.sessions(em, clock);
            var secret = sessions.begin(someone(em), "").secret();

            clock.forward(Duration.ofMinutes(29));
            assertThat(sessions.find(secret)).isPresent();
            clock.forward(Duration.ofMinutes(29));
            assertThat(sessions.find(secret)).isPresent();
            clock.forward(Duration.ofMinutes(30));
            assertThat(sessions.find(secret)).isEmpty();
        });
    }

    @OnBothDatabases
    void endsTwelveHoursAfterItBegan(Database db) {
        db.run(em -> {
            var sessions = IdentityFixtures.sessions(em, clock);
            var secret = sessions.begin(someone(em), "").secret();

            for (var i = 0; i < 35; i++) {
                clock.forward(Duration.ofMinutes(20));
                assertThat(sessions.find(secret)).isPresent();
            }
            clock.forward(Duration.ofMinutes(20));
            assertThat(sessions.find(secret)).isEmpty();
        });
    }

    @OnBothDatabases
    void useIsNotedAtMostOnceAMinute(Database db) {
        var secret = db.call(em ->
                IdentityFixtures.sessions(em, clock).begin(someone(em), "").secret());

        clock.forward(Duration.ofSeconds(59));
        assertThat(db.statements(em -> IdentityFixtures.sessions(em, clock).find(secret)))
                .isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        assertThat(db.statements(em -> IdentityFixtures.sessions(em, clock).find(secret)))
                .isEqualTo(2);
        assertThat(db.statements(em -> IdentityFixtures.sessions(em, clock).find(secret)))
                .isEqualTo(1);
    }

    @OnBothDatabases
    void endedSessionIsNobodys(Database db) {
        db.run(em -> {
            var sessions = IdentityFixtures.sessions(em, clock);
            var welcome = someone(em);
            var first = sessions.begin(welcome, "").secret();
            var second = sessions.begin(welcome, "").secret();
            var third = sessions.begin(welcome, "").secret();

            sessions.end(first);
            assertThat(sessions.find(first)).isEmpty();
            assertThat(sessions.find(second)).isPresent();

            sessions.endAll(welcome.account());
            assertThat(sessions.find(second)).isEmpty();
            assertThat(sessions.find(third)).isEmpty();
        });
    }

    @OnBothDatabases
    void sessionsAreListedAndEndedOneByOneOrAllOthers(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock);
            var mine = house.someone(IdentityFixtures.someName());
            var welcome = (Welcome) house.signIn.first(mine.username(), IdentityFixtures.PASSPHRASE, "home");
            var phone = house.sessions.begin(welcome, "Safari, iPhone").secret();
            var other = house.sessions.begin(welcome, "x".repeat(500)).secret();

            assertThat(house.sessions.of(mine))
                    .extracting(SessionLine::browser)
                    .contains("Firefox, Windows", "Safari, iPhone")
                    .allMatch(browser -> browser.length() <= 60);

            assertThat(house.sessions.end(mine, house.session(phone).id())).isTrue();
            assertThat(house.sessions.find(phone)).isEmpty();
            assertThat(house.sessions.find(other)).isPresent();
            assertThat(house.sessions.endOthers(mine)).isEqualTo(1);
            assertThat(house.sessions.of(mine)).extracting(SessionLine::id).containsExactly(mine.id());
        });
    }

    @OnBothDatabases
    void nobodyEndsSomebodyElsesSession(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock);
            var mine = house.someone(IdentityFixtures.someName());
            var theirs = house.someone(IdentityFixtures.someName());

            assertThat(house.sessions.end(mine, theirs.id())).isFalse();
            assertThat(house.sessions.endOthers(mine)).isZero();
            assertThat(house.sessions.of(theirs)).hasSize(1);
        });
    }

    @OnBothDatabases
    void everyRiseOfPrivilegeGivesANewSecretAndTheOldOneIsNobodys(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock);
            var name = IdentityFixtures.someName();
            house.accounts.open(IdentityFixtures.learner(name, IdentityFixtures.PASSPHRASE));
            var before = house.begin((Welcome) house.signIn.first(name, IdentityFixtures.PASSPHRASE, name));
            var session = house.session(before);

            var after = house.proved(house.stepUp.byPassphrase(session, IdentityFixtures.PASSPHRASE, "", name));

            assertThat(house.sessions.find(before)).isEmpty();
            assertThat(after.id()).as("it is the same session").isEqualTo(session.id());
        });
    }

    @OnBothDatabases
    void aRiseOfPrivilegeDoesNotLengthenTheTwelveHours(Database db) {
        db.run(em -> {
            var house = new IdentityFixtures.House(em, clock);
            var session = house.someone(IdentityFixtures.someName());
            var name = session.username();
            var secret = "";
            for (var i = 0; i < 37; i++) {
                clock.forward(Duration.ofMinutes(19));
                var outcome = house.stepUp.byPassphrase(session, IdentityFixtures.PASSPHRASE, "", name);
                secret = ((ProofOutcome.Proved) outcome).session();
                assertThat(house.sessions.find(secret)).isPresent();
            }
            clock.forward(Duration.ofMinutes(17));

            assertThat(house.sessions.find(secret)).isEmpty();
        });
    }

    private Welcome someone(EntityManager em) {
        var name = IdentityFixtures.someName();
        IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, "a long password"));
        return (Welcome) IdentityFixtures.signIn(em, clock).with(name, "a long password", "", name);
    }
}
