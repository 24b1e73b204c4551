package org.openplr.helping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.helping.HelpingFixtures.PASSPHRASE;
import static org.openplr.helping.HelpingFixtures.actor;
import static org.openplr.helping.HelpingFixtures.client;
import static org.openplr.helping.HelpingFixtures.someName;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.identity.Proof;
import org.openplr.identity.SignedInSession;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class HelpingTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void whoeverHasTheCodeActsForTheLearnerUnderTheirOwnNameOnceTheyBegin(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var helper = house.helper(house.code(learner, false));
        assertThat(house.helping.acting(helper)).isEqualTo(new Actor.Person(helper.account()));

        var begun = house.begins(helper);

        var acting = (Actor.Helper) house.helping.acting(begun);
        assertThat(acting.account()).isEqualTo(helper.account());
        assertThat(acting.uln()).isEqualTo(actor(learner).uln());
        assertThat(house.told(learner))
                .containsExactly(
                        "help.began ALLOWED by helper Mum",
                        "help.accepted ALLOWED by helper Mum",
                        "help.offered ALLOWED by learner");
        assertThat(house.helpers.of(actor(learner)))
                .singleElement()
                .satisfies(line -> assertThat(line.used()).isEqualTo(house.now()));
    }

    @OnBothDatabases
    void aNewSecretIsTheOnlyOneThatHelps(Database db) {
        var house = new HelpingFixtures(db, clock);
        var helper = house.helper(house.code(house.learner(), false));
        var welcome = house.identity.sessions.of(helper);

        house.begins(helper);

        assertThat(welcome).as("the same session, under another secret").hasSize(1);
        assertThat(house.identity.sessions.of(helper)).hasSize(1);
    }

    @OnBothDatabases
    void whatTheyMayIsWhatTheLearnerChoseAndNeverTheLearnersOwn(Database db) {
        var house = new HelpingFixtures(db, clock);
        var looking = house.helping.acting(house.begins(house.helper(house.code(house.learner(), false))));
        var sharing = house.helping.acting(house.begins(house.helper(house.code(house.learner(), true))));

        for (var right : List.of(Right.READ_RECORD, Right.READ_ACTIVITY))
            assertThat(right.isOf(looking) && right.isOf(sharing))
                    .as(right.name())
                    .isTrue();
        assertThat(Right.SHARE.isOf(looking)).isFalse();
        assertThat(Right.SHARE.isOf(sharing)).isTrue();
        for (var own :
                List.of(Right.TAKE_RECORD, Right.ALLOW_APPS, Right.CHANGE_ADDRESS, Right.LET_HELP, Right.READ_DETAILS))
            assertThat(own.isOf(sharing)).as(own.name()).isFalse();
    }

    @OnBothDatabases
    void nobodyEndsOrTakesTheHelpOfAnotherAndTheLearnerSeesThatTheyTried(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var stranger = house.learner();
        var helper = house.helper(house.code(learner, false));
        var leave = house.helping.of(helper).getFirst().id();

        assertThat(house.helpers.end(actor(stranger), leave)).isFalse();
        assertThat(house.helping.begin(stranger, leave)).isEmpty();
        assertThat(house.helping.giveUp(stranger, leave)).isFalse();
        assertThat(house.helpers.end(actor(stranger), UUID.randomUUID())).isFalse();
        assertThat(house.helping.giveUp(learner, leave)).isFalse();

        assertThat(house.helping.of(helper)).hasSize(1);
        assertThat(AuditFixtures.strangers(db, actor(learner).uln()))
                .containsExactly("help.ended " + leave, "help.began " + leave, "help.given-up " + leave);
        assertThat(AuditFixtures.strangers(db, actor(stranger).uln())).isEmpty();
    }

    @OnBothDatabases
    void helpEndsAtTheNextRequestWhenEitherEndsItOrItsTimeIsOver(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var ended = house.begins(house.helper(house.code(learner, true)));
        var givenUp = house.begins(house.helper(house.code(learner, true)));
        var over = house.begins(house.helper(house.code(learner, true)));

        house.helpers.end(actor(learner), ended.helping().orElseThrow());
        house.helping.giveUp(givenUp, givenUp.helping().orElseThrow());

        assertThat(house.helping.acting(ended)).isEqualTo(new Actor.Person(ended.account()));
        assertThat(house.helping.acting(givenUp)).isEqualTo(new Actor.Person(givenUp.account()));
        assertThat(house.helping.acting(over)).isInstanceOf(Actor.Helper.class);
        clock.forward(Duration.ofDays(15));
        assertThat(house.helping.acting(over)).isEqualTo(new Actor.Person(over.account()));
        assertThat(house.helping.of(over)).isEmpty();
        assertThat(house.told(learner))
                .contains("help.ended ALLOWED by learner", "help.given-up ALLOWED by helper Mum");
    }

    @OnBothDatabases
    void whoClosesTheirAccountGivesEveryLeaveBack(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var helper = house.helper(house.code(learner, true));
        assertThat(house.identity.letsIn(helper.username(), PASSPHRASE)).isTrue();

        house.givingUp.giveUp(helper);

        assertThat(house.helpers.of(actor(learner))).isEmpty();
        assertThat(house.told(learner)).contains("help.given-up ALLOWED by helper Mum");
        assertThat(house.identity.letsIn(helper.username(), PASSPHRASE)).isFalse();
        assertThatThrownBy(() -> house.givingUp.giveUp(learner))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
    }

    @OnBothDatabases
    void helpEndsWithTheAccountThatGaveTheLeave(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var code = house.code(learner, true);
        var helper = house.begins(house.helper(house.code(learner, true)));

        house.identity.learners.close(learner.account());

        assertThat(house.helping.acting(helper)).isEqualTo(new Actor.Person(helper.account()));
        assertThat(house.becoming.join(code, someName(), PASSPHRASE, client())).isEqualTo(new HelpOutcome.Refused());
    }

    @OnBothDatabases
    void somebodyWithAnAccountHelpsWithIt(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var daughter = house.learner();

        assertThat(house.becoming.accept(house.code(learner, true), daughter, client()))
                .isEqualTo(new HelpOutcome.Accepted());

        var helping = house.begins(daughter);
        assertThat(((Actor.Helper) house.helping.acting(helping)).uln())
                .isEqualTo(actor(learner).uln());
        var stopped = house.session(house.helping.stop(helping));
        assertThat(house.helping.acting(stopped)).isEqualTo(daughter.actor());
        assertThat(house.becoming.accept(house.code(learner, true), learner, client()))
                .as("nobody helps themselves")
                .isEqualTo(new HelpOutcome.Own());
    }

    @OnBothDatabases
    void whoRunsTheServiceHelpsNobody(Database db) {
        var house = new HelpingFixtures(db, clock);
        var admin = new SignedInSession(
                UUID.randomUUID(),
                new Actor.Administrator(UUID.randomUUID()),
                UUID.randomUUID(),
                "admin",
                Set.of(Role.ADMINISTRATOR),
                Optional.empty(),
                house.now(),
                Proof.PASSKEY,
                Optional.empty());

        assertThat(house.becoming.accept(house.code(house.learner(), false), admin, client()))
                .isEqualTo(new HelpOutcome.Refused());
    }

    @OnBothDatabases
    void aLeaveIsNobodyElsesToUseOrToEnd(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var helper = house.helper(house.code(learner, true));
        var leave = house.helping.of(helper).getFirst().id();
        var stranger = house.helper(house.code(house.learner(), true));

        assertThat(house.helping.begin(stranger, leave)).isEmpty();
        assertThat(house.helping.giveUp(stranger, leave)).isFalse();
        assertThat(house.helpers.end(actor(house.learner()), leave)).isFalse();
        assertThat(house.helping.begin(helper, leave)).isPresent();
    }

    @OnBothDatabases
    void aCodeIsUsedOnceAndTriedTenTimesInItsLife(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var code = house.code(learner, false);
        var wrong = house.wrong(code);

        IntStream.range(0, 25).parallel().forEach(_ -> house.becoming.join(wrong, someName(), PASSPHRASE, client()));

        assertThat(house.tries(learner)).isEqualTo(10);
        assertThat(house.becoming.join(code, someName(), PASSPHRASE, client())).isEqualTo(new HelpOutcome.Refused());
        assertThat(house.told(learner)).contains("help.accepted REFUSED code-refused by checker");
        var second = house.code(learner, false);
        house.helper(second);
        assertThat(house.becoming.join(second, someName(), PASSPHRASE, client()))
                .isEqualTo(new HelpOutcome.Refused());
    }

    @OnBothDatabases
    void ofTwoWhoTakeOneCodeAtOnceOneHelps(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var code = house.code(learner, false);

        var outcomes = IntStream.range(0, 2)
                .parallel()
                .mapToObj(_ -> house.becoming.join(code, someName(), PASSPHRASE, client()))
                .toList();

        assertThat(outcomes).filteredOn(HelpOutcome.Joined.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new HelpOutcome.Refused());
    }

    @OnBothDatabases
    void codeIsOverAfterSevenDaysAndKeptAsADigest(Database db) {
        var house = new HelpingFixtures(db, clock);
        var learner = house.learner();
        var code = house.code(learner, false);
        var kept = house.sql.rows(
                "select digest from helping_leave where selector = ?",
                row -> row.text("digest"),
                List.of(code.selector()));
        assertThat(kept.toString() + code).doesNotContain(code.text());

        clock.forward(Leaves.CODE_LIFE);

        assertThat(house.becoming.join(code, someName(), PASSPHRASE, client())).isEqualTo(new HelpOutcome.Refused());
    }

    @OnBothDatabases
    void underEighteenHelpLastsTwoWeeksAtMost(Database db) {
        var house = new HelpingFixtures(db, clock);
        var young = house.learner(LocalDate.parse("2010-05-01"), VerificationType.PASSPORT);

        assertThat(house.helpers.days(actor(young))).containsExactly(14, 1);
        assertThat(house.helpers.days(actor(house.learner()))).containsExactly(14, 1, 90, 365);
        assertThatThrownBy(() -> house.helpers.add(actor(young), "Mum", false, 90))
                .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void whoeverIsNotVerifiedOrHasFiveLetsNobodyHelp(Database db) {
        var house = new HelpingFixtures(db, clock);
        var unverified = house.learner(LocalDate.parse("1990-05-01"), VerificationType.RELATIONSHIP_WITH_SCHOOL);
        assertThatThrownBy(() -> house.code(unverified, false)).isInstanceOf(Mistake.class);

        var learner = house.learner();
        for (var i = 0; i < Helpers.AT_ONCE; i++) house.code(learner, false);
        assertThatThrownBy(() -> house.code(learner, false)).isInstanceOf(Mistake.class);
        for (var bad : List.of("", " ", "x".repeat(61), "a\u0007b"))
            assertThatThrownBy(() -> house.helpers.add(actor(house.learner()), bad, false, 14))
                    .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void theirPassphraseIsNotWhatTheLearnerCallsThem(Database db) {
        var house = new HelpingFixtures(db, clock);
        var code = house.helpers
                .add(actor(house.learner()), "Josephine Lamplighter", false, 14)
                .code();

        assertThatThrownBy(() -> house.becoming.join(code, someName(), "lamplighter lamplighter", client()))
                .isInstanceOf(Mistake.class);
        assertThat(house.becoming.join(code, someName(), PASSPHRASE, client()))
                .as("a rule that was broken costs nothing")
                .isInstanceOf(HelpOutcome.Joined.class);
    }
}
