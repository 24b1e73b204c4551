package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Told;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** From "I went to college once" to "I am looking at my record": the desk, the letter, the record, and back. */
class ClaimIT {
    private static final String BETHAN = "5127348062";
    private static final String KOFI = "7381045523";
    private static final String PASSPHRASE = "narrow boats under four bridges";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aPersonWithNothingButALetterReachesTheirRecordUntilTheClaimIsTakenBack(Manner manner) {
        try (var officer = Browser.signedIn(server, manner, "office");
                var person = Browser.visitor(server, manner);
                var administrator = Browser.signedIn(server, manner, "admin")) {
            var code = letter(officer);

            activates(person, code, "bethan-" + manner);
            assertThat(person.page().url()).endsWith("/account/?done=claimed");
            person.look("claimed");
            person.go("/learner/record");
            assertThat(person.page().content()).contains("Plumbing Studies");
            person.go("/learner/activity");
            person.look("claimed-activity");

            losesTheirPhone(officer, person, manner);
            isCalledOtherwise(officer, manner.language().equals("cy") ? "Parry" : "Ellis");
            person.go("/learner/activity");
            person.look("renamed-activity");
            assertThat(person.page().locator("#main").textContent())
                    .contains(manner.language().equals("cy") ? "Nododd enw newydd" : "Noted a new name");
            takesItBack(administrator);
            person.go("/learner/record");
            assertThat(person.page().url()).as("signed out at once").contains("/sign-in");
            isSaidToHaveDied(administrator, officer);
            livesAfterAll(manner);
            comesBackAndClosesTheirAccount(officer, person);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void twoOfficersLookAtSomebodyUnderSixteen(Manner manner) {
        try (var first = Browser.signedIn(server, manner, "office");
                var second = Browser.signedIn(server, manner, "registrar")) {
            finds(first, KOFI, List.of("2", "9", "2011"));
            first.choose("type", "PASSPORT");
            first.choose("need", "FIRST_WAY_IN");
            first.press("note");
            first.look("desk-second-needed");
            assertThat(first.page()
                            .locator(".govuk-notification-banner--success")
                            .count())
                    .isEqualTo(1);

            finds(second, KOFI, List.of("2", "9", "2011"));
            second.look("desk-confirm");
            second.press("confirm");
            assertThat(second.page().locator("#activation-code").textContent()).isNotBlank();
        }
    }

    @Test
    void whoeverIsNotVerifiedIsToldWhereToGoAndForAnybodyElseThereIsNoDesk() {
        var manner = new Manner("cy", 320, true);
        try (var learner = Browser.signedIn(server, manner, "gurpreet");
                var viewer = Browser.signedIn(server, manner, "enrolment")) {
            learner.go("/learner/");
            learner.look("level-one");
            assertThat(learner.page().content()).contains("Harrowmere College");

            assertThat(viewer.page().content()).doesNotContain("/organisation/desk");
            for (var place : List.of("desk", "desk/check", "desk/confirm"))
                assertThat(viewer.go("/organisation/" + place).status())
                        .as(place)
                        .isEqualTo(404);
        }
    }

    @Test
    void whatIsWrongIsToldAndNothingIsGivenAway() {
        var manner = new Manner("en", 320, true);
        try (var officer = Browser.signedIn(server, manner, "office");
                var person = Browser.visitor(server, manner)) {
            finds(officer, "8052553457", List.of("14", "3", "2001"));
            officer.look("desk-not-found");
            assertThat(officer.page().content()).doesNotContain("Morgan");

            person.go("/activate");
            person.press("continue");
            person.look("activate-missing");
            person.fill("code", "C-3333-3333-3333-7");
            person.fill("uln", BETHAN);
            person.press("continue");
            person.look("activate-slip");
            person.go("/activate-account");
            assertThat(person.page().url()).contains("/activate?lapsed=true");
            person.look("activate-lapsed");
            for (var place : List.of("/organisation/desk/letter", "/organisation/desk/check"))
                assertThat(officer.go(place).url()).endsWith("/organisation/desk");
        }
    }

    private static void finds(Visitor officer, String uln, List<String> birth) {
        officer.go("/organisation/");
        officer.page().locator("#main a[href='/organisation/desk']").click();
        officer.look("desk");
        officer.fill("uln", uln);
        officer.date("birth", birth.get(0), birth.get(1), birth.get(2));
        officer.press("find");
    }

    private static String letter(Visitor officer) {
        finds(officer, BETHAN, List.of("11", "6", "1998"));
        officer.press("note");
        officer.look("desk-faults");
        officer.choose("type", "PASSPORT");
        officer.choose("need", "FIRST_WAY_IN");
        officer.choose("letter", officer.manner().language());
        officer.press("note");
        officer.look("letter");
        officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        officer.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "letter-printed-" + officer.manner() + ".png")));
        officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        var code = officer.page().locator("#activation-code").textContent().strip();
        officer.page().locator("button[name='lang']").click();
        assertThat(officer.page().locator("#activation-code").textContent().strip())
                .as("in the other language of the page")
                .isEqualTo(code);
        assertThat(officer.page().locator(".op-paper").getAttribute("lang"))
                .isEqualTo(officer.manner().language());
        assertThat(officer.page().locator(".op-paper").textContent()).doesNotContain(BETHAN, "1998");
        officer.page().locator("button[name='lang']").click();
        Told.secret(code);
        return code;
    }

    private static void activates(Visitor person, String code, String username) {
        person.go("/sign-in");
        person.page().locator("#main a[href='/activate']").click();
        person.look("activate");
        person.fill("code", code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));
        person.fill("givenName", "BETHAN");
        person.fill("familyName", "Ellis");
        person.date("birth", "12", "6", "1998");
        person.press("continue");
        person.look("activate-refused");
        person.date("birth", "11", "6", "1998");
        person.press("continue");
        person.look("activate-account");
        person.fill("username", username);
        person.fill("passphrase", "bethan");
        person.press("continue");
        person.look("activate-account-faults");
        person.fill("passphrase", PASSPHRASE);
        person.press("continue");
    }

    /** A new way in, by two officers: what they signed in with until then is worth nothing. */
    private void losesTheirPhone(Visitor officer, Visitor person, Manner manner) {
        finds(officer, BETHAN, List.of("11", "6", "1998"));
        officer.look("desk-claimed");
        officer.choose("type", "PASSPORT");
        officer.choose("need", "NEW_WAY_IN");
        officer.press("note");
        officer.look("desk-second-needed-for-a-new-way");
        assertThat(officer.page().locator("#activation-code").count()).isZero();
        try (var second = Browser.signedIn(server, manner, "registrar")) {
            finds(second, BETHAN, List.of("11", "6", "1998"));
            second.look("desk-confirm-new-way");
            second.press("confirm");
            person.go("/learner/record");
            assertThat(person.page().url()).as("until the code is used").contains("/learner/record");
            var code = second.page().locator("#activation-code").textContent().strip();
            Told.secret(code);
            code(person, code);
        }
        person.fill("username", "bethan.again-" + manner);
        person.fill("passphrase", PASSPHRASE);
        person.press("continue");
        assertThat(person.page().url()).endsWith("/account/?done=claimed");
        try (var stranger = Browser.visitor(server, manner)) {
            stranger.go("/sign-in");
            stranger.fill("username", "bethan-" + manner);
            stranger.fill("password", PASSPHRASE);
            stranger.press("continue");
            assertThat(stranger.page().url()).as("the old way in").contains("/sign-in");
        }
    }

    private static void isCalledOtherwise(Visitor officer, String family) {
        finds(officer, BETHAN, List.of("11", "6", "1998"));
        officer.press("toName");
        officer.look("desk-name");
        officer.press("rename");
        officer.look("desk-name-faults");
        officer.fill("newGiven", "Bethan");
        officer.page().locator("#newFamily").evaluate("e => e.removeAttribute('maxlength')");
        officer.fill("newFamily", "Pritchard-".repeat(4));
        officer.choose("type", "PASSPORT");
        officer.press("rename");
        officer.look("desk-name-too-long");
        assertThat(officer.page().locator("#newFamily-error").isVisible()).isTrue();
        assertThat(officer.page().locator("#newGiven-error").count()).isZero();
        assertThat(officer.page()
                        .locator(".govuk-error-summary a[href='#newFamily']")
                        .count())
                .isEqualTo(1);
        officer.fill("newFamily", family);
        officer.choose("type", "PASSPORT");
        officer.press("rename");
        officer.look("desk-name-noted");
        assertThat(officer.page().locator(".govuk-notification-banner--success").count())
                .isEqualTo(1);
    }

    private static void isSaidToHaveDied(Visitor administrator, Visitor officer) {
        administrator.page().locator("#main textarea[name='reason']").fill("A notice of the registrar");
        administrator.press("died");
        administrator.look("claim-died");
        finds(officer, BETHAN, List.of("11", "6", "1998"));
        officer.look("desk-deceased");
        assertThat(officer.page().locator(".govuk-error-summary").count()).isEqualTo(1);
        administrator.page().locator("#main textarea[name='reason']").fill("It was somebody else");
        administrator.press("lives");
        administrator.look("claim-own-note");
        assertThat(administrator.page().locator(".govuk-error-summary").count()).isEqualTo(1);
    }

    private void livesAfterAll(Manner manner) {
        try (var another = Browser.signedIn(server, manner, "admin2")) {
            another.go("/admin/claims");
            another.fill("uln", BETHAN);
            another.press("find");
            another.page().locator("#main textarea[name='reason']").fill("It was somebody else of this name");
            another.press("lives");
            another.look("claim-lives");
            assertThat(another.page()
                            .locator(".govuk-notification-banner--success")
                            .count())
                    .isEqualTo(1);
        }
    }

    private static void comesBackAndClosesTheirAccount(Visitor officer, Visitor person) {
        finds(officer, BETHAN, List.of("11", "6", "1998"));
        officer.choose("type", "PASSPORT");
        officer.choose("need", "FIRST_WAY_IN");
        officer.press("note");
        var code = officer.page().locator("#activation-code").textContent().strip();
        Told.secret(code);
        types(person, code);
        person.fill("username", "bethan.third-" + person.manner());
        person.fill("passphrase", PASSPHRASE);
        person.press("continue");
        person.go("/account/");
        person.page().locator("#main a[href='/account/close']").click();
        person.look("close-account");
        person.press("close");
        assertThat(person.page().url()).contains("/signed-out?closed=true");
        person.look("account-closed");
        person.go("/learner/record");
        assertThat(person.page().url()).contains("/sign-in");
    }

    private static void code(Visitor person, String code) {
        person.page().locator("form[action='/sign-out'] button").click();
        types(person, code);
    }

    private static void types(Visitor person, String code) {
        person.go("/activate");
        person.fill("code", code);
        person.fill("uln", BETHAN);
        person.press("continue");
    }

    private static void takesItBack(Visitor administrator) {
        administrator.go("/admin/");
        administrator.page().locator("#main a[href='/admin/claims']").click();
        administrator.look("claims");
        administrator.fill("uln", BETHAN);
        administrator.press("find");
        administrator.look("claim");
        administrator.press("unclaim");
        administrator.look("claim-reason-missing");
        administrator
                .page()
                .locator("#main textarea[name='reason']")
                .fill("Somebody else came to the desk with this passport");
        administrator.press("dispute");
        administrator.look("claim-disputed");
        administrator.page().locator("#main textarea[name='reason']").fill("The passport was not theirs");
        administrator.press("unclaim");
        administrator.look("claim-taken-back");
    }
}
