package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
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
            refuses(another);
            one.go("/admin/proposals");
            one.page()
                    .locator("#main a[href^='/admin/proposals/application']")
                    .first()
                    .click();
            one.look("organisation-application-waits-again");
            assertThat(one.page().locator("#main [name='decline']").count()).isEqualTo(1);
            one.page().locator("#main a[href^='/admin/proposals/agreement']").click();
            one.page().locator("#main textarea[name='reason']").fill("We spoke to the head once more");
            one.press("propose");
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
        decides(another, "approve");
        assertThat(another.page().url()).contains("done=approved");
    }

    private static void refuses(Visitor another) {
        decides(another, "refuse");
        assertThat(another.page().url()).contains("done=refused");
    }

    private static void decides(Visitor another, String how) {
        another.go("/admin/proposals");
        another.page().locator("#main a[href^='/admin/proposals/one']").first().click();
        another.look("agreement-to-decide");
        another.page().locator("#main textarea[name='reason']").fill("Gwelais y llythyr");
        another.press(how);
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
    void superUserMayNothingWithoutAnAgreementNorInTheSandboxAndEverythingWithTheLiveOneAtTheNextRequest() {
        var manner = new Manner("en", 1280, false);
        try (var chief = Browser.visitor(server, manner);
                var one = Browser.visitor(server, manner);
                var another = Browser.visitor(server, manner)) {
            signIn(chief, "elowen");
            signIn(one, "admin");
            signIn(another, "admin2");
            chief.look("organisation-standing-NONE");
            assertThat(chief.page().locator("#main .govuk-inset-text").count()).isEqualTo(1);
            assertThat(chief.go("/organisation/people").status()).isEqualTo(404);
            one.go("/admin/people?ukprn=19990033");
            one.look("admin-people-no-agreement");
            assertThat(one.page().locator("#no-agreement").count()).isEqualTo(1);
            one.page().locator("#main a[href*='/admin/people/invite']").click();
            one.look("admin-people-invite-no-agreement");
            assertThat(one.page().locator("#no-agreement").count()).isEqualTo(1);
            assertThat(one.page().locator("input[name='roles']").count()).isZero();
            for (var stage : List.of("SANDBOX", "LIVE")) {
                one.go("/admin/proposals/agreement?ukprn=19990033&stage=" + stage);
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
    void employerConfirmsItsDomainTwoApproveItAndItsPeopleOpenWhatIsShared(Manner manner) throws MessagingException {
        var at = manners().toList().indexOf(manner);
        var name = "Otter Plumbing " + at + " Ltd";
        var address = "people@otter" + at + ".example.co.uk";
        try (var visitor = Browser.visitor(server, manner);
                var other = Browser.visitor(server, manner);
                var one = Browser.visitor(server, manner);
                var another = Browser.visitor(server, manner);
                var learner = new Sharer(server, manner)) {
            var employer = new Employer(visitor, mail, address);
            applies(employer, name, "SC12345" + at);
            areApproved(one, another, name);
            employer.opensAccount("olwen" + at);

            learner.signIn("mohammed");
            var phrase = learner.shareWithRecipient(name);
            employer.opens(phrase);
            assertThat(main(visitor)).contains("Mohammed Iqbal", name);
            learner.sees(name);
            assertThat(learner.visitor().page().locator("#main").textContent())
                    .contains(manner.language().equals("cy") ? "derbynnydd wedi’i gadarnhau" : "confirmed recipient");

            visitor.go("/organisation/");
            var ann = new Employer(other, mail, "ann@otter" + at + ".example.co.uk");
            employer.invites(ann.address());
            ann.opensAccount("ann" + at);
            employer.endsAccessOfTheOther();
            ann.signsIn("ann" + at);
            assertThat(other.page().url()).contains("/sign-in");

            isEnded(one, name);
            employer.signsIn("olwen" + at);
            assertThat(visitor.page().url()).contains("/sign-in");
        }
    }

    private static void applies(Employer employer, String name, String number) throws MessagingException {
        var visitor = employer.visitor();
        visitor.go("/join/organisation");
        visitor.page().locator("#main a[href='/join/recipient']").click();
        visitor.look("recipient-apply");
        visitor.press("apply");
        visitor.look("recipient-apply-empty");
        visitor.fill("name", name);
        visitor.choose("register", "company");
        visitor.fill("number", number);
        visitor.fill("email", "otter.plumbing@gmail.com");
        visitor.press("apply");
        visitor.look("recipient-apply-public-mail");
        visitor.fill("email", employer.address());
        visitor.press("apply");
        visitor.look("recipient-code");
        visitor.fill("code", "1");
        visitor.press("confirm");
        visitor.look("recipient-code-wrong");
        visitor.fill("code", employer.code());
        visitor.press("confirm");
        visitor.look("recipient-confirmed");
    }

    private static void areApproved(Visitor one, Visitor another, String name) {
        signIn(one, "admin");
        signIn(another, "admin2");
        one.page().locator("#main a[href='/admin/recipients']").click();
        one.look("recipients");
        one.page().locator("#main .op-card a:has-text('" + name + "')").click();
        one.look("recipient");
        one.page().locator("#main textarea[name='reason']").fill("In Companies House by this name");
        one.press("review");
        assertThat(one.page().url()).contains("done=made");
        decides(another);
    }

    private static void isEnded(Visitor one, String name) {
        one.go("/admin/recipients");
        one.page().locator("#main .op-card a:has-text('" + name + "')").click();
        one.look("recipient-approved");
        one.page().locator("#main textarea[name='reason']").fill("Dissolved");
        one.press("end");
        one.look("recipients-ended");
    }

    private static String main(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }

    private static void signIn(Visitor visitor, String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
    }
}
