package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.identity.IdentityFixtures.PASSPHRASE;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.identity.IdentityFixtures.House;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class PassphrasesTest {
    private static final String FRESH = "heron weir lantern marlstone";

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final String name = IdentityFixtures.someName();

    @OnBothDatabases
    void passphraseChangeEndsOtherSessionsAndGivesThisOneANewSecret(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = house.someone(name);
            var phone = house.begin((Welcome) house.signIn.first(name, PASSPHRASE, "phone"));
            var before = house.begin((Welcome) house.signIn.first(name, PASSPHRASE, "laptop"));
            var mine = house.session(before);

            var outcome = house.passphrases.change(mine, PASSPHRASE, FRESH, name);

            assertThat(house.proved(outcome).id()).isEqualTo(mine.id());
            assertThat(house.sessions.find(before)).isEmpty();
            assertThat(house.sessions.find(phone)).isEmpty();
            assertThat(house.sessions.of(mine)).hasSize(1);
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isEqualTo(new SignInOutcome.Refused());
            assertThat(house.signIn.first(name, FRESH, name)).isInstanceOf(Welcome.class);
            assertThat(told(em, session)).contains("account.passphrase-changed ALLOWED");
        });
    }

    @OnBothDatabases
    void wrongCurrentPassphraseChangesNothingAndIsInTheLedger(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = house.someone(name);

            assertThat(house.passphrases.change(session, "wrong", FRESH, name)).isEqualTo(new ProofOutcome.Refused());
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isInstanceOf(Welcome.class);
            assertThat(told(em, session)).contains("account.passphrase-changed REFUSED");
        });
    }

    @OnBothDatabases
    void newPassphraseKeepsTheRules(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = house.someone(name);

            for (var wrong : java.util.List.of("short", "qwertyqwerty", PASSPHRASE, name + " it is"))
                assertThatThrownBy(() -> house.passphrases.change(session, PASSPHRASE, wrong, name))
                        .isInstanceOf(Mistake.class);
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void aSignInOfLongAgoChangesNoPassphrase(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = house.someone(name);
            clock.forward(Freshness.FRESH);

            assertThatThrownBy(() -> house.passphrases.change(session, PASSPHRASE, FRESH, name))
                    .hasMessage("prove-again");
        });
    }

    @OnBothDatabases
    void triesOfTheCurrentOneAreLimitedWhereTheyComeFrom(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = house.someone(name);
            for (var i = 0; i < Tries.FOR_ACCOUNT; i++) house.passphrases.change(session, "wrong", FRESH, "attacker");

            assertThat(house.passphrases.change(session, PASSPHRASE, FRESH, "attacker"))
                    .isInstanceOf(ProofOutcome.Throttled.class);
            assertThat(house.passphrases.change(session, PASSPHRASE, FRESH, name))
                    .isInstanceOf(ProofOutcome.Proved.class);
        });
    }

    /** More at once than may wait: some are told to come again, and none takes memory for a hash meanwhile. */
    @Test
    void hashingIsBoundedHoweverManyAskAtOnce() throws InterruptedException {
        var passwords = new Passwords();
        var hash = Passwords.hashAtOnce("x");
        var begin = new CountDownLatch(1);
        var right = new java.util.concurrent.atomic.AtomicInteger();
        var busy = new java.util.concurrent.atomic.AtomicInteger();
        var askers = IntStream.range(0, 200)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        begin.await();
                        if (passwords.matches("x", hash, false)) right.incrementAndGet();
                    } catch (Passwords.Busy | InterruptedException _) {
                        busy.incrementAndGet();
                    }
                }))
                .toList();
        begin.countDown();
        for (var asker : askers) asker.join(Duration.ofSeconds(60));

        assertThat(right.get() + busy.get()).isEqualTo(200);
        assertThat(busy).hasPositiveValue();
        assertThat(right).hasPositiveValue();
    }

    @Test
    void whereTriesFailedOnlyAFewWaitAndOthersGoFirst() throws InterruptedException, Passwords.Busy {
        var passwords = new Passwords();
        var hash = Passwords.hashAtOnce("x");
        var busy = new java.util.concurrent.atomic.AtomicInteger();
        var suspects = IntStream.range(0, 60)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        passwords.matches("y", hash, true);
                    } catch (Passwords.Busy _) {
                        busy.incrementAndGet();
                    }
                }))
                .toList();

        assertThat(passwords.matches("x", hash, false)).isTrue();
        for (var one : suspects) one.join(Duration.ofSeconds(60));
        assertThat(busy).hasPositiveValue();
    }

    private java.util.List<String> told(EntityManager em, SignedInSession session) {
        var learner = (Actor.Learner) session.actor();
        return AuditFixtures.ledger(em, clock).activity(Set.of(learner.uln()), Optional.empty(), 50).entries().stream()
                .map(PassphrasesTest::told)
                .toList();
    }

    private static String told(LedgerEntry entry) {
        return entry.what() + " " + (entry.outcome() == Outcome.ALLOWED ? "ALLOWED" : "REFUSED");
    }
}
