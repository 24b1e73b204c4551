package org.openplr.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.claim.ClaimFixtures.PASSPHRASE;
import static org.openplr.claim.ClaimFixtures.client;
import static org.openplr.claim.ClaimFixtures.knowsNothing;
import static org.openplr.claim.ClaimFixtures.someName;
import static org.openplr.claim.ClaimFixtures.sought;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.openplr.claim.ClaimFixtures.House;
import org.openplr.identity.ProvenIdentity;
import org.openplr.party.VerificationType;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class ActivationTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void aPersonWithNothingButALetterHasAnAccountInTheEnd(Database db) {
        var house = new House(db, clock);
        var learner = house.learner("Siân", someName(), LocalDate.parse("1998-06-11"), VerificationType.NONE);
        var code = house.code(learner);
        var facts = new Facts.NameAndBirth(
                "sian", learner.familyName().toUpperCase(java.util.Locale.ROOT), learner.dateOfBirth());

        var proved = house.activation.prove(code, facts, client());
        var name = someName();
        var activated =
                house.activation.open(((Proving.Proved) proved).ticket(), " " + name + " ", PASSPHRASE, client());

        assertThat(activated)
                .isInstanceOfSatisfying(
                        Activated.Claimed.class,
                        claimed -> assertThat(claimed.welcome().actor())
                                .isEqualTo(new org.openplr.party.Actor.Learner(
                                        claimed.welcome().account(), learner.uln())));
        assertThat(house.identity.letsIn(name, PASSPHRASE)).isTrue();
        assertThat(house.tries(learner)).as("what was right costs no try").isZero();
        assertThat(house.told(learner)).contains("claim.activated ALLOWED", "account.signed-in ALLOWED");
    }

    @OnBothDatabases
    void wrongFactsAndUnknownCodesGetOneAnswerAndOnlyTheLearnerIsToldMore(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var code = house.code(learner);
        var unknown = ActivationCode.draw(new Ids(clock, new SecureRandom()));

        assertThat(List.of(
                        house.activation.prove(code, knowsNothing(), client()),
                        house.activation.prove(unknown, new Facts.Number(learner.uln()), client())))
                .allMatch(new Proving.Refused()::equals);
        assertThat(house.tries(learner)).isEqualTo(1);
        assertThat(house.told(learner)).contains("claim.activated REFUSED wrong-facts");
    }

    @OnBothDatabases
    void howeverManyTryAtOnceACodeIsTriedTenTimesInItsLife(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var code = house.code(learner);

        var outcomes = atOnce(40, () -> house.activation.prove(code, knowsNothing(), client()));

        assertThat(outcomes).allMatch(new Proving.Refused()::equals);
        assertThat(house.tries(learner)).isEqualTo(ActivationCodes.TRIES);
        assertThat(house.told(learner))
                .filteredOn("claim.activated REFUSED wrong-facts"::equals)
                .as("compared")
                .hasSize(ActivationCodes.TRIES);
        assertThat(house.activation.prove(code, new Facts.Number(learner.uln()), client()))
                .as("the right facts, too late")
                .isEqualTo(new Proving.Refused());
        assertThat(house.told(learner)).contains("claim.activated REFUSED code-spent");
    }

    @OnBothDatabases
    void ofTwoWhoClaimOneRecordAtTheSameMomentOneDoes(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var code = house.code(learner);
        var tickets = IntStream.range(0, 8)
                .mapToObj(_ -> house.ticket(code, learner))
                .toList()
                .iterator();

        var outcomes = atOnce(8, () -> house.activation.open(next(tickets), someName(), PASSPHRASE, client()));

        assertThat(outcomes).filteredOn(Activated.Claimed.class::isInstance).hasSize(1);
        assertThat(house.identity.learners.of(learner.numbers())).hasSize(1);
    }

    @OnBothDatabases
    void ofACodeAndAnIdentityProviderAtTheSameMomentOneClaims(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var ticket = house.ticket(house.code(learner), learner);
        var identity = new ProvenIdentity(
                "https://op.example",
                UUID.randomUUID().toString(),
                List.of(learner.givenName()),
                learner.familyName(),
                learner.dateOfBirth(),
                List.of());
        var ways = List.<Callable<Boolean>>of(
                        () -> house.activation.open(ticket, someName(), PASSPHRASE, client())
                                instanceof Activated.Claimed,
                        () -> house.claims.byProvenIdentity(identity) instanceof OnlineClaim.Claimed)
                .iterator();

        var outcomes = atOnce(2, () -> next(ways).call());

        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        assertThat(house.identity.learners.of(learner.numbers())).hasSize(1);
    }

    @OnBothDatabases
    void aCodeEndsAfterTwentyOneDaysAndWhenItIsReplaced(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var replaced = house.code(learner);
        var begun = house.ticket(replaced, learner);
        var code = house.code(learner);
        var facts = new Facts.Number(learner.uln());

        assertThat(house.activation.prove(replaced, facts, client())).isEqualTo(new Proving.Refused());
        assertThat(house.activation.open(begun, someName(), PASSPHRASE, client()))
                .isEqualTo(new Activated.Lapsed());
        clock.forward(ActivationCodes.LIFE.minusSeconds(1));
        assertThat(house.activation.prove(code, facts, client())).isInstanceOf(Proving.Proved.class);
        clock.forward(Duration.ofSeconds(1));
        assertThat(house.activation.prove(code, facts, client())).isEqualTo(new Proving.Refused());
        assertThat(house.told(learner))
                .contains("claim.activated REFUSED code-replaced", "claim.activated REFUSED code-expired");
    }

    @OnBothDatabases
    void whatWasBegunLapsesAfterHalfAnHour(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var ticket = house.ticket(house.code(learner), learner);

        clock.forward(ClaimTickets.LIFE);

        assertThat(house.activation.waits(ticket)).isFalse();
        assertThat(house.activation.open(ticket, someName(), PASSPHRASE, client()))
                .isEqualTo(new Activated.Lapsed());
        assertThat(house.identity.learners.of(learner.numbers())).isEmpty();
    }

    @OnBothDatabases
    void passphrasesAndUserNamesKeepTheRulesAndNothingIsUsedUp(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var ticket = house.ticket(house.code(learner), learner);
        var other = house.learner();
        var taken = someName();
        house.claimed(other, taken);

        for (var wrong : List.of("short", "qwertyqwerty", learner.familyName() + " it is"))
            assertThatThrownBy(() -> house.activation.open(ticket, someName(), wrong, client()))
                    .isInstanceOf(Mistake.class);
        for (var wrong : List.of("", "ab", "two words", "<b>", taken.toUpperCase(java.util.Locale.ROOT)))
            assertThatThrownBy(() -> house.activation.open(ticket, wrong, PASSPHRASE, client()))
                    .isInstanceOf(Mistake.class);
        assertThat(house.activation.open(ticket, someName(), PASSPHRASE, client()))
                .isInstanceOf(Activated.Claimed.class);
    }

    @OnBothDatabases
    void aClientThatFailsAllTheTimeIsSlowedDownBeforeAnythingIsLookedUp(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var code = house.code(learner);
        var guesser = client();
        var unknown = ActivationCode.draw(new Ids(clock, new SecureRandom()));
        for (var i = 0; i < 100; i++) house.activation.prove(unknown, knowsNothing(), guesser);

        assertThat(house.activation.prove(code, knowsNothing(), guesser)).isInstanceOf(Proving.Throttled.class);
        assertThat(house.tries(learner)).isZero();
        assertThat(house.activation.prove(code, new Facts.Number(learner.uln()), client()))
                .as("somebody else")
                .isInstanceOf(Proving.Proved.class);
    }

    @OnBothDatabases
    void whoHoldsARecordIsAlarmedWhenSomebodyElseGetsACodeAndWhenItIsTried(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var holder = house.claimed(learner, someName()).welcome().account();

        assertThat(house.desk.find(house.officer, sought(learner)))
                .isInstanceOfSatisfying(
                        DeskFinding.Found.class,
                        found -> assertThat(found.claimed()).isTrue());
        var code = house.code(learner);
        assertThat(house.activation.prove(code, new Facts.Number(learner.uln()), client()))
                .isEqualTo(new Proving.AlreadyClaimed());

        assertThat(house.entries(learner))
                .filteredOn(entry -> entry.what().equals("claim.contested"))
                .hasSize(2)
                .allMatch(entry -> entry.about().orElseThrow().equals(holder));
        assertThat(house.identity.learners.of(learner.numbers())).containsExactly(holder);
    }

    @OnBothDatabases
    void whoeverLostTheirPhoneGetsBackIntoTheSameAccountAndNobodyElseStaysInIt(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var name = someName();
        var before = house.claimed(learner, name).welcome();
        var session = house.identity.sessions.begin(before, "Lost phone").secret();
        var taken = someName();
        house.claimed(house.learner(), taken);
        var code = house.newWayIn(learner);
        assertThat(house.identity.sessions.find(session)).as("until it is used").isPresent();

        var ticket = house.ticket(code, learner);
        assertThatThrownBy(() -> house.activation.open(ticket, taken, "four dry towels by the sink", client()))
                .isInstanceOf(Mistake.class);
        var back = house.activation.open(ticket, name, "four dry towels by the sink", client());

        assertThat(back)
                .isInstanceOfSatisfying(
                        Activated.Claimed.class,
                        claimed -> assertThat(claimed.welcome().account()).isEqualTo(before.account()));
        assertThat(house.identity.sessions.find(session)).isEmpty();
        assertThat(house.identity.letsIn(name, ClaimFixtures.PASSPHRASE)).isFalse();
        assertThat(house.identity.letsIn(name, "four dry towels by the sink")).isTrue();
        assertThat(house.activation.open(ticket, name, ClaimFixtures.PASSPHRASE, client()))
                .as("once")
                .isEqualTo(new Activated.Lapsed());
        assertThat(house.entries(learner))
                .filteredOn(entry -> entry.what().equals("claim.way-renewed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.about()).contains(before.account()));
    }

    @OnBothDatabases
    void aCodeForANewWayInOpensARecordThatNobodyHasLikeAnyOther(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var check = new DeskCheck(VerificationType.PASSPORT, house.today(), Need.NEW_WAY_IN);
        var made = (DeskOutcome.Made) house.desk.check(house.officer, sought(learner), check);

        assertThat(house.activation.open(
                        house.ticket(made.code(), learner), someName(), ClaimFixtures.PASSPHRASE, client()))
                .isInstanceOf(Activated.Claimed.class);
        assertThat(house.told(learner)).doesNotContain("claim.way-renewed ALLOWED");
    }

    private static <T> List<T> atOnce(int count, Callable<T> what) {
        try (var threads = Executors.newFixedThreadPool(count)) {
            return threads.invokeAll(java.util.Collections.nCopies(count, what)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static <T> T next(java.util.Iterator<T> some) {
        synchronized (some) {
            return some.next();
        }
    }
}
