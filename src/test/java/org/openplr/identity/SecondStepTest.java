package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.identity.IdentityFixtures.PASSPHRASE;

import java.util.List;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.identity.IdentityFixtures.House;
import org.openplr.party.Actor;
import org.openplr.testing.AuthenticatorApp;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class SecondStepTest {
    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final String name = IdentityFixtures.someName();

    /** Somebody with an app; its codes, and ten recovery codes. */
    private record Phone(SignedInSession session, AuthenticatorApp app, List<String> recoveryCodes) {
        String code(FixedClock clock) {
            return app.code(clock.instant(), 0);
        }
    }

    private Phone setUp(House house) {
        var session = house.someone(name);
        var app = new AuthenticatorApp(house.secondStep.begin(session).secret());
        var raised = house.proved(house.secondStep.confirm(session, app.code(clock.instant(), 0), name));
        clock.forward(Totp.STEP);
        return new Phone(raised, app, house.recoveryCodes.make(raised));
    }

    @OnBothDatabases
    void signInAsksForACodeOnceTheAppIsSetUp(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);

            var first = house.signIn.first(name, PASSPHRASE, name);

            assertThat(first).isInstanceOfSatisfying(FirstStep.SecondNeeded.class, needed -> {
                assertThat(house.signIn.waits(needed.ticket())).isTrue();
                assertThat(house.signIn.second(needed.ticket(), phone.code(clock), name))
                        .isInstanceOfSatisfying(
                                Welcome.class, w -> assertThat(w.proof()).isEqualTo(Proof.PASSPHRASE_AND_CODE));
                assertThat(house.signIn.waits(needed.ticket())).as("once").isFalse();
            });
        });
    }

    @OnBothDatabases
    void nothingIsAskedBeforeTheAppIsConfirmed(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = house.someone(name);
            house.secondStep.begin(session);

            assertThat(house.secondStep.confirm(session, "000000", name)).isEqualTo(new ProofOutcome.Refused());
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void withASecondStepNoCodeOrAWrongOneIsTheSameRefusalAsAWrongPassphrase(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            var wrong = house.signIn.with(name, "wrong", "", name);

            assertThat(house.signIn.with(name, PASSPHRASE, "", name)).isEqualTo(wrong);
            assertThat(house.signIn.with(name, PASSPHRASE, "12345", name)).isEqualTo(wrong);
            assertThat(house.signIn.with(name, PASSPHRASE, "x".repeat(9_999), name))
                    .isEqualTo(wrong);
            assertThat(house.signIn.with(name, PASSPHRASE, phone.code(clock), name))
                    .isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void totpReplayIsRefusedAlsoAtAnEarlierStep(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            var earlier = phone.app.code(clock.instant(), -1);
            var code = phone.code(clock);

            assertThat(house.signIn.with(name, PASSPHRASE, code, name)).isInstanceOf(Welcome.class);
            assertThat(house.signIn.with(name, PASSPHRASE, code, name)).isEqualTo(new SignInOutcome.Refused());
            assertThat(house.signIn.with(name, PASSPHRASE, earlier, name)).isEqualTo(new SignInOutcome.Refused());
            clock.forward(Totp.STEP);
            assertThat(house.signIn.with(name, PASSPHRASE, phone.code(clock), name))
                    .isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void triesOfCodesAreLimitedForTheAccountFromOneClientAndNobodyElseIsLockedOut(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            for (var i = 0; i < Tries.FOR_ACCOUNT; i++)
                assertThat(house.signIn.with(name, PASSPHRASE, "00000" + i, "attacker"))
                        .isEqualTo(new SignInOutcome.Refused());

            assertThat(house.signIn.with(name, PASSPHRASE, phone.code(clock), "attacker"))
                    .isInstanceOf(SignInOutcome.Throttled.class);
            assertThat(house.signIn.with(name, PASSPHRASE, phone.code(clock), name))
                    .isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void aTicketIsGoodForFiveTriesAndFiveMinutes(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            var spent = ((FirstStep.SecondNeeded) house.signIn.first(name, PASSPHRASE, name)).ticket();
            for (var i = 0; i < Tickets.TRIES; i++) house.signIn.second(spent, "00000" + i, name);
            var late = ((FirstStep.SecondNeeded) house.signIn.first(name, PASSPHRASE, name)).ticket();

            assertThat(house.signIn.second(spent, phone.code(clock), name)).isEqualTo(new SignInOutcome.Refused());
            clock.forward(Ticket.Purpose.SECOND_STEP.life());
            assertThat(house.signIn.second(late, phone.code(clock), name)).isEqualTo(new SignInOutcome.Refused());
            assertThat(house.signIn.second("", phone.code(clock), name)).isEqualTo(new SignInOutcome.Refused());
        });
    }

    @OnBothDatabases
    void aRecoveryCodeWorksOnceHoweverItIsTyped(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            var code = phone.recoveryCodes.getFirst();
            var typed = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ");

            assertThat(phone.recoveryCodes).hasSize(RecoveryCodes.HOW_MANY).doesNotHaveDuplicates();
            assertThat(house.signIn.with(name, PASSPHRASE, typed, name)).isInstanceOf(Welcome.class);
            assertThat(house.signIn.with(name, PASSPHRASE, code, name)).isEqualTo(new SignInOutcome.Refused());
            assertThat(house.stepUp.ways(phone.session).recoveryCodes()).isEqualTo(RecoveryCodes.HOW_MANY - 1);
        });
    }

    @OnBothDatabases
    void newRecoveryCodesEndTheOldOnes(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            var fresh = house.recoveryCodes.make(phone.session);

            assertThat(house.signIn.with(name, PASSPHRASE, phone.recoveryCodes.getLast(), name))
                    .isEqualTo(new SignInOutcome.Refused());
            assertThat(house.signIn.with(name, PASSPHRASE, fresh.getLast(), name))
                    .isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void somebodyElsesRecoveryCodeIsWorthNothing(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var other = house.someone(IdentityFixtures.someName());
            var theirs = house.recoveryCodes.make(other).getFirst();
            setUp(house);

            assertThat(house.signIn.with(name, PASSPHRASE, theirs, name)).isEqualTo(new SignInOutcome.Refused());
        });
    }

    @OnBothDatabases
    void ofParallelUsesOfOneRecoveryCodeOneWins(Database db) {
        var code = db.call(em -> setUp(new House(em, clock)).recoveryCodes.getFirst());
        var tries = new Tries(IdentityFixtures.SETTINGS.secrets(), clock);

        var welcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i ->
                        db.call(em -> new House(em, clock, tries).signIn.with(name, PASSPHRASE, code, "client-" + i)))
                .filter(Welcome.class::isInstance)
                .count();

        assertThat(welcomes).isEqualTo(1);
    }

    @OnBothDatabases
    void databaseHoldsNeitherTheSecretNorARecoveryCode(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            var sealed = house.sql.rows(
                    "select secret from identity_totp where account_id = ?",
                    row -> row.text("secret"),
                    List.of(phone.session.account()));
            var digests = house.sql.rows(
                    "select digest from identity_recovery_code where account_id = ?",
                    row -> row.text("digest"),
                    List.of(phone.session.account()));

            assertThat(sealed).hasSize(1).allMatch(text -> !text.contains(phone.app.secret()));
            assertThat(digests).hasSize(10).doesNotContainAnyElementsOf(phone.recoveryCodes);
        });
    }

    @OnBothDatabases
    void takenOffItIsNotAskedForAndEverythingIsInTheLedger(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            house.signIn.with(name, PASSPHRASE, "000000", name);
            house.secondStep.remove(phone.session);

            assertThat(house.signIn.first(name, PASSPHRASE, name)).isInstanceOf(Welcome.class);
            var uln = ((Actor.Learner) phone.session.actor()).uln();
            assertThat(AuditFixtures.ledger(em, clock)
                            .activity(java.util.Set.of(uln), java.util.Optional.empty(), 50)
                            .entries())
                    .extracting(LedgerEntry::what, LedgerEntry::reason)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("account.second-step-on", ""),
                            org.assertj.core.groups.Tuple.tuple("account.recovery-codes-made", ""),
                            org.assertj.core.groups.Tuple.tuple("account.signed-in", "wrong-second-step"),
                            org.assertj.core.groups.Tuple.tuple("account.second-step-off", ""));
        });
    }

    @OnBothDatabases
    void stepUpWantsAsManyFactorsAsTheAccountHasAndIsGoodForAQuarterOfAnHour(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var phone = setUp(house);
            assertThat(house.stepUp.isNeeded(phone.session)).as("fresh").isFalse();

            clock.forward(Freshness.FRESH.minus(Totp.STEP));
            assertThat(house.stepUp.isNeeded(phone.session))
                    .as("fifteen minutes later")
                    .isTrue();
            assertThatThrownBy(() -> house.recoveryCodes.make(phone.session)).hasMessage("prove-again");
            assertThatThrownBy(() -> house.secondStep.remove(phone.session)).hasMessage("prove-again");
            assertThatThrownBy(() -> house.passkeys.ask(phone.session)).hasMessage("prove-again");
            assertThat(house.stepUp.byPassphrase(phone.session, PASSPHRASE, "", name))
                    .isEqualTo(new ProofOutcome.Refused());
            assertThat(house.stepUp.byPassphrase(phone.session, "wrong", phone.code(clock), name))
                    .isEqualTo(new ProofOutcome.Refused());

            var again = house.proved(house.stepUp.byPassphrase(phone.session, PASSPHRASE, phone.code(clock), name));
            assertThat(house.stepUp.isNeeded(again)).isFalse();
        });
    }

    @OnBothDatabases
    void aSessionOfThePassphraseAloneIsNotFreshOnceThereIsASecondStep(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            house.accounts.open(IdentityFixtures.learner(name, PASSPHRASE));
            var elsewhere = house.session(house.begin((Welcome) house.signIn.first(name, PASSPHRASE, name)));
            assertThat(house.stepUp.isNeeded(elsewhere)).isFalse();
            setUp(house);

            assertThat(house.stepUp.isNeeded(elsewhere)).isTrue();
        });
    }
}
