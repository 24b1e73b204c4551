package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.identity.IdentityFixtures.PASSPHRASE;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.openplr.identity.IdentityFixtures.House;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class PasskeysTest {
    private static final SignInOutcome REFUSED = new SignInOutcome.Refused();

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final String name = IdentityFixtures.someName();
    private final VirtualAuthenticator phone = new VirtualAuthenticator();

    private SignedInSession setUp(House house) {
        var session = house.someone(name);
        var request = house.passkeys.ask(session);
        return house.proved(house.passkeys.add(session, request.ticket(), phone.make(request), "My phone"));
    }

    private SignInOutcome signIn(House house) {
        var request = house.passkeySignIn.ask(name);
        return house.passkeySignIn.with(request.ticket(), phone.sign(request), name);
    }

    @OnBothDatabases
    void aPasskeySignsInWithoutAnythingElse(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = setUp(house);
            phone.counting(2);

            assertThat(signIn(house)).isInstanceOfSatisfying(Welcome.class, welcome -> {
                assertThat(welcome.account()).isEqualTo(session.account());
                assertThat(welcome.proof()).isEqualTo(Proof.PASSKEY);
            });
            assertThat(house.passkeys.of(session)).singleElement().satisfies(passkey -> {
                assertThat(passkey.name()).isEqualTo("My phone");
                assertThat(passkey.used()).contains(clock.instant());
            });
        });
    }

    @OnBothDatabases
    void passkeyWithAReplayedChallengeIsRefused(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            setUp(house);
            var request = house.passkeySignIn.ask(name);
            var answer = phone.counting(2).sign(request);
            assertThat(house.passkeySignIn.with(request.ticket(), answer, name)).isInstanceOf(Welcome.class);

            assertThat(house.passkeySignIn.with(request.ticket(), answer, name)).isEqualTo(REFUSED);
            var other = house.passkeySignIn.ask(name);
            assertThat(house.passkeySignIn.with(other.ticket(), answer, name)).isEqualTo(REFUSED);
        });
    }

    @OnBothDatabases
    void aWrongAnswerUsesTheChallengeUp(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            setUp(house);
            var request = house.passkeySignIn.ask(name);
            assertThat(house.passkeySignIn.with(request.ticket(), "{}", name)).isEqualTo(REFUSED);

            assertThat(house.passkeySignIn.with(
                            request.ticket(), phone.counting(2).sign(request), name))
                    .isEqualTo(REFUSED);
        });
    }

    @OnBothDatabases
    void passkeyOfAWrongOriginOrDomainOrWithoutItsUserIsRefused(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            setUp(house);
            List<Consumer<VirtualAuthenticator>> wrong = List.of(
                    p -> p.at("https://openplr.example"),
                    p -> p.at("http://localhost:9081"),
                    p -> p.at("http://localhost:9080.evil.example"),
                    p -> p.at(VirtualAuthenticator.OURS).forDomain("example"),
                    p -> p.forDomain("localhost").unlocked(false),
                    p -> p.unlocked(true).of(Passkeys.handle(java.util.UUID.randomUUID())));
            for (var i = 0; i < wrong.size(); i++) {
                wrong.get(i).accept(phone.counting(i + 2));
                assertThat(signIn(house)).as("case " + i).isEqualTo(REFUSED);
            }
        });
    }

    @OnBothDatabases
    void passkeyWhoseCounterWentBackOrStoodStillIsRefused(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            setUp(house);
            phone.counting(9);
            assertThat(signIn(house)).isInstanceOf(Welcome.class);

            assertThat(signIn(house)).as("stood still").isEqualTo(REFUSED);
            phone.counting(8);
            assertThat(signIn(house)).as("went back").isEqualTo(REFUSED);
            phone.counting(0);
            assertThat(signIn(house)).as("none").isEqualTo(REFUSED);
            phone.counting(10);
            assertThat(signIn(house)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void anAuthenticatorWithoutACounterIsFine(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            phone.counting(0);
            setUp(house);

            assertThat(signIn(house)).isInstanceOf(Welcome.class);
            assertThat(signIn(house)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void aChallengeIsGoodForFiveMinutesAndForNothingElse(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = setUp(house);
            var toAdd = house.passkeys.ask(session);
            assertThat(house.passkeySignIn.with(
                            toAdd.ticket(), phone.counting(2).sign(toAdd), name))
                    .isEqualTo(REFUSED);

            var request = house.passkeySignIn.ask(name);
            clock.forward(Ticket.Purpose.USE_PASSKEY.life());
            assertThat(house.passkeySignIn.with(
                            request.ticket(), phone.counting(3).sign(request), name))
                    .isEqualTo(REFUSED);
        });
    }

    @OnBothDatabases
    void aPasskeyIsAddedOnlyByWhoeverWasAskedAndOnlyOnce(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = setUp(house);
            var other = house.someone(IdentityFixtures.someName());
            var theirs = house.passkeys.ask(other);
            var refused = new ProofOutcome.Refused();

            assertThat(house.passkeys.add(session, theirs.ticket(), new VirtualAuthenticator().make(theirs), "Stolen"))
                    .isEqualTo(refused);
            assertThat(house.passkeys.add(other, theirs.ticket(), phone.make(theirs), "Known already"))
                    .isEqualTo(refused);
            var request = house.passkeys.ask(session);
            assertThat(house.passkeys.add(
                            session,
                            request.ticket(),
                            new VirtualAuthenticator().unlocked(false).make(request),
                            "Not unlocked"))
                    .isEqualTo(refused);
            assertThatThrownBy(() -> house.passkeys.add(session, "", "{}", " ")).isInstanceOf(Mistake.class);
            assertThat(house.passkeys.of(session)).hasSize(1);
            assertThat(house.passkeys.of(other)).isEmpty();
        });
    }

    @OnBothDatabases
    void removedItSignsNobodyInAndNobodyRemovesSomebodyElses(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = setUp(house);
            var other = house.someone(IdentityFixtures.someName());
            var passkey = house.passkeys.of(session).getFirst().id();
            phone.counting(2);

            assertThat(house.passkeys.remove(other, passkey)).isFalse();
            assertThat(house.passkeys.remove(other, UUID.randomUUID())).isFalse();
            assertThat(IdentityFixtures.tries(em, clock, session)).containsExactly("account.passkey-removed");
            assertThat(IdentityFixtures.tries(em, clock, other)).isEmpty();
            assertThat(house.passkeys.remove(session, passkey)).isTrue();
            assertThat(signIn(house)).isEqualTo(REFUSED);
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void itProvesAgainOnlyWhoseItIs(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var session = setUp(house);
            var other = house.someone(IdentityFixtures.someName());
            clock.forward(Freshness.FRESH);
            assertThat(house.stepUp.byPassphrase(session, PASSPHRASE, "", name))
                    .as("the passphrase alone is less than the account has")
                    .isEqualTo(new ProofOutcome.Refused());

            var request = house.passkeySignIn.ask(name);
            assertThat(house.passkeySignIn.again(
                            other, request.ticket(), phone.counting(2).sign(request), name))
                    .isEqualTo(new ProofOutcome.Refused());
            var mine = house.passkeySignIn.ask(name);
            var again = house.proved(house.passkeySignIn.again(
                    session, mine.ticket(), phone.counting(3).sign(mine), name));
            assertThat(house.stepUp.isNeeded(again)).isFalse();
        });
    }
}
