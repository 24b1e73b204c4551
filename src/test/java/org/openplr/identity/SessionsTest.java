package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
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

            var found = sessions.find(sessions.begin(welcome)).orElseThrow();

            assertThat(found.actor()).isEqualTo(welcome.actor());
            assertThat(found.username()).isEqualTo(welcome.username());
            assertThat(sessions.find("")).isEmpty();
            assertThat(sessions.find("x".repeat(10_000))).isEmpty();
        });
    }

    @OnBothDatabases
    void databaseHoldsNoSecret(Database db) {
        db.run(em -> {
            var secret = IdentityFixtures.sessions(em, clock).begin(someone(em));

            java.util.List<?> kept = em.createNativeQuery("select digest from identity_session where digest = ?1")
                    .setParameter(1, secret)
                    .getResultList();

            assertThat(kept.size()).isZero();
        });
    }

    @OnBothDatabases
    void endsThirtyMinutesAfterItWasLastUsed(Database db) {
        db.run(em -> {
            var sessions = IdentityFixtures.sessions(em, clock);
            var secret = sessions.begin(someone(em));

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
            var secret = sessions.begin(someone(em));

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
        var secret = db.call(em -> IdentityFixtures.sessions(em, clock).begin(someone(em)));

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
            var first = sessions.begin(welcome);
            var second = sessions.begin(welcome);
            var third = sessions.begin(welcome);

            sessions.end(first);
            assertThat(sessions.find(first)).isEmpty();
            assertThat(sessions.find(second)).isPresent();

            sessions.endAll(welcome.account());
            assertThat(sessions.find(second)).isEmpty();
            assertThat(sessions.find(third)).isEmpty();
        });
    }

    private Welcome someone(EntityManager em) {
        var name = IdentityFixtures.someName();
        IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, "a long password"));
        return (Welcome) IdentityFixtures.signIn(em, clock).with(name, "a long password", name);
    }
}
