package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.platform.Throttle;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class SignInTest {
    private static final String PASSWORD = "correct horse battery staple";

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final String name = IdentityFixtures.someName();
    private final String client = "client-" + name;

    @OnBothDatabases
    void rightPasswordIsWelcome(Database db) {
        db.run(em -> {
            var account = IdentityFixtures.learner(name, PASSWORD);
            IdentityFixtures.accounts(em, clock).open(account);

            var outcome = IdentityFixtures.signIn(em, clock)
                    .with(" " + name.toUpperCase(Locale.ROOT) + " ", PASSWORD, "", client);

            assertThat(outcome).isInstanceOfSatisfying(Welcome.class, welcome -> {
                assertThat(welcome.actor())
                        .isEqualTo(new Actor.Learner(welcome.account(), Objects.requireNonNull(account.uln())));
                assertThat(welcome.previousVisit()).isEmpty();
            });
        });
    }

    @OnBothDatabases
    void secondVisitKnowsTheFirst(Database db) {
        db.run(em -> {
            IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, PASSWORD));
            var signIn = IdentityFixtures.signIn(em, clock);
            var first = clock.instant();
            signIn.with(name, PASSWORD, "", client);
            clock.forward(Duration.ofDays(3));

            var second = signIn.with(name, PASSWORD, "", client);

            assertThat(second)
                    .isInstanceOfSatisfying(
                            Welcome.class,
                            welcome -> assertThat(welcome.previousVisit()).contains(first));
        });
    }

    @OnBothDatabases
    void unknownAccountAndWrongPasswordAreOneAnswer(Database db) {
        db.run(em -> {
            IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, PASSWORD));
            var signIn = IdentityFixtures.signIn(em, clock);

            for (var password : List.of("wrong", "", PASSWORD + " ", "x".repeat(10_000))) {
                assertThat(signIn.with(name, password, "", client)).isEqualTo(new SignInOutcome.Refused());
                assertThat(signIn.with("nobody-" + name, password, "", client)).isEqualTo(new SignInOutcome.Refused());
            }
        });
    }

    /** Medians of eleven each: the slow hash is computed for both, whatever else the machine does. */
    @OnBothDatabases
    void unknownAccountTakesTheSameTime(Database db) {
        db.run(em -> {
            IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, PASSWORD));
            var signIn = IdentityFixtures.signIn(em, clock);
            Supplier<Long> wrong = () -> time(() -> signIn.with(name, "wrong", "", "c" + Math.random()));
            Supplier<Long> unknown = () -> time(() -> signIn.with("nobody-" + name, "wrong", "", "c" + Math.random()));
            var _ = wrong.get() + unknown.get();

            assertThat((double) median(wrong) / median(unknown)).isBetween(0.4, 2.5);
        });
    }

    @OnBothDatabases
    void refusalIsInTheLedgerForTheLearnerToSee(Database db) {
        db.run(em -> {
            var account = IdentityFixtures.learner(name, PASSWORD);
            IdentityFixtures.accounts(em, clock).open(account);
            var signIn = IdentityFixtures.signIn(em, clock);
            signIn.with(name, "wrong", "", client);
            clock.forward(Duration.ofSeconds(1));
            signIn.with(name, PASSWORD, "", client);

            var activity = AuditFixtures.ledger(em, clock)
                    .activity(Set.of(Objects.requireNonNull(account.uln())), Optional.empty(), 10)
                    .entries();

            assertThat(activity)
                    .extracting(LedgerEntry::what)
                    .containsExactly("account.signed-in", "account.signed-in");
            assertThat(activity).extracting(LedgerEntry::outcome).containsExactly(Outcome.ALLOWED, Outcome.REFUSED);
        });
    }

    @OnBothDatabases
    void nobodyCanLockAnybodyElseOut(Database db) {
        db.run(em -> {
            IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, PASSWORD));
            var signIn = IdentityFixtures.signIn(em, clock);
            for (var i = 0; i < Tries.FOR_ACCOUNT; i++)
                assertThat(signIn.with(name, "wrong", "", "attacker")).isEqualTo(new SignInOutcome.Refused());

            assertThat(signIn.with(name, PASSWORD, "", "attacker")).isInstanceOf(SignInOutcome.Throttled.class);
            assertThat(signIn.with(name, PASSWORD, "", client)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void throttledClientMayTryAgainLater(Database db) {
        db.run(em -> {
            IdentityFixtures.accounts(em, clock).open(IdentityFixtures.learner(name, PASSWORD));
            var signIn = IdentityFixtures.signIn(em, clock);
            for (var i = 0; i <= Tries.FOR_ACCOUNT; i++) signIn.with(name, "wrong", "", client);
            assertThat(signIn.with(name, PASSWORD, "", client))
                    .isEqualTo(new SignInOutcome.Throttled(Tries.WINDOW.toSeconds()));

            clock.forward(Tries.WINDOW);

            assertThat(signIn.with(name, PASSWORD, "", client)).isInstanceOf(Welcome.class);
        });
    }

    @Test
    void throttleCountsEachTryOnceUnderParallelTries() {
        var throttle = new Throttle(10, Duration.ofMinutes(1), clock);

        var taken = IntStream.range(0, 1_000)
                .parallel()
                .filter(_ -> throttle.take("key") == 0)
                .count();

        assertThat(taken).isEqualTo(10);
        assertThat(throttle.take("other")).isZero();
    }

    @OnBothDatabases
    void takenNamesAreLeftAlone(Database db) {
        db.run(em -> {
            var accounts = IdentityFixtures.accounts(em, clock);

            assertThat(accounts.open(IdentityFixtures.learner(name, PASSWORD))).isTrue();
            assertThat(accounts.openAll(List.of(
                            IdentityFixtures.client(name.toUpperCase(Locale.ROOT), "other"),
                            IdentityFixtures.administrator("admin-" + name, PASSWORD))))
                    .isEqualTo(1);
            assertThat(IdentityFixtures.signIn(em, clock).with(name, PASSWORD, "", client))
                    .isInstanceOf(Welcome.class);
        });
    }

    private static long time(Runnable work) {
        var from = System.nanoTime();
        work.run();
        return System.nanoTime() - from;
    }

    private static long median(Supplier<Long> measure) {
        var times = new long[11];
        Arrays.setAll(times, _ -> measure.get());
        Arrays.sort(times);
        return times[5];
    }
}
