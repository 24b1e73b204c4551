package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.AuthenticatorApp;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Phone;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Organisations' people on a server that requires a second factor of them. */
class PeopleIT {
    private static final String PASSPHRASE = "seven wet umbrellas by the door";
    private static final Deque<String> CODES = new ArrayDeque<>();

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("people", Map.of("openplr.second-factor", "required"));
        try (var visitor = Browser.visitor(server)) {
            signIn(visitor, "registrar");
            assertThat(visitor.page().url()).endsWith("/account/");
            visitor.look("people-second-factor-needed");
            CODES.addAll(setsUpAnApp(visitor));
            visitor.go("/organisation/people");
            assertThat(visitor.page().url()).contains("/organisation/people");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Manner> manners() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, false));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void somebodyIsInvitedComesInIsGivenAnotherRoleAndLeaves(Manner manner) {
        try (var chief = Browser.visitor(server, manner);
                var newcomer = Browser.visitor(server, manner)) {
            signIn(chief, "registrar");
            byRecoveryCode(chief);
            var name = "Jo Bloggs " + manner;
            var code = invites(chief, name);
            var username = "jo." + manner;
            comesIn(newcomer, code, username);

            chief.go("/organisation/people");
            chief.look("people-list");
            assertThat(chief.page().locator("#main").textContent()).contains(name, username);
            chief.page().locator("#main .op-card a:has-text('" + name + "')").click();
            chief.look("person");
            chief.choose("roles", "registration-online");
            chief.press("change");
            chief.look("person-changed");
            assertThat(newcomer.go("/organisation/shares").url()).contains("/organisation/shares");

            chief.page().locator("#main a[href*='step=end']").click();
            chief.look("person-end");
            chief.press("sure");
            chief.look("people-ended");
            newcomer.go("/organisation/");
            assertThat(newcomer.page().url()).as("ended at the next request").contains("/sign-in");

            chief.press("confirm");
            chief.look("people-confirmed");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void invitationIsTakenBack(Manner manner) {
        try (var chief = Browser.visitor(server, manner);
                var newcomer = Browser.visitor(server, manner)) {
            signIn(chief, "registrar");
            byRecoveryCode(chief);
            var code = invites(chief, "Robin Gone " + manner);
            chief.go("/organisation/people");
            chief.press("withdraw");
            chief.look("people-withdraw-none-chosen");
            chief.page()
                    .locator("#main label:has-text('Robin Gone " + manner + "')")
                    .click();
            chief.press("withdraw");
            chief.look("people-withdrawn");
            assertThat(chief.page().locator("#main").textContent()).doesNotContain("Robin Gone " + manner);

            newcomer.go("/join");
            newcomer.fill("code", code);
            newcomer.fill("username", "robin");
            newcomer.fill("passphrase", PASSPHRASE);
            newcomer.press("join");
            newcomer.look("join-taken-back");
            assertThat(newcomer.page().url()).contains("/join");
        }
    }

    private static String invites(Visitor chief, String name) {
        chief.go("/organisation/");
        chief.look("organisation-people");
        chief.page().locator("#main .op-door a[href='/organisation/people']").click();
        chief.page().locator("#main a[href^='/organisation/people/invite']").click();
        chief.look("people-invite");
        chief.press("invite");
        chief.look("people-invite-empty");
        chief.fill("name", name);
        chief.choose("roles", "registration-view");
        chief.press("invite");
        chief.look("people-invited");
        var code = chief.page().locator("#code-text").textContent().strip();
        chief.page().locator("button[name='lang']").click();
        assertThat(chief.page().locator("#code-text").textContent())
                .as("told in the other language too")
                .contains(code);
        chief.page().locator("button[name='lang']").click();
        chief.page().locator("#main .op-actions a").click();
        assertThat(chief.page().content()).doesNotContain(code);
        return code;
    }

    private static void comesIn(Visitor newcomer, String code, String username) {
        newcomer.go("/join");
        newcomer.look("join");
        newcomer.fill("code", code.substring(0, 6));
        newcomer.fill("username", username);
        newcomer.fill("passphrase", "short");
        newcomer.press("join");
        newcomer.look("join-mistyped");
        newcomer.fill("code", " " + code.replace("-", "") + " ");
        newcomer.fill("passphrase", PASSPHRASE);
        newcomer.press("join");
        assertThat(newcomer.page().url()).endsWith("/account/");
        newcomer.look("joined-second-factor-needed");
        newcomer.go("/organisation/");
        assertThat(newcomer.page().url()).as("first the second factor").contains("/account/");
        assertThat(newcomer.go("/help").status()).isEqualTo(200);
        assertThat(newcomer.page().url()).contains("/help");
        setsUpAnApp(newcomer);
        newcomer.go("/organisation/");
        assertThat(newcomer.page().url()).contains("/organisation/");
    }

    @Test
    void somebodyWhoLostTheirPhoneGetsANewWayIn() {
        try (var chief = Browser.visitor(server);
                var clerk = Browser.visitor(server)) {
            signIn(clerk, "enrolment");
            setsUpAnApp(clerk);
            signIn(chief, "registrar");
            byRecoveryCode(chief);
            chief.go("/organisation/people");
            chief.page().locator("#main .op-card a:has-text('enrolment')").click();
            chief.page().locator("#main a[href*='step=way']").click();
            chief.look("person-way");
            chief.press("sure");
            chief.look("person-way-made");
            var code = chief.page().locator("#code-text").textContent().strip();

            clerk.go("/organisation/");
            assertThat(clerk.page().url()).contains("/sign-in");
            signIn(clerk, "enrolment");
            assertThat(clerk.page().url())
                    .as("the old password is worth nothing")
                    .contains("/sign-in");
            clerk.go("/join");
            clerk.fill("code", code);
            clerk.fill("username", "somebody.else");
            clerk.fill("passphrase", PASSPHRASE);
            clerk.press("join");
            clerk.look("join-refused");
            clerk.fill("username", "enrolment");
            clerk.fill("passphrase", PASSPHRASE);
            clerk.press("join");
            assertThat(clerk.page().url()).endsWith("/account/");
        }
    }

    @Test
    void fourthBrowserSignsOutTheFirstAndSaysSo() {
        try (var first = Browser.visitor(server);
                var second = Browser.visitor(server);
                var third = Browser.visitor(server);
                var fourth = Browser.visitor(server, new Manner("cy", 320, true))) {
            for (var visitor : List.of(first, second, third, fourth)) signIn(visitor, "office");

            fourth.look("signed-out-elsewhere");
            assertThat(fourth.page().locator("#displaced").count()).isEqualTo(1);
            fourth.go("/account/");
            assertThat(fourth.page().locator("#displaced").count())
                    .as("told once")
                    .isZero();
            first.go("/account/");
            assertThat(first.page().url()).contains("/sign-in");
            third.go("/account/");
            assertThat(third.page().url()).contains("/account/");
        }
    }

    @Test
    void staffGetNoTokenByThePassphraseAlone() {
        var staff = DemoAccount.of("adviser");
        var admin = DemoAccount.of("admin2");
        for (var who : List.of(staff, admin)) {
            var answer = server.rest()
                    .post(
                            "/session",
                            "{\"username\":\"" + who.username() + "\",\"password\":\"" + who.password() + "\"}")
                    .expect(403);
            assertThat(answer.code()).isEqualTo("second-factor-missing");
        }
        assertThat(server.rest().signIn("sian").get("/me").status()).isEqualTo(200);
    }

    @Test
    void newOrganisationAndItsAgreementTakeTwoAdministratorsWithPasskeys() {
        try (var one = Browser.visitor(server);
                var another = Browser.visitor(server, new Manner("cy", 320, true))) {
            administrator(one, "admin");
            administrator(another, "admin2");
            one.go("/admin/proposals");
            one.look("proposals-none");
            one.page().locator("#main a[href='/admin/proposals/organisation']").click();
            one.press("propose");
            one.look("proposal-organisation-empty");
            one.fill("ukprn", "19990999");
            one.fill("name", "Marlstone Adult College");
            one.choose("kind", "provider");
            one.fill("town", "Marlstone");
            one.fill("country", "England");
            one.page().locator("#main textarea[name='reason']").fill("They asked in writing");
            one.press("propose");
            one.look("proposals-made");
            one.page().locator("#main .op-card a").first().click();
            one.look("proposal-own");
            assertThat(one.page().locator("input[name='approve']").count()).isZero();

            decides(another);
            one.go("/admin/proposals/agreement");
            one.look("proposal-agreement");
            one.fill("ukprn", "19990999");
            one.choose("roles", "registration-super");
            one.choose("roles", "adviser");
            one.page().locator("#main textarea[name='reason']").fill("Signed today");
            one.press("propose");
            decides(another);

            one.go("/admin/people/invite?ukprn=19990999");
            assertThat(one.page().locator("input[name='roles']").count())
                    .as("none in the sandbox")
                    .isZero();
            one.go("/admin/proposals/agreement?ukprn=19990999&stage=LIVE");
            one.choose("roles", "registration-super");
            one.choose("roles", "adviser");
            one.page().locator("#main textarea[name='reason']").fill("They tried it");
            one.press("propose");
            decides(another);

            one.go("/admin/people");
            one.look("admin-people");
            one.page().locator("#main input[name='ukprn']").fill("19990999");
            one.page().locator("#main form button").first().click();
            one.look("admin-people-of-one");
            one.page().locator("#main a[href*='/admin/people/invite']").click();
            one.look("admin-people-invite");
            assertThat(one.page().locator("input[name='roles']").count())
                    .as("those of the agreement")
                    .isEqualTo(2);
            one.fill("name", "Sam Head");
            one.choose("roles", "registration-super");
            one.press("invite");
            one.look("admin-people-invited");
            assertThat(one.page().locator("#code-text").textContent()).matches("\\s*J-.*\\s*");
        }
    }

    private static void decides(Visitor another) {
        another.go("/admin/proposals");
        another.page().locator("#main a[href^='/admin/proposals/one']").first().click();
        another.look("proposal-to-decide");
        another.press("approve");
        another.look("proposal-without-reason");
        another.page().locator("#main textarea[name='reason']").fill("Gwelais y llythyr");
        another.press("approve");
        another.look("proposal-approved");
    }

    private static void administrator(Visitor visitor, String username) {
        Phone.in(visitor.page());
        signIn(visitor, username);
        assertThat(visitor.page().url()).endsWith("/account/");
        visitor.look("administrator-passkey-needed");
        visitor.go("/admin/");
        assertThat(visitor.page().url()).contains("/account/");
        visitor.go("/account/passkey");
        visitor.fill("name", "My key");
        visitor.press("add");
        visitor.page().waitForSelector(".op-codes");
        visitor.go("/admin/");
        visitor.look("admin");
        assertThat(visitor.page().url()).contains("/admin/");
    }

    private static void signIn(Visitor visitor, String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
    }

    private static void byRecoveryCode(Visitor visitor) {
        visitor.page().locator("#main a[href*='recovery=true']").click();
        visitor.fill("code", CODES.removeFirst());
        visitor.press("continue");
        assertThat(visitor.page().url()).endsWith("/organisation/");
    }

    /** Sets up an app; the recovery codes that come with it. */
    private static List<String> setsUpAnApp(Visitor visitor) {
        visitor.go("/account/second-step");
        visitor.press("begin");
        var app = new AuthenticatorApp(
                visitor.page().locator("#secret").textContent().replaceAll("\\s", ""));
        visitor.fill("code", app.code(Instant.now(), 0));
        visitor.press("continue");
        return visitor.page().locator(".op-codes li").allTextContents().stream()
                .map(String::strip)
                .toList();
    }
}
