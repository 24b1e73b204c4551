package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.testing.AuthenticatorApp;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Phone;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Learners who make their way in stronger, and sign in by it. */
class AccountIT {
    private static final String COOKIE = "openplr-session";
    private static final String FRESH = "eleven wet umbrellas in the hall";

    private final Server server = Server.running();

    @ParameterizedTest
    @CsvSource({"emeka, en, 1280, true", "aoife, cy, 320, false"})
    void anAppARecoveryCodeANewPassphraseAndEveryOtherBrowserIsOut(
            String username, String language, int width, boolean script) {
        var manner = new Manner(language, width, script);
        try (var visitor = Browser.visitor(server, manner);
                var elsewhere = Browser.visitor(server, manner)) {
            signIn(visitor, username, DemoAccount.of(username).password());
            signIn(elsewhere, username, DemoAccount.of(username).password());
            var app = setsUpTheApp(visitor);
            var codes = visitor.page().locator(".op-codes li").allTextContents();
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            visitor.page().locator("#main a[href='/account/']").click();
            visitor.look("account-app");

            provesItElsewhere(elsewhere, app);
            restAsksForTheCodeToo(username, app);
            endsIt(visitor);
            elsewhere.go("/account/");
            assertThat(elsewhere.page().url()).as("ended elsewhere").contains("/sign-in?");

            changesThePassphrase(visitor, DemoAccount.of(username).password());
            visitor.page().locator("form[action='/sign-out'] button").click();
            signsInByRecoveryCode(visitor, username, codes.getFirst());
        }
    }

    /** Whoever they are: learners, staff, administrators. */
    @ParameterizedTest
    @CsvSource({"aoife, en", "enrolment, cy", "admin2, en"})
    void twoMinutesBeforeTheSessionEndsOneButtonKeepsItAndWhatWasTypedStays(String username, String language) {
        try (var visitor = Browser.visitor(server, new Manner(language, 320, true))) {
            visitor.page().clock().install();
            signIn(visitor, username, DemoAccount.of(username).password());
            visitor.go("/helping/code");
            visitor.fill("code", "half of it");
            var ending = visitor.page().locator("#ending");

            visitor.page().clock().fastForward("27:00");
            assertThat(ending.isVisible()).isFalse();
            visitor.page().clock().fastForward("02:00");
            ending.waitFor();
            visitor.look("session-ending");
            visitor.page().locator("#stay").click();
            ending.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

            assertThat(visitor.page().locator("#code").inputValue()).isEqualTo("half of it");
            visitor.page().clock().fastForward("28:00");
            ending.waitFor();
        }
    }

    private void signIn(Visitor visitor, String username, String passphrase) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", passphrase);
        visitor.press("continue");
    }

    private static AuthenticatorApp setsUpTheApp(Visitor visitor) {
        visitor.go("/account/");
        visitor.look("account");
        visitor.page().locator("#main a[href='/account/second-step']").click();
        visitor.look("second-step");
        visitor.press("begin");
        visitor.look("second-step-scan");
        var app = new AuthenticatorApp(
                visitor.page().locator("#secret").textContent().replaceAll("\\s", ""));
        visitor.fill("code", "12345");
        visitor.press("continue");
        visitor.look("second-step-wrong");
        assertThat(visitor.page().locator("#secret").textContent().replaceAll("\\s", ""))
                .as("the same secret, already in the app")
                .isEqualTo(app.secret());
        awaitTheBeginningOfAStep();
        visitor.fill("code", app.code(Instant.now(), -1));
        visitor.press("continue");
        visitor.look("recovery-codes-made");
        return app;
    }

    /** The code before this moment's is still good for a while: the two after it are used later on. */
    private static void awaitTheBeginningOfAStep() {
        while (Instant.now().getEpochSecond() % 30 > 15)
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }

    /** Somebody who came by the passphrase alone has to show the app too before they change anything. */
    private static void provesItElsewhere(Visitor elsewhere, AuthenticatorApp app) {
        elsewhere.go("/account/sessions");
        assertThat(elsewhere.page().url()).contains("/prove?");
        elsewhere.look("prove");
        elsewhere.fill("passphrase", "wrong");
        elsewhere.fill("code", "000000");
        elsewhere.press("continue");
        elsewhere.look("prove-refused");
        elsewhere.fill("passphrase", DemoAccount.of(usernameOn(elsewhere)).password());
        elsewhere.fill("code", app.code(Instant.now(), 0));
        elsewhere.press("continue");
        assertThat(elsewhere.page().url()).contains("/account/sessions");
    }

    private void restAsksForTheCodeToo(String username, AuthenticatorApp app) {
        var who = JsonNodeFactory.instance
                .objectNode()
                .put("username", username)
                .put("password", DemoAccount.of(username).password());
        var code = app.code(Instant.now(), 1);
        var wrong = server.rest().post("/session", who.deepCopy().put("password", "wrong"));

        assertThat(server.rest().post("/session", who).expect(401).json()).isEqualTo(wrong.json());
        server.rest().post("/session", who.deepCopy().put("otp", code)).expect(200);
        assertThat(server.rest()
                        .post("/session", who.deepCopy().put("otp", code))
                        .expect(401)
                        .json())
                .as("once")
                .isEqualTo(wrong.json());
    }

    private static String usernameOn(Visitor visitor) {
        return visitor.manner().script() ? "emeka" : "aoife";
    }

    private static void endsIt(Visitor visitor) {
        visitor.go("/account/sessions");
        visitor.look("sessions");
        visitor.page().locator("#main input[name='session']").first().check();
        visitor.press("end");
        visitor.look("account-ended");
    }

    private static void changesThePassphrase(Visitor visitor, String current) {
        visitor.go("/account/passphrase");
        visitor.fill("current", current);
        visitor.fill("passphrase", "password1234");
        visitor.press("continue");
        visitor.look("passphrase-common");
        assertThat(visitor.page().locator("#passphrase-error").isVisible()).isTrue();
        visitor.fill("current", current);
        visitor.fill("passphrase", FRESH);
        visitor.press("continue");
        visitor.look("passphrase-changed");
    }

    private void signsInByRecoveryCode(Visitor visitor, String username, String code) {
        signIn(visitor, username, FRESH);
        assertThat(visitor.page().url()).contains("/sign-in-code");
        visitor.look("sign-in-code");
        visitor.page().locator("#main a[href*='recovery=true']").click();
        visitor.look("sign-in-recovery");
        visitor.fill("code", "6666-6666-6666-6666");
        visitor.press("continue");
        visitor.look("sign-in-recovery-wrong");
        assertThat(visitor.page().locator(".govuk-error-summary").innerText())
                .as("nobody waits for the next code of an app here")
                .containsAnyOf("Try another of those you kept", "Rhowch gynnig ar un arall");
        visitor.fill("code", code.toLowerCase(Locale.ROOT));
        visitor.press("continue");
        assertThat(visitor.page().url()).endsWith("/learner/");

        visitor.page().locator("form[action='/sign-out'] button").click();
        signIn(visitor, username, FRESH);
        visitor.page().locator("#main a[href*='recovery=true']").click();
        visitor.fill("code", code);
        visitor.press("continue");
        assertThat(visitor.page().url()).as("a recovery code does it once").contains("/sign-in-code");
    }

    @ParameterizedTest
    @CsvSource({"david, en, 320", "gurpreet, cy, 1280"})
    void aPasskeyIsAddedAndSignsIn(String username, String language, int width) {
        try (var visitor = Browser.visitor(server, new Manner(language, width, true))) {
            var phone = Phone.in(visitor.page());
            signIn(visitor, username, DemoAccount.of(username).password());
            visitor.go("/account/passkeys");
            visitor.look("passkeys-none");
            visitor.page().locator("#main a[href='/account/passkey']").click();
            visitor.look("passkey");
            visitor.fill("name", "My phone");
            visitor.press("add");
            visitor.page().waitForSelector(".op-codes");
            visitor.look("passkey-added");
            visitor.go("/account/passkeys");
            visitor.look("passkeys");
            assertThat(visitor.page().locator("#main").textContent()).contains("My phone");

            visitor.page().locator("form[action='/sign-out'] button").click();
            visitor.go("/sign-in");
            visitor.page().locator("#main a[href*='/sign-in-passkey']").click();
            visitor.look("sign-in-passkey");
            visitor.press("passkey");
            visitor.page().waitForURL(url -> url.contains("/learner/") || url.contains("/organisation/"));
            visitor.go("/account/");
            assertThat(visitor.page().locator("#main").textContent()).contains(username);

            visitor.page().locator("form[action='/sign-out'] button").click();
            phone.forget();
            visitor.go("/sign-in-passkey");
            visitor.press("passkey");
            visitor.page().waitForSelector("[data-passkey]:not([hidden])");
            visitor.look("sign-in-passkey-not-given");
        }
    }

    @Test
    void aPasskeyThatWasRemovedHereLetsNobodyIn() {
        try (var visitor = Browser.visitor(server)) {
            Phone.in(visitor.page());
            signIn(visitor, "yusuf", DemoAccount.of("yusuf").password());
            visitor.go("/account/passkey");
            visitor.fill("name", "Old phone");
            visitor.press("add");
            visitor.page().waitForSelector(".op-codes");
            visitor.go("/account/passkeys");
            visitor.page().locator("#main input[name='remove']").first().check();
            visitor.press("take");
            visitor.look("passkey-removed");

            visitor.page().locator("form[action='/sign-out'] button").click();
            visitor.go("/sign-in-passkey");
            visitor.press("passkey");
            visitor.page().waitForSelector(".govuk-error-summary");
            visitor.look("sign-in-passkey-refused");
        }
    }

    @Test
    void aSessionThatSomebodyElseFixedBeforeIsNotTheOneAfterSignIn() {
        try (var visitor = Browser.visitor(server)) {
            plant(visitor, "planted-by-somebody-else");
            signIn(visitor, "margaret", DemoAccount.of("margaret").password());

            assertThat(session(visitor))
                    .isNotEqualTo("planted-by-somebody-else")
                    .hasSize(43);
        }
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHad() {
        try (var visitor = Browser.visitor(server);
                var thief = Browser.visitor(server)) {
            signIn(visitor, "margaret", DemoAccount.of("margaret").password());
            plant(thief, session(visitor));
            signIn(visitor, "margaret", DemoAccount.of("margaret").password());

            thief.go("/learner/");

            assertThat(thief.page().url()).contains("/sign-in");
        }
    }

    @Test
    void signOutInOneTabIsSignOutInTheOther() {
        try (var visitor = Browser.visitor(server)) {
            signIn(visitor, "margaret", DemoAccount.of("margaret").password());
            try (var other = visitor.page().context().newPage()) {
                other.navigate(server.base() + "/learner/record");
                visitor.page().locator("form[action='/sign-out'] button").click();

                other.waitForURL(server.base() + "/signed-out");
                assertThat(other.locator("#main").textContent()).doesNotContain("Margaret", "Hughes");
                other.navigate(server.base() + "/learner/record");

                assertThat(other.url()).contains("/sign-in");
            }
        }
    }

    private void plant(Visitor visitor, String session) {
        visitor.page().context().addCookies(List.of(new Cookie(COOKIE, session).setUrl(server.base() + "/")));
    }

    private static String session(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }
}
