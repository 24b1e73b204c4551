package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator.FilterOptions;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.util.Arrays;
import org.openplr.testing.Visitor;

/** Somebody of an employer without a UKPRN, who reads their mail. */
record Employer(Visitor visitor, GreenMail mail, String address) {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final String PASSPHRASE = "nine herons under the old bridge";

    /** Comes with the code that let them sign in, makes every mistake once, and opens the account. */
    void opensAccount(String username) throws MessagingException {
        var letter = letter("/join/colleague?id=");
        visitor.go(letter.replaceFirst("(?s).*?(/join/colleague\\?id=[0-9a-f-]{36}).*", "$1"));
        visitor.look("colleague");
        visitor.press("join");
        visitor.look("colleague-empty");
        visitor.fill("code", code(letter).equals("000000") ? "000001" : "000000");
        visitor.fill("name", "Olwen Otter");
        visitor.fill("username", username);
        visitor.fill("passphrase", PASSPHRASE);
        visitor.press("join");
        visitor.look("colleague-wrong-code");
        assertThat(visitor.page().locator("#name").inputValue())
                .as("what was typed is kept")
                .isEqualTo("Olwen Otter");
        visitor.fill("code", code(letter));
        visitor.fill("passphrase", PASSPHRASE);
        visitor.press("join");
        assertThat(visitor.page().url()).endsWith("/organisation/");
    }

    void signsIn(String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", PASSPHRASE);
        visitor.press("continue");
    }

    /** Invites a colleague, once at the wrong domain. */
    void invites(String colleague) {
        visitor.page().locator("#main a[href='/organisation/colleagues']").click();
        visitor.look("colleagues");
        visitor.fill("email", "ann@elsewhere.example.org");
        visitor.press("invite");
        visitor.look("colleagues-other-domain");
        visitor.fill("email", colleague);
        visitor.press("invite");
        visitor.look("colleagues-invited");
    }

    void endsAccessOfTheOther() {
        visitor.go("/organisation/colleagues");
        visitor.page().locator("#main input[name=who]").first().check();
        visitor.press("end");
        visitor.look("colleagues-ended");
    }

    /** From the list, where nobody is named, to the record. */
    void opens(String phrase) {
        visitor.go("/organisation/");
        visitor.look("recipient-home");
        visitor.page().locator("#main a[href='/organisation/shares']").click();
        visitor.look("recipient-shares");
        visitor.page()
                .locator(".op-card")
                .filter(new FilterOptions().setHasText(phrase))
                .locator("a")
                .click();
        visitor.look("recipient-why");
        visitor.fill("reason", "hiring a plumber");
        visitor.press("see");
        visitor.look("recipient-record");
    }

    String code() throws MessagingException {
        return code(letter(""));
    }

    private static String code(String letter) {
        return letter.replaceFirst("(?s).*?\\b([0-9]{6})\\b.*", "$1");
    }

    /** The first letter to them that has this in it. */
    private String letter(String part) throws MessagingException {
        for (var count = 1; ; count = mail.getReceivedMessages().length + 1) {
            for (var message : Arrays.asList(mail.getReceivedMessages())) {
                if (!message.getAllRecipients()[0].toString().equals(address)) continue;
                var text = text(message);
                if (text.contains(part)) return text;
            }
            if (!mail.waitForIncomingEmail(PATIENCE_MILLIS, count)) throw new AssertionError("no letter");
        }
    }

    private static String text(jakarta.mail.internet.MimeMessage message) throws MessagingException {
        try {
            return ((Multipart) message.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
