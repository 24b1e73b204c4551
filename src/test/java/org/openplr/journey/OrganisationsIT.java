package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Organisations join: a provider by application, agreement and sandbox; a recipient by its number and its domain. */
class OrganisationsIT {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final List<String> SCHOOLS = List.of("19990011", "19990022");

    private static GreenMail mail;
    private static Server server;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        server = Server.start(
                "organisations",
                Map.of(
                        "openplr.smtp.host",
                        "127.0.0.1",
                        "openplr.smtp.port",
                        Integer.toString(mail.getSmtp().getPort())));
    }

    @AfterAll
    static void stop() {
        server.close();
        mail.stop();
    }

    static Stream<Manner> manners() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, false));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void schoolAppliesTriesItInASandboxAndGoesLiveWhenTwoAgree(Manner manner) {
        var number = SCHOOLS.get(manners().toList().indexOf(manner));
        try (var school = Browser.visitor(server, manner);
                var one = Browser.visitor(server, manner);
                var another = Browser.visitor(server, manner)) {
            applies(school, number);
            signIn(one, "admin");
            signIn(another, "admin2");
            one.go("/admin/");
            one.page().locator("#main a[href='/admin/proposals']").click();
            one.look("organisations-applications");
            one.page()
                    .locator("#main a[href^='/admin/proposals/application']")
                    .first()
                    .click();
            one.look("organisation-application");
            one.press("decline");
            one.look("organisation-application-no-reason");
            one.page().locator("#main a[href^='/admin/proposals/agreement']").click();
            one.look("agreement-of-application");
            assertThat(one.page().locator("input[name='ukprn']").inputValue()).isEqualTo(number);
            one.page().locator("#main textarea[name='reason']").fill("We spoke to the head");
            one.choose("stage", "LIVE");
            one.press("propose");
            one.look("agreement-sandbox-first");
            one.choose("stage", "SANDBOX");
            one.press("propose");
            one.look("agreement-proposed");
            decides(another);

            standsAt(one, number, "agreement-in-sandbox");
            one.page().locator("#main a[href*='stage=LIVE']").click();
            one.choose("roles", "adviser");
            one.page().locator("#main textarea[name='reason']").fill("They tried it for a week");
            one.press("propose");
            decides(another);
            standsAt(one, number, "agreement-live");
            assertThat(one.page().locator("#main .op-card").count()).isEqualTo(2);
        }
    }

    private static void applies(Visitor school, String number) {
        school.go("/sign-in");
        school.page().locator("#main a[href='/join/organisation']").click();
        school.look("apply");
        school.press("apply");
        school.look("apply-empty");
        school.fill("ukprn", number);
        school.fill("email", "office@example.org");
        school.press("apply");
        school.look("apply-faults");
        school.fill("name", "A school of Marlstone");
        school.fill("contact", "Jo Bloggs");
        school.choose("roles", "registration-view");
        school.fill("signatory", "Sam Head");
        school.fill("position", "Head");
        school.press("apply");
        school.look("apply-done");
        assertThat(school.page().locator(".govuk-notification-banner--success").count())
                .isEqualTo(1);
    }

    private static void standsAt(Visitor one, String number, String picture) {
        one.go("/admin/organisations/one?ukprn=" + number);
        one.look(picture);
    }

    private static void decides(Visitor another) {
        another.go("/admin/proposals");
        another.page().locator("#main a[href^='/admin/proposals/one']").first().click();
        another.look("agreement-to-decide");
        another.page().locator("#main textarea[name='reason']").fill("Gwelais y llythyr");
        another.press("approve");
        assertThat(another.page().url()).contains("done=approved");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void registerIsSearchedWithTheDeactivatedOnesAndOneIsReadInFull(Manner manner) {
        try (var one = Browser.visitor(server, manner)) {
            signIn(one, "admin");
            one.page().locator("#main a[href='/admin/organisations']").click();
            one.look("organisations");
            one.page().locator("input[name='text']").fill("slieve");
            one.page().locator("#filter button").click();
            one.look("organisations-found");
            assertThat(one.page().locator("#main .op-card").count()).isEqualTo(1);
            one.page().locator("#main .op-card a").click();
            one.look("organisation-deactivated");
            assertThat(one.page()
                            .locator("#main a[href^='/admin/proposals/agreement']")
                            .count())
                    .isZero();
            one.go("/admin/organisations?text=19990055");
            one.page().locator("#main .op-card a").click();
            one.look("organisation-details");
            assertThat(one.page().locator("#main").textContent())
                    .contains("corporation@harrowmere-college.example.org", "Government Statute");
            assertThat(one.go("/admin/organisations/one?ukprn=19999999").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatASuperUserMayEndsWithTheSandboxAtTheNextRequestAndComesWithTheLiveAgreement() {
        var manner = new Manner("en", 1280, false);
        try (var chief = Browser.visitor(server, manner);
                var one = Browser.visitor(server, manner);
                var another = Browser.visitor(server, manner)) {
            signIn(chief, "larkwell");
            signIn(one, "admin");
            signIn(another, "admin2");
            assertThat(chief.go("/organisation/people").status()).isEqualTo(200);
            for (var stage : List.of("SANDBOX", "LIVE")) {
                one.go("/admin/proposals/agreement?ukprn=19990077&stage=" + stage);
                one.choose("roles", "registration-super");
                one.page().locator("#main textarea[name='reason']").fill("Signed");
                one.press("propose");
                decides(another);
                chief.go("/organisation/");
                chief.look("organisation-standing-" + stage);
                assertThat(chief.page().locator("#main .govuk-inset-text").count())
                        .as(stage)
                        .isEqualTo(stage.equals("LIVE") ? 0 : 1);
                assertThat(chief.go("/organisation/people").status())
                        .as(stage)
                        .isEqualTo(stage.equals("LIVE") ? 200 : 404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void employerConfirmsItsDomainAndTwoApproveIt(Manner manner) throws MessagingException {
        var at = manners().toList().indexOf(manner);
        var address = "people@otter" + at + ".example.co.uk";
        try (var employer = Browser.visitor(server, manner);
                var one = Browser.visitor(server, manner);
                var another = Browser.visitor(server, manner)) {
            employer.go("/join/organisation");
            employer.page().locator("#main a[href='/join/recipient']").click();
            employer.look("recipient-apply");
            employer.press("apply");
            employer.look("recipient-apply-empty");
            employer.fill("name", "Otter Plumbing " + at + " Ltd");
            employer.choose("register", "company");
            employer.fill("number", "SC12345" + at);
            employer.fill("email", "otter.plumbing@gmail.com");
            employer.press("apply");
            employer.look("recipient-apply-public-mail");
            employer.fill("email", address);
            employer.press("apply");
            employer.look("recipient-code");
            employer.fill("code", "1");
            employer.press("confirm");
            employer.look("recipient-code-wrong");
            employer.fill("code", code(address));
            employer.press("confirm");
            employer.look("recipient-confirmed");

            signIn(one, "admin");
            signIn(another, "admin2");
            one.page().locator("#main a[href='/admin/recipients']").click();
            one.look("recipients");
            one.page()
                    .locator("#main .op-card a:has-text('Otter Plumbing " + at + "')")
                    .click();
            one.look("recipient");
            one.page().locator("#main textarea[name='reason']").fill("In Companies House by this name");
            one.press("review");
            assertThat(one.page().url()).contains("done=made");
            decides(another);
            one.go("/admin/recipients");
            one.page()
                    .locator("#main .op-card a:has-text('Otter Plumbing " + at + "')")
                    .click();
            one.look("recipient-approved");
            one.page().locator("#main textarea[name='reason']").fill("Dissolved");
            one.press("end");
            one.look("recipients-ended");
        }
    }

    private static String code(String address) throws MessagingException {
        for (var count = 1; ; count = mail.getReceivedMessages().length + 1) {
            for (var message : Arrays.asList(mail.getReceivedMessages()))
                if (message.getAllRecipients()[0].toString().equals(address)) return digits(message);
            if (!mail.waitForIncomingEmail(PATIENCE_MILLIS, count)) throw new AssertionError("no code");
        }
    }

    private static String digits(MimeMessage message) throws MessagingException {
        try {
            var parts = (jakarta.mail.Multipart) message.getContent();
            var text = parts.getBodyPart(0).getContent().toString();
            return text.replaceFirst("(?s).*?\\b([0-9]{6})\\b.*", "$1");
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void signIn(Visitor visitor, String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
    }
}
