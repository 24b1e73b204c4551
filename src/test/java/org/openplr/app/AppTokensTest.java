package org.openplr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openplr.app.AppFixtures.Story;
import org.openplr.audit.LedgerEntry;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ClientProof;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.TokenOutcome;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.share.Opened;
import org.openplr.share.Share;
import org.openplr.share.ShareFixtures;
import org.openplr.share.ShareState;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

class AppTokensTest {
    private static final AppTokenOutcome INVALID = new AppTokenOutcome.Invalid();

    @OnBothDatabases
    void appSeesExactlyWhatTheLearnerAllowedAndEachLookIsInTheLedger(Database db) {
        var story = new Story(db);
        var preview = story.call(house -> house.allowing().preview(story.learner, story.asked(), story.in(14)));

        var shown = (Opened.Shown) story.looks(story.granted());

        assertThat(shown.record()).isEqualTo(preview);
        assertThat(shown.record().toString())
                .contains("Siân")
                .doesNotContain("2001", story.uln().digits());
        assertThat(story.told()).containsExactly("share.opened ALLOWED", "share.created ALLOWED");
        assertThat(story.entries().getFirst()).satisfies(entry -> {
            assertThat(entry.isByApp()).isTrue();
            assertThat(entry.name()).isEqualTo("Skills tracker");
            assertThat(entry.organisation())
                    .isEqualTo(story.school.organisation().digits());
            assertThat(entry.proof()).isEqualTo("registered");
        });
        assertThat(story.shares()).singleElement().satisfies(share -> {
            assertThat(share.recipient().name()).isEqualTo("Skills tracker (Some School)");
            assertThat(share.views()).isEqualTo(1);
            assertThat(share.expires()).isEqualTo(story.in(14));
            assertThat(story.call(house -> house.shares()
                                    .shares()
                                    .views(story.learner, share.id())
                                    .orElseThrow())
                            .getFirst()
                            .receipt())
                    .contains("Skills tracker", "Some School", "registered");
        });
    }

    @OnBothDatabases
    void accessTokenTellsNothingOfTheLearnerAndLastsTenMinutes(Database db) throws ParseException {
        var story = new Story(db);

        var granted = story.granted();

        var token = SignedJWT.parse(granted.access().token());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getPayload().toString())
                .doesNotContain(story.uln().digits(), story.learner.account().toString());
        assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("achievements name");
        assertThat(granted.access().expiresAt())
                .isBeforeOrEqualTo(story.clock.instant().plus(Duration.ofMinutes(10)));
        story.clock.forward(Duration.ofMinutes(11));
        assertThat(story.bearer(granted.access().token())).isEmpty();
    }

    @OnBothDatabases
    void codeIsGoodOnceAndItsSecondUseEndsWhatItGave(Database db) {
        var story = new Story(db);
        var code = story.code();
        var granted = (AppTokenOutcome.Granted) story.brings(code);

        assertThat(story.brings(code)).isEqualTo(INVALID);

        assertThat(story.looks(granted)).isInstanceOf(Opened.Ended.class);
        assertThat(story.refreshes(granted.refresh())).isEqualTo(INVALID);
        assertThat(story.told()).contains("share.withdrawn ALLOWED");
        assertThat(story.entries())
                .filteredOn(entry -> entry.what().equals("share.withdrawn"))
                .extracting(LedgerEntry::actorKind)
                .containsExactly("system");
    }

    @OnBothDatabases
    void ofManyWhoBringACodeAtOnceOneAtMostHasAnythingAndNotForLong(Database db) {
        var story = new Story(db);
        var code = story.code();

        var outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> story.brings(code))
                .toList();

        assertThat(outcomes.stream().filter(AppTokenOutcome.Granted.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(story.shares().getFirst().state()).isEqualTo(ShareState.WITHDRAWN);
    }

    @OnBothDatabases
    void wrongVerifierOrAddressSpoilsTheCode(Database db) {
        for (var wrong : List.of(
                List.of(AppFixtures.BACK, "x".repeat(43)),
                List.of(AppFixtures.BACK, AppFixtures.challenge(AppFixtures.VERIFIER)),
                List.of(AppFixtures.BACK, ""),
                List.of("http://127.0.0.1/back", AppFixtures.VERIFIER),
                List.of("", AppFixtures.VERIFIER))) {
            var story = new Story(db);
            var code = story.code();

            assertThat(story.brings(story.app, code, wrong.getFirst(), wrong.getLast()))
                    .isEqualTo(INVALID);
            assertThat(story.brings(code)).isEqualTo(INVALID);
            assertThat(story.shares().getFirst().state()).isEqualTo(ShareState.WITHDRAWN);
        }
    }

    @OnBothDatabases
    void codeIsTooOldAfterAMinute(Database db) {
        var story = new Story(db);
        var code = story.code();
        story.clock.forward(Duration.ofSeconds(61));

        assertThat(story.brings(code)).isEqualTo(INVALID);
        assertThat(story.shares().getFirst().state()).isEqualTo(ShareState.WITHDRAWN);
    }

    @OnBothDatabases
    void codeAndRefreshTokenAreNothingToAnotherOrganisationsApp(Database db) {
        var story = new Story(db);
        var stranger = story.registers(db.call(IdentityFixtures::superUser), ApiClient.Kind.PUBLIC_APP)
                .client();
        var code = story.code();

        assertThat(story.brings(stranger, code, AppFixtures.BACK, AppFixtures.VERIFIER))
                .isEqualTo(INVALID);
        var granted = (AppTokenOutcome.Granted) story.brings(code);
        assertThat(story.refreshes(stranger, granted.refresh(), Optional.empty()))
                .isEqualTo(INVALID);
        assertThat(story.looks(granted)).as("its own app loses nothing by it").isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void refreshTokenIsGoodOnceAndItsSecondUseEndsThePermission(Database db) {
        var story = new Story(db);
        var first = story.granted();

        var second = (AppTokenOutcome.Granted) story.refreshes(first.refresh());
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.scope()).isEqualTo("achievements name");
        assertThat(story.looks(second)).isInstanceOf(Opened.Shown.class);

        story.clock.forward(AppSecrets.GRACE);
        assertThat(story.refreshes(first.refresh())).isEqualTo(INVALID);
        assertThat(story.refreshes(second.refresh())).isEqualTo(INVALID);
        assertThat(story.looks(second)).isInstanceOf(Opened.Ended.class);
    }

    @OnBothDatabases
    void ofManyWhoRefreshAtOnceAllHaveTheSameNextTokenAndThePermissionStands(Database db) {
        var story = new Story(db);
        var first = story.granted();

        var outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> story.refreshes(first.refresh()))
                .toList();

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(AppTokenOutcome.Granted.class))
                .extracting(outcome -> ((AppTokenOutcome.Granted) outcome).refresh())
                .containsOnly(((AppTokenOutcome.Granted) outcomes.getFirst()).refresh())
                .doesNotContain(first.refresh());
        assertThat(story.shares().getFirst().state()).isEqualTo(ShareState.ACTIVE);
        story.clock.forward(AppSecrets.GRACE);
        var next = (AppTokenOutcome.Granted) outcomes.getFirst();
        assertThat(story.refreshes(next.refresh())).isInstanceOf(AppTokenOutcome.Granted.class);
    }

    @OnBothDatabases
    void repetitionThatComesAfterTheAppWentOnIsRefusedAndEndsNothing(Database db) {
        var story = new Story(db);
        var first = story.granted();
        var second = (AppTokenOutcome.Granted) story.refreshes(first.refresh());
        var third = (AppTokenOutcome.Granted) story.refreshes(second.refresh());
        story.clock.forward(AppSecrets.GRACE.minusMillis(1));

        assertThat(story.refreshes(first.refresh())).isEqualTo(INVALID);

        assertThat(story.looks(third)).isInstanceOf(Opened.Shown.class);
        assertThat(story.refreshes(third.refresh())).isInstanceOf(AppTokenOutcome.Granted.class);
    }

    @OnBothDatabases
    void repetitionByAnotherAppOrAfterTheLearnerStoppedItGetsNothing(Database db) {
        var story = new Story(db);
        var stranger = story.registers(db.call(IdentityFixtures::superUser), ApiClient.Kind.PUBLIC_APP)
                .client();
        var first = story.granted();
        var second = (AppTokenOutcome.Granted) story.refreshes(first.refresh());

        assertThat(story.refreshes(stranger, first.refresh(), Optional.empty())).isEqualTo(INVALID);
        assertThat(story.looks(second)).isInstanceOf(Opened.Shown.class);
        story.stops();
        assertThat(story.refreshes(first.refresh())).isEqualTo(INVALID);
    }

    @OnBothDatabases
    void refreshTokenGetsNoOtherScope(Database db) {
        var story = new Story(db);
        var granted = story.granted();

        assertThat(story.refreshes(story.app, granted.refresh(), Optional.of("record")))
                .isEqualTo(new AppTokenOutcome.OtherScope());
        assertThat(story.refreshes(story.app, granted.refresh(), Optional.of("name achievements")))
                .isInstanceOf(AppTokenOutcome.Granted.class);
    }

    @OnBothDatabases
    void whatTheLearnerStopsIsOverAtTheNextRequest(Database db) {
        var story = new Story(db);
        var granted = story.granted();
        assertThat(story.looks(granted)).isInstanceOf(Opened.Shown.class);

        story.stops();

        assertThat(story.looks(granted)).isInstanceOf(Opened.Ended.class);
        assertThat(story.refreshes(granted.refresh())).isEqualTo(INVALID);
        assertThat(story.told()).contains("share.opened REFUSED withdrawn");
    }

    @OnBothDatabases
    void whatIsStoppedBeforeTheCodeIsBroughtGivesNothing(Database db) {
        var story = new Story(db);
        var code = story.code();
        story.stops();

        assertThat(story.brings(code)).isEqualTo(INVALID);
    }

    @OnBothDatabases
    void permissionEndsWithTheClaimOfWhoeverGaveIt(Database db) {
        var story = new Story(db);
        var granted = story.granted();

        db.run(em -> ShareFixtures.claimTakenBack(em, story.clock, story.uln()));

        assertThat(story.looks(granted)).isInstanceOf(Opened.Ended.class);
        assertThat(story.refreshes(granted.refresh())).isEqualTo(INVALID);
    }

    @OnBothDatabases
    void permissionEndsOnTheDayTheLearnerChose(Database db) {
        var story = new Story(db);
        var granted = story.granted();
        story.clock.forward(Duration.ofDays(15));

        assertThat(story.refreshes(granted.refresh())).isEqualTo(INVALID);
    }

    @OnBothDatabases
    void suspendedAppHasNothingAtTheNextRequest(Database db) {
        var story = new Story(db);
        var code = story.code();
        var granted = (AppTokenOutcome.Granted) story.brings(code);
        assertThat(story.bearer(granted.access().token())).isPresent();

        story.call(house -> house.clients().suspend(story.school, story.app.id()));

        assertThat(story.bearer(granted.access().token())).isEmpty();
        assertThat(story.refreshes(granted.refresh()))
                .isEqualTo(new AppTokenOutcome.NotNow(TokenOutcome.Reason.SUSPENDED));
        story.call(house -> house.clients().resume(story.school, story.app.id()));
        assertThat(story.looks(granted)).isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void tokenOfAnAppIsGoodForNothingElse(Database db) {
        var story = new Story(db);
        var app = story.bearer(story.granted().access().token()).orElseThrow();

        assertThat(app).isInstanceOf(Actor.App.class);
        assertThat(Arrays.stream(Right.values())
                        .filter(right -> !right.isForAnybody())
                        .filter(right -> right.isOf(app)))
                .containsExactly(Right.READ_AS_APP);
    }

    @OnBothDatabases
    void peopleOfTheOrganisationDoNotLookByWhatItsAppWasAllowed(Database db) {
        var story = new Story(db);
        story.granted();
        var officer = ShareFixtures.user(story.school.organisation(), Role.REGISTRATION_SUPER);
        var share = story.shares().getFirst().id();

        assertThat(story.call(house -> house.shares().inbox().list(officer, Optional.empty(), 10))
                        .items())
                .isEmpty();
        assertThat(story.<Integer>call(house -> house.shares().inbox().fresh(officer)))
                .isZero();
        assertThat(story.<Opened>call(house -> house.shares().inbox().open(officer, share, "enrolment")))
                .isEqualTo(new Opened.Refused());
    }

    @OnBothDatabases
    void underEighteenFourteenDaysAtMost(Database db) {
        var today = LocalDate.ofInstant(Clock.tickMillis(ZoneOffset.UTC).instant(), ZoneOffset.UTC);
        var story = new Story(db, today.minusYears(17));

        assertThat(story.<Integer>call(house ->
                        house.allowing().longest(story.learner, story.asked()).days()))
                .isEqualTo(14);
        assertThatThrownBy(() -> story.allows(Duration.ofDays(30)))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .extracting(Mistake.Fault::code)
                                .containsExactly("expires-too-late"));
        assertThat(story.shares()).isEmpty();
        assertThat(story.looks(story.granted())).isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void whatIsAllowedAnewTakesThePlaceOfWhatWasBefore(Database db) {
        var story = new Story(db);
        var before = story.granted();
        story.clock.forward(Duration.ofMillis(1));

        var after = story.granted();

        assertThat(story.shares()).extracting(Share::state).containsExactly(ShareState.ACTIVE, ShareState.WITHDRAWN);
        assertThat(story.looks(before)).isInstanceOf(Opened.Ended.class);
        assertThat(story.looks(after)).isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void learnerDoesNotRenewWhatTheAppHasToAskFor(Database db) {
        var story = new Story(db);
        story.granted();
        story.stops();
        var share = story.shares().getFirst().id();

        assertThatThrownBy(() -> story.call(
                        house -> house.shares().shares().renew(story.learner, share, null, Optional.empty())))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.code()).isEqualTo("share-of-app"));
    }

    @OnBothDatabases
    void appThatHasASecretHasToShowIt(Database db) {
        var story = new Story(db);
        var made = story.registers(story.school, ApiClient.Kind.CONFIDENTIAL_APP);
        var secret = Objects.requireNonNull(made.secret()).text();
        var app = made.client();
        var question = story.question();
        question.put("client_id", app.clientId());
        var asked = (Asked.Fine) story.asks(question);
        var back = story.call(
                house -> house.allowing().allow(story.learner, asked, story.in(5), org.openplr.share.Language.CY));
        var brought = new Brought.Code(AppFixtures.said(back, "code"), AppFixtures.BACK, AppFixtures.VERIFIER);

        assertThat(story.brings(new ClientProof.Name(app.clientId()), brought))
                .isEqualTo(new AppTokenOutcome.NotProved());
        assertThat(story.brings(new ClientProof.Secret(app.clientId(), secret), brought))
                .isInstanceOf(AppTokenOutcome.Granted.class);
        assertThat(story.<TokenOutcome>call(house -> house.systems()
                        .ask(new ClientProof.Secret(app.clientId(), secret), null, AppFixtures.HERE, "here")))
                .as("it acts for learners only")
                .isEqualTo(new TokenOutcome.NotNow(TokenOutcome.Reason.APP));
    }

    @OnBothDatabases
    void guessesAreCountedAndThenNothingIsChecked(Database db) {
        var story = new Story(db);
        db.run(em -> {
            var tokens = AppFixtures.House.of(em, story.clock).tokens();
            var proof = new ClientProof.Name(story.app.clientId());
            for (var i = 0; i < 10; i++)
                assertThat(tokens.ask(proof, new Brought.Refresh("guess", null), AppFixtures.HERE, "there"))
                        .isEqualTo(INVALID);

            assertThat(tokens.ask(proof, new Brought.Refresh("guess", null), AppFixtures.HERE, "there"))
                    .isInstanceOf(AppTokenOutcome.Throttled.class);
        });
    }
}
