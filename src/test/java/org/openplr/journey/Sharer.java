package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Told;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A learner of the demo data in front of a browser; every page on their way is looked at. */
final class Sharer implements AutoCloseable {
    static final String PIN = "274916";

    private final Visitor visitor;
    private String recipient;

    /**
     * What a share gives its maker, once.
     *
     * @param code as it is shown
     * @param secret the part of the link after the hash sign
     */
    record Secrets(String code, String secret) {}

    Sharer(Server server, Manner manner) {
        this(Browser.visitor(server, manner));
    }

    /** Somebody who is signed in, on the home page. */
    Sharer(Visitor visitor) {
        this.visitor = visitor;
        this.recipient = "Kettle and Sons " + visitor.manner();
    }

    Visitor visitor() {
        return visitor;
    }

    void signIn(String username) {
        visitor.go("/sign-in");
        visitor.look("sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
        assertThat(visitor.page().url()).endsWith("/learner/");
        visitor.look("home");
    }

    /** Shares the usual set with an employer, from the home page, and stops at what the last page tells. */
    Secrets share() {
        answersUntilWhat();
        visitor.choose("what", "USUAL");
        visitor.press("continue");
        answersFromUntil();
        visitor.look("share-5-check");
        assertThat(visitor.page().locator("#more").count()).isZero();
        visitor.press("share");
        visitor.look("share-6-done");
        return told();
    }

    /** The same by a link that asks for the PIN too; the secret of the link. */
    String shareByLinkAndPin() {
        goesToTheProof();
        visitor.choose("proof", "DATE_OF_BIRTH");
        visitor.page().locator("#on-link").check();
        visitor.press("continue");
        visitor.look("share-4-proof-birth-on-link");
        visitor.choose("proof", "PIN");
        visitor.fill("pin", PIN);
        visitor.press("continue");
        visitor.look("share-5-check-pin-on-link");
        visitor.page().locator("#main a[href*='/share/proof']").click();
        assertThat(visitor.page().locator("#on-link").isChecked()).isTrue();
        visitor.press("continue");
        assertThat(visitor.page().locator("#main").textContent())
                .contains(visitor.manner().language().equals("cy") ? "a gyda’r ddolen" : "and with the link");
        visitor.press("share");
        visitor.look("share-6-done-pin-on-link");
        assertThat(visitor.page().locator("#link").textContent()).contains("/s?with=pin#");
        assertThat(visitor.page().locator("#main").textContent())
                .contains(
                        visitor.manner().language().equals("cy")
                                ? "Mae angen y PIN a ddewisoch hefyd"
                                : "also needs the PIN that you chose")
                .doesNotContain("Anyone who has this link", "Gall unrhyw un sydd â’r ddolen hon");
        return told().secret();
    }

    private void goesToTheProof() {
        answersUntilWhat();
        visitor.choose("what", "USUAL");
        visitor.press("continue");
        answersUntilTheProof();
    }

    /** From the home page to the question what an employer needs to see. */
    void answersUntilWhat() {
        visitor.page().locator("#main a[href='/learner/share/who']").click();
        visitor.look("share-1-who");
        visitor.choose("purpose", "E");
        visitor.fill("name", recipient);
        visitor.press("continue");
        visitor.look("share-2-what");
    }

    /** From the question until when to the last look, with a PIN. */
    void answersFromUntil() {
        answersUntilTheProof();
        visitor.choose("proof", "PIN");
        visitor.fill("pin", PIN);
        visitor.press("continue");
    }

    private void answersUntilTheProof() {
        visitor.look("share-3-until");
        visitor.choose("until", "14");
        visitor.press("continue");
        visitor.look("share-4-proof");
    }

    private Secrets told() {
        var link = visitor.page().locator("#link").textContent();
        var secrets = new Secrets(
                visitor.page().locator("#code").textContent().strip(),
                link.substring(link.indexOf('#') + 1).strip());
        Told.secret(secrets.code());
        Told.secret(secrets.secret());
        return secrets;
    }

    /**
     * Shares the usual set with a college of the register: no proof is asked for, and no secret is told.
     *
     * @return the phrase by which the college finds it
     */
    String shareWithCollege(String name, String ukprn) {
        begins("P", name);
        visitor.choose("whom", ukprn);
        visitor.press("continue");
        return goesOnToCollege();
    }

    /**
     * Shares the usual set with an employer of the register of recipients, who is found by name.
     *
     * @return the phrase by which its people find it
     */
    String shareWithRecipient(String name) {
        begins("E", name);
        visitor.look("share-1-who-recipient");
        visitor.page().locator("#main input[name=whom]").first().check();
        visitor.press("continue");
        return goesOnToCollege();
    }

    private void begins(String purpose, String name) {
        recipient = name;
        visitor.page().locator("#main a[href='/learner/share/who']").click();
        visitor.choose("purpose", purpose);
        visitor.fill("name", name);
        visitor.press("continue");
    }

    private String goesOnToCollege() {
        visitor.choose("what", "USUAL");
        visitor.press("continue");
        visitor.look("share-3-until-college");
        visitor.choose("until", "14");
        visitor.press("continue");
        visitor.look("share-4-challenge");
        visitor.choose("disputed", "SHOW");
        visitor.press("continue");
        visitor.look("share-5-check-college");
        assertThat(visitor.page().locator("#main a[href*='/share/proof']").count())
                .isZero();
        visitor.press("share");
        return sharedWithCollege("share-6-done-college");
    }

    /** The last page of a share with a college. */
    private String sharedWithCollege(String picture) {
        visitor.look(picture);
        assertThat(visitor.page().locator("#code, #link, .op-qr").count()).isZero();
        return visitor.page().locator("#main strong[lang]").textContent();
    }

    /** Shares again with the college that was stopped last, and stops. */
    void sharesAgain() {
        visitor.go("/learner/shares");
        visitor.page().locator(".op-card a[href*='/learner/share?']").first().click();
        visitor.look("share-stopped-college");
        visitor.page().locator("#main a[href*='/learner/renew']").click();
        visitor.look("share-again");
        visitor.press("renew");
        sharedWithCollege("share-again-done");
        visitor.page().locator("#main a[href*='/learner/stop']").click();
        visitor.look("stop-college");
        visitor.press("stop");
    }

    /** The learner finds this organisation among what happened, on the home page and on the share's own. */
    void sees(String organisation) {
        visitor.go("/learner/");
        visitor.look("home-after-a-look");
        assertThat(visitor.page().locator("#main").textContent()).contains(organisation);
        visitor.go("/learner/activity");
        visitor.look("activity");
        assertThat(visitor.page().locator("#main").textContent()).contains(organisation);
    }

    /** The share's own page, with a receipt of each look; where it is. */
    String receipts() {
        var page = place();
        visitor.go(page);
        visitor.look("share-with-receipts");
        return page;
    }

    /** Where the share's own page is. */
    String place() {
        visitor.go("/learner/");
        return card().locator("a[href*='/learner/stop']")
                .first()
                .getAttribute("href")
                .replace("/stop", "/share");
    }

    /** The text of a file that a button or link of this page gives. */
    static String download(Visitor visitor, String button) {
        var file = visitor.page()
                .waitForDownload(() -> visitor.page().locator(button).click())
                .path();
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Locator card() {
        return visitor.page().locator(".op-card").filter(new FilterOptions().setHasText(recipient));
    }

    /** Stops sharing, from the home page. */
    void withdraw() {
        card().locator("a[href*='/learner/stop']").first().click();
        visitor.look("stop");
        visitor.press("stop");
        visitor.look("home-after-stop");
    }

    @Override
    public void close() {
        visitor.close();
    }
}
