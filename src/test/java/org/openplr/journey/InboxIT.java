package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A learner shares with a college of the register; its people sign in and look; the learner sees it and stops. */
class InboxIT {
    private static final String COLLEGE = "Harrowmere College";
    private static final String REASON = "enrolling on a plumbing course";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, true), new Manner("en", 1280, false));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aRegisteredCollegeLooksBySigningInTheLearnerSeesItAndStops(Manner manner) {
        try (var learner = new Sharer(server, manner);
                var college = Browser.visitor(server, manner)) {
            learner.signIn("mohammed");
            var phrase = learner.shareWithCollege(COLLEGE, "19990055");
            signIn(college, "enrolment");
            college.look("organisation-home");

            var place = opens(college, phrase);
            anotherOrganisationFindsNothing(place, manner);
            theLearnerSeesWhoItWas(learner, college);
            learner.visitor().go("/learner/");
            learner.withdraw();

            tries(college, place);
            college.look("organisation-ended");
            assertThat(main(college)).contains(said(manner, "share it again", "rannu eto"));
            college.go("/organisation/shares");
            assertThat(main(college)).doesNotContain(phrase);
            if (manner.script()) learner.sharesAgain();
        }
    }

    /** From the list, where nobody is named, to the record; where the share is. */
    private static String opens(Visitor college, String phrase) {
        college.page().locator("#main a[href='/organisation/shares']").click();
        college.look("organisation-shares");
        assertThat(main(college)).doesNotContain("Mohammed", "Iqbal", "8363853088");
        var card = card(college, phrase);
        assertThat(card.locator(".govuk-tag").count()).as("new").isEqualTo(1);
        var place = card.locator("a").getAttribute("href");
        card.locator("a").click();
        college.look("organisation-why");
        college.press("see");
        college.look("organisation-why-missing");
        assertThat(main(college)).doesNotContain("Iqbal");
        tries(college, place);
        college.look("organisation-record");
        assertThat(main(college)).contains("Mohammed Iqbal", phrase, REASON);
        college.page().reload();
        assertThat(main(college)).as("reloaded").contains("Mohammed Iqbal");
        return place;
    }

    private static void tries(Visitor college, String place) {
        college.go(place);
        college.fill("reason", REASON);
        college.press("see");
    }

    private void anotherOrganisationFindsNothing(String place, Manner manner) {
        try (var other = Browser.visitor(server, manner)) {
            signIn(other, "admissions");
            assertThat(other.go(place).status()).isEqualTo(404);
        }
    }

    private static void theLearnerSeesWhoItWas(Sharer learner, Visitor college) {
        var manner = college.manner();
        learner.sees(COLLEGE);
        assertThat(main(learner.visitor()))
                .contains(said(
                        manner, "registered organisation, UKPRN 19990055", "sefydliad cofrestredig, UKPRN 19990055"));
        learner.receipts();
        var seen = main(learner.visitor());
        assertThat(seen)
                .contains(REASON, said(manner, "Tried to look at what you share", "Ceisio edrych ar yr hyn a rannwch"));
        assertThat(seen).contains(said(manner, "You do not share it with them", "Nid ydych yn ei rannu â nhw"));
        assertThat(learner.visitor()
                        .page()
                        .locator("#main a[href*='/learner/receipt']")
                        .count())
                .as("a reload is no other look")
                .isEqualTo(1);
        assertThat(learner.visitor()
                        .page()
                        .locator("#main a[href*='/learner/renew']")
                        .count())
                .as("there is no code to make anew")
                .isZero();
        assertThat(Sharer.download(college, "#receipt"))
                .contains("\"proof\":\"registered\"", "19990055", "registration-view")
                .isEqualTo(Sharer.download(learner.visitor(), "#main a[href*='/learner/receipt']"));
    }

    private static void signIn(Visitor visitor, String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
        assertThat(visitor.page().url()).endsWith("/organisation/");
    }

    private static Locator card(Visitor college, String phrase) {
        return college.page().locator(".op-card").filter(new FilterOptions().setHasText(phrase));
    }

    private static String said(Manner manner, String english, String welsh) {
        return manner.language().equals("cy") ? welsh : english;
    }

    private static String main(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }
}
