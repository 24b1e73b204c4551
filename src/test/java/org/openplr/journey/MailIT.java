package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** People who are told by e-mail, on a server with a mail server beside it. */
class MailIT {
    private static final int PATIENCE_MILLIS = 60_000;

    private static GreenMail mail;
    private static Server server;

    @BeforeAll
    static void startServers() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var port = Integer.toString(mail.getSmtp().getPort());
        server = Server.start("mail", Map.of("openplr.smtp.host", "127.0.0.1", "openplr.smtp.port", port));
    }

    @AfterAll
    static void stopServers() {
        server.close();
        mail.stop();
    }

    @ParameterizedTest
    @CsvSource({"niamh, cy, 320", "amara, en, 1280"})
    void aLearnerGivesTheirAddressSharesAndIsToldOfTheLook(String username, String language, int width) {
        var address = username + "@example.org";
        var welsh = language.equals("cy");
        try (var learner = new Sharer(server, new Manner(language, width, true))) {
            learner.signIn(username);
            givesAddress(learner.visitor(), address);

            learner.visitor().go("/learner/");
            var code = learner.share().code();
            learner.visitor().press("mail");
            learner.visitor().look("share-6-done-mailed");
            server.rest().post("/shares/open", """
                {"code": "%s", "pin": "%s", "viewer": {"organisation": "Otter Plumbing", "name": "Alex",
                    "purpose": "hiring"}}\
                """.formatted(code, Sharer.PIN)).expect(200);

            var told = await(
                    address,
                    welsh ? "Mae rhywun wedi edrych ar yr hyn a rannwch" : "Somebody looked at what you share");
            assertThat(text(told)).contains("Otter Plumbing").doesNotContain(code);
            await(address, welsh ? "Rydych wedi rhannu eich cofnod" : "You have shared your record");
            await(address, welsh ? "Yr hyn a rannwch, fel y gofynnoch" : "What you share, as you asked");
            administratorSees(learner.visitor().manner(), address);
        }
    }

    @ParameterizedTest
    @CsvSource({"margaret, cy, 320, false", "lukasz, en, 1280, true"})
    void whoeverForgotThePasswordChoosesANewOneByTheMailedCodeAndTheDateOfBirth(
            String username, String language, int width, boolean script) {
        var account = DemoAccount.of(username);
        var address = username.equals("margaret") ? "margaret.hughes@example.org" : "lukasz.wisniewski@example.org";
        try (var visitor = Browser.visitor(server, new Manner(language, width, script))) {
            visitor.go("/sign-in");
            visitor.page().locator("#main a[href='/forgotten']").click();
            visitor.look("forgotten");
            visitor.fill("username", username);
            visitor.press("continue");
            visitor.look("forgotten-code");
            var mail = await(
                    address,
                    username.equals("margaret") ? "Cod i ddewis cyfrinair newydd" : "A code to choose a new password");
            visitor.fill("code", text(mail).replaceFirst("(?s).*?\\b([0-9]{6})\\b.*", "$1"));
            born(visitor, "1950-01-01");
            visitor.press("continue");
            visitor.look("forgotten-refused");
            born(visitor, account.dateOfBirth());
            visitor.press("continue");
            visitor.look("forgotten-new");
            visitor.fill("passphrase", "password1234");
            visitor.press("continue");
            visitor.look("forgotten-common");
            visitor.fill("passphrase", "eleven wet umbrellas in the hall");
            visitor.press("continue");
            visitor.look("forgotten-changed");
            visitor.fill("username", username);
            visitor.fill("password", "eleven wet umbrellas in the hall");
            visitor.press("continue");
            assertThat(visitor.page().url()).endsWith("/learner/");
            await(
                    address,
                    username.equals("margaret")
                            ? "Newidiwyd sut rydych yn mewngofnodi"
                            : "How you sign in was changed");
        }
    }

    /** Who answers data challenges hears that one waits. */
    @ParameterizedTest
    @CsvSource({"quillon, en, 1280"})
    void whoeverWorksForAnOrganisationGivesTheirAddressAndHearsOfWhatWaits(
            String username, String language, int width) {
        var address = username + "@example.org";
        try (var clerk = Browser.signedIn(server, new Manner(language, width, true), username)) {
            clerk.go("/account/");
            clerk.look("account-at-work");
            givesAddress(clerk, address);
            assertThat(clerk.page().locator("#main").textContent()).contains("something at work waits for you");
        }
        server.rest().signIn(username).post("/achievements", """
            {"achievements":[{"reference":"MAIL-1","uln":"8363853088","givenName":"Mohammed","familyName":"Iqbal",\
            "award":"Q/999/0101","awardedOn":"2026-05-29","grade":"Pass"}]}\
            """).expect(200);
        var mohammed = server.rest().signIn("mohammed");
        var event = StreamSupport.stream(
                        mohammed.get("/me/record")
                                .expect(200)
                                .json()
                                .get("events")
                                .spliterator(),
                        false)
                .filter(one -> one.path("awardedOn").asText().equals("2026-05-29"))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
        mohammed.post("/me/challenges", """
            {"kind": "wrong", "event": "%s", "supplied": {"grade": "Merit"}, "explanation": "It was a Merit."}\
            """.formatted(event)).expect(201);

        var waits = await(address, "A data challenge waits for your organisation");
        assertThat(text(waits)).contains("/organisation/challenges").doesNotContain("Mohammed", "Merit");
    }

    private static void born(Visitor visitor, String date) {
        var parts = date.split("-", -1);
        visitor.fill("birth-year", parts[0]);
        visitor.fill("birth-month", parts[1]);
        visitor.fill("birth-day", parts[2]);
    }

    private static void givesAddress(Visitor visitor, String address) {
        visitor.page().locator("#main a[href='/account/email']").click();
        visitor.look("email");
        visitor.fill("email", "nobody at all");
        visitor.press("ask");
        visitor.look("email-error");
        visitor.fill("email", address);
        visitor.press("ask");
        visitor.look("email-code");
        var language = visitor.manner().language();
        var mail = await(address, language.equals("cy") ? "Eich cod" : "Your code");
        var code = text(mail).replaceFirst("(?s).*?\\b([0-9]{6})\\b.*", "$1");
        visitor.fill("code", code.equals("000000") ? "000001" : "000000");
        visitor.press("confirm");
        visitor.look("email-code-wrong");
        visitor.fill("code", code);
        visitor.press("confirm");
        visitor.look("email-confirmed");
        assertThat(visitor.page().locator("#main").textContent()).contains(address);
    }

    private static void administratorSees(Manner manner, String address) {
        try (var visitor = Browser.visitor(server, manner)) {
            visitor.go("/admin/mail");
            assertThat(visitor.page().url()).contains("/sign-in");
            visitor.go("/sign-in");
            visitor.fill("username", "admin");
            visitor.fill("password", DemoAccount.of("admin").password());
            visitor.press("continue");
            assertThat(visitor.page().url()).endsWith("/admin/");
            visitor.look("admin");
            visitor.page().locator("#main a[href='/admin/mail']").click();
            visitor.look("admin-mail");
            assertThat(visitor.page().locator("#main").textContent()).contains(address);
            visitor.page().locator("#main a[href*='/admin/mail?id=']").first().click();
            visitor.look("admin-mail-read");
            assertThat(visitor.page().locator("#main").textContent()).contains(server.base() + "/");
        }
    }

    /** The message of this subject that comes to this address, waited for. */
    private static MimeMessage await(String address, String subject) {
        for (var count = 1; ; count = mail.getReceivedMessages().length + 1) {
            for (var message : received())
                if (read(() -> message.getAllRecipients()[0].toString()).equals(address)
                        && read(message::getSubject).equals(subject)) return message;
            if (!mail.waitForIncomingEmail(PATIENCE_MILLIS, count))
                throw new AssertionError("no message to " + address + ": " + subject);
        }
    }

    private static List<MimeMessage> received() {
        return Arrays.asList(mail.getReceivedMessages());
    }

    private static String text(MimeMessage message) {
        return read(() ->
                ((Multipart) message.getContent()).getBodyPart(0).getContent().toString());
    }

    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
