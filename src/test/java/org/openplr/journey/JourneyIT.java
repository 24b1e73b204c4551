package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

class JourneyIT {
    private static final int DOCUMENTS_TO_SHARE = 9;
    private static final int DOCUMENTS_TO_WITHDRAW = 2;

    /** Each language and each width with script, and the other way about without: all four, and half the time. */
    static Stream<Manner> half() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, true));
    }

    static Stream<Manner> otherHalf() {
        return Stream.of(new Manner("en", 320, false), new Manner("cy", 1280, false));
    }

    @ParameterizedTest
    @MethodSource("half")
    void aLearnerSharesAnEmployerLooksTheLearnerSeesItAndTakesItBack(Manner manner) {
        var server = Server.running();
        try (var learner = new Sharer(server, manner);
                var employer = Browser.visitor(server, manner)) {
            learner.signIn("sian");
            var secrets = learner.share();
            assertThat(learner.visitor().documents()).isLessThanOrEqualTo(DOCUMENTS_TO_SHARE);

            openByLink(employer, secrets.secret());
            employer.look("shown");
            assertThat(employer.page().locator("#main").textContent()).contains("GCSE");
            learner.sees("Otter Plumbing");

            learner.visitor().go("/learner/");
            assertThat(learner.visitor().page().locator(".op-card").first().textContent())
                    .contains(manner.language().equals("cy") ? "Edrychiad diwethaf" : "Last look");
            learner.visitor().countAnew();
            learner.withdraw();
            assertThat(learner.visitor().documents()).isLessThanOrEqualTo(DOCUMENTS_TO_WITHDRAW);

            openByLink(employer, secrets.secret());
            employer.look("ended");
            assertThat(employer.page().locator("#main").textContent()).doesNotContain("GCSE");
        }
    }

    @ParameterizedTest
    @MethodSource("half")
    void theLearnersOtherPagesAreInOrder(Manner manner) {
        try (var learner = new Sharer(Server.running(), manner)) {
            learner.signIn("sian");
            for (var page : Stream.of("record", "shares", "activity").toList()) {
                assertThat(learner.visitor().go("/learner/" + page).status()).isEqualTo(200);
                learner.visitor().look("learner-" + page);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("otherHalf")
    void checkingByCodeAndWithdrawingWorkWithoutScript(Manner plain) {
        var server = Server.running();
        try (var learner = new Sharer(server, plain);
                var employer = Browser.visitor(server, plain)) {
            learner.signIn("zoe");
            var code = learner.share().code();

            openByCode(employer, code, "111111");
            employer.look("refused");
            assertThat(employer.page().locator("#main").textContent()).doesNotContain("GCSE");
            openByCode(employer, code, Sharer.PIN);
            employer.look("shown-by-code");
            assertThat(employer.page().locator("#main").textContent()).contains("Otter Plumbing");
            bothHoldTheSameReceipt(learner, employer);

            learner.visitor().go("/learner/");
            learner.withdraw();
            openByCode(employer, code, Sharer.PIN);
            employer.look("ended-by-code");
            assertThat(employer.page().locator("#main").textContent()).doesNotContain("Otter Plumbing");
        }
    }

    static Stream<Manner> oneOfEach() {
        return Stream.of(new Manner("en", 1280, false), new Manner("cy", 320, true));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void moreThanUsualIsSaidAndTheMinimumIsOneTapAwayOfALiveShareToo(Manner manner) {
        var welsh = manner.language().equals("cy");
        var courses = welsh ? "Eich cyrsiau" : "Your courses";
        var live = welsh ? "fel y bydd pan edrychant" : "as it stands when they look";
        try (var learner = new Sharer(Server.running(), manner)) {
            learner.signIn("sian");
            var visitor = learner.visitor();
            learner.answersUntilWhat();
            visitor.choose("what", "EVERYTHING");
            visitor.choose("state", "LIVE");
            visitor.press("continue");
            learner.answersFromUntil();
            visitor.look("share-5-check-more");
            assertThat(visitor.page().locator("#more").textContent()).contains(courses);
            assertThat(visitor.page().locator("#main").textContent()).contains(live);

            visitor.press("minimum");
            visitor.look("share-5-check-minimum");
            assertThat(visitor.page().locator("#more").count()).isZero();
            assertThat(visitor.page().locator("#main").textContent())
                    .contains(live)
                    .doesNotContain(courses);
            visitor.page().locator("#main a[href*='/share/what']").first().click();
            visitor.choose("what", "CHOSEN");
            visitor.press("continue");
            visitor.page()
                    .locator(".govuk-checkboxes__item:has-text('GCSE') input[name=events]")
                    .first()
                    .check();
            visitor.choose("identity", "ULN");
            visitor.press("continue");
            assertThat(visitor.page().locator("#more").textContent())
                    .contains("ULN")
                    .doesNotContain(courses);
            assertThat(visitor.page().locator("#main").textContent()).contains(live);
            visitor.press("share");
            visitor.look("share-6-done-live");
            assertThat(visitor.page().locator("#state").textContent()).contains(live);
            visitor.page().locator("#main a[href*='/learner/stop']").click();
            visitor.go(visitor.page()
                    .url()
                    .replaceAll("^https?://[^/]+|[?&]lang=..", "")
                    .replace("/stop", "/share"));
            visitor.look("share-live");
            assertThat(visitor.page().locator("#main").textContent()).contains(live);
            visitor.page().locator("#main a[href*='/learner/stop']").click();
            visitor.press("stop");
        }
    }

    private static void bothHoldTheSameReceipt(Sharer learner, Visitor employer) {
        var page = learner.receipts();
        var receipt = learner.visitor().page().locator("#main a[href*='/learner/receipt']");
        var phrase = learner.visitor().page().locator(".govuk-summary-list span[lang]");

        assertThat(Sharer.download(employer, "#receipt"))
                .contains("openplr-view-receipt", "Otter Plumbing")
                .isEqualTo(Sharer.download(learner.visitor(), "#main a[href*='/learner/receipt']"));
        assertThat(employer.page().locator("#main").textContent()).contains(phrase.textContent());
        learner.visitor().go(page);
        assertThat(receipt.count()).as("getting it is no other look").isEqualTo(1);
        nobodyElseGets(receipt.getAttribute("href"), learner.visitor().manner());
    }

    private static void nobodyElseGets(String receipt, Manner manner) {
        try (var other = new Sharer(Server.running(), manner)) {
            other.signIn("sian");
            assertThat(other.visitor().go(receipt).status()).isEqualTo(404);
        }
    }

    private static void openByLink(Visitor employer, String secret) {
        employer.go("/s#" + secret);
        employer.look("link");
        employer.press("continue");
        introduce(employer);
    }

    private static void openByCode(Visitor employer, String code, String pin) {
        employer.go("/check");
        employer.look("check");
        employer.fill("code", code);
        employer.fill("pin", pin);
        employer.press("continue");
        introduce(employer);
    }

    private static void introduce(Visitor employer) {
        employer.look("check-who");
        employer.fill("organisation", "Otter Plumbing");
        employer.fill("name", "Alex Example");
        employer.fill("reason", "hiring");
        employer.press("see");
    }
}
