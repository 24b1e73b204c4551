package org.openplr.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.challenge.ChallengeFixtures.done;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** Letters that say that an item is being challenged. */
class LettersTest {
    private static final String ITEM = "An award of 2014";
    private static final Actor.Checker EMPLOYER = new Actor.Checker("", "", "an employer");

    /** A learner who challenges an award, and whoever awarded it. */
    private record Waiting(
            ChallengeFixtures house, Actor.Learner learner, Actor.OrganisationUser owner, Challenge challenge) {
        static Waiting of(Database db) {
            var house = new ChallengeFixtures(db);
            var owner = house.awarding();
            var learner = house.learner();
            var event = house.award(learner.uln(), owner);
            return new Waiting(house, learner, owner, house.wrongGrade(learner, event, "Merit"));
        }

        Letter takes(boolean named) {
            return house.in(rooms -> rooms.letters.take(learner, challenge.id(), ITEM, named, Locale.of("cy")));
        }

        /** Those that somebody sees. */
        List<Letter> seenBy(Actor.Learner self) {
            return house.in(rooms -> rooms.letters.of(self, challenge.id()));
        }

        Optional<Checked> checked(String reference) {
            return house.in(rooms -> rooms.letters.check(EMPLOYER, reference));
        }

        Challenge acknowledged() {
            return house.taken(owner, house.now(challenge), Step.ACKNOWLEDGE, "");
        }
    }

    @OnBothDatabases
    void theLearnerTakesALetterThatSaysWhatTheyChoseAndTheLedgerHasIt(Database db) throws Exception {
        var waiting = Waiting.of(db);

        var letter = waiting.takes(true);

        assertThat(letter.item()).isEqualTo(ITEM);
        assertThat(letter.learner()).isEqualTo("Siân Morgan");
        assertThat(letter.since()).isEqualTo(LocalDate.parse("2026-09-01"));
        assertThat(letter.dueBy()).isEqualTo(LocalDate.parse("2026-09-29"));
        assertThat(letter.reference()).startsWith("W-");
        Optional<Letter> found =
                waiting.house.in(rooms -> rooms.letters.find(waiting.learner, letter.challenge(), letter.id()));
        assertThat(found).contains(letter);
        assertThat(waiting.house.told(waiting.learner.uln())).endsWith("challenge.letter-taken");
        var signed = SignedJWT.parse(letter.signed());
        assertThat(signed.getHeader().getType()).isEqualTo(LetterSigning.TYPE);
        assertThat(signed.verify(verifier())).isTrue();
        assertThat(signed.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "iat", "jti", "item", "learner", "challengedSince", "answerDueBy");
    }

    private static JWSVerifier verifier() throws Exception {
        return new ECDSAVerifier((ECPublicKey)
                ChallengeFixtures.SETTINGS.secrets().token().pair().getPublic());
    }

    @OnBothDatabases
    void whoeverHoldsItLearnsHowItStandsAndNotWhatWasAnswered(Database db) {
        var waiting = Waiting.of(db);
        var letter = waiting.takes(false);

        assertThat(letter.learner()).isEmpty();
        assertThat(waiting.checked(letter.reference())).hasValueSatisfying(now -> {
            assertThat(now.now()).isEqualTo(Checked.Now.CHALLENGED);
            assertThat(now.dueBy()).isEqualTo(LocalDate.parse("2026-09-29"));
            assertThat(now.letter()).isEqualTo(letter);
        });
        var asked = waiting.house.taken(waiting.owner, waiting.acknowledged(), Step.ASK, "Your certificate, please");
        assertThat(waiting.checked(letter.code()).orElseThrow().dueBy())
                .as("the clock stands still")
                .isNull();
        waiting.house.clock.forward(Duration.ofDays(2));
        var rejected = done(waiting.house.decide(waiting.owner, asked, Step.REJECT, "It says Pass"));
        assertThat(waiting.checked(letter.reference().toLowerCase(Locale.ROOT)))
                .contains(new Checked(letter, Checked.Now.ANSWERED, null, LocalDate.parse("2026-09-03")));
        waiting.house.taken(waiting.learner, rejected, Step.APPEAL, "It says Merit on paper");
        assertThat(waiting.checked(letter.reference()).orElseThrow().now())
                .as("appealed, it is open again")
                .isEqualTo(Checked.Now.CHALLENGED);

        assertThat(waiting.house.told(waiting.learner.uln()))
                .filteredOn("challenge.letter-checked"::equals)
                .hasSize(4);
    }

    @OnBothDatabases
    void takenBackItIsNotChallengedAnyMore(Database db) {
        var waiting = Waiting.of(db);
        var letter = waiting.takes(false);
        waiting.house.taken(waiting.learner, waiting.challenge, Step.WITHDRAW, "");

        assertThat(waiting.checked(letter.reference()))
                .contains(new Checked(letter, Checked.Now.ENDED, null, LocalDate.parse("2026-09-01")));
        assertThatThrownBy(() -> waiting.takes(false))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.code()).isEqualTo("not-challenged-now"));
    }

    @OnBothDatabases
    void nobodyElseTakesOneOrSeesOne(Database db) {
        var waiting = Waiting.of(db);
        var letter = waiting.takes(false);
        var other = waiting.house.learner();

        assertThatThrownBy(() -> waiting.house.in(
                        rooms -> rooms.letters.take(other, waiting.challenge.id(), ITEM, true, Locale.UK)))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
        assertThat(waiting.seenBy(other)).isEmpty();
        assertThat(waiting.checked("W-KMPQ-7RTV-WXY3-Q")).isEmpty();
        assertThat(waiting.checked(waiting.challenge.reference()))
                .as("a challenge's own reference is none of a letter")
                .isEmpty();
        Optional<Letter> ofAnother =
                waiting.house.in(rooms -> rooms.letters.find(waiting.learner, UUID.randomUUID(), letter.id()));
        assertThat(ofAnother).isEmpty();
    }

    @OnBothDatabases
    void anItemIsNamedInOneLineAndLettersHaveAnEnd(Database db) {
        var waiting = Waiting.of(db);
        for (var wrong : new String[] {" ", "x".repeat(201), "two\nlines"})
            assertThatThrownBy(() -> waiting.house.in(rooms ->
                            rooms.letters.take(waiting.learner, waiting.challenge.id(), wrong, true, Locale.UK)))
                    .isInstanceOfSatisfying(
                            Mistake.class,
                            mistake -> assertThat(mistake.faults())
                                    .singleElement()
                                    .satisfies(
                                            fault -> assertThat(fault.pointer()).isEqualTo("item")));
        for (var i = 0; i < Letters.MOST; i++) waiting.takes(false);
        assertThatThrownBy(() -> waiting.takes(false))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.code()).isEqualTo("too-many-letters"));

        waiting.house.clock.forward(Letters.LIFE.plusDays(1));
        assertThat(waiting.house.<Integer>in(rooms -> rooms.letters.forget())).isGreaterThanOrEqualTo(Letters.MOST);
        assertThat(waiting.seenBy(waiting.learner)).isEmpty();
    }

    @Test
    void whoeverAsksWithoutEndWaits() {
        var waiting = Waiting.of(Database.DERBY);

        assertThatThrownBy(() -> waiting.house.in(rooms -> {
                    for (var i = 0; i < 31; i++) rooms.letters.check(EMPLOYER, "W-KMPQ-7RTV-WXY3-Q");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.TOO_MANY));
    }
}
