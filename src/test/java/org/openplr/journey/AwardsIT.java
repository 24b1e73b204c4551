package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A clerk of an awarding organisation keeps its awards; the learner sees each of them and each change. */
class AwardsIT {
    private static final String MOHAMMED = "8363853088";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anAwardIsAddedMadeFinalWithdrawnAndPutBack(Manner manner) {
        var reference = "QA/" + manner.language() + "/1";
        try (var clerk = Browser.signedIn(server, manner, "quillon")) {
            clerk.go("/organisation/");
            clerk.page().locator("#main a[href='/organisation/awards']").click();
            clerk.look("awards");
            clerk.page().locator("#main a[href='/organisation/awards/new']").click();
            clerk.press("submit");
            clerk.look("awards-faults");
            fill(clerk, reference);
            clerk.fill("award", "500/7911/6");
            clerk.press("submit");
            clerk.look("awards-not-ours");
            assertThat(clerk.page().inputValue("[name=grade]")).isEqualTo("Pass");
            clerk.fill("award", "Q9990101");
            clerk.press("submit");
            clerk.look("awards-added");
            assertThat(text(clerk)).contains(reference, "Reading a loading plan");

            clerk.page().locator("#main .op-card a").first().click();
            clerk.look("award");
            clerk.press("makeFinal");
            clerk.look("award-final");
            assertThat(clerk.page().locator("[name=makeFinal]").count()).isZero();
            clerk.press("withdraw");
            clerk.look("award-no-reason");
            assertThat(text(clerk))
                    .contains(manner.language().equals("cy") ? "Dywedwch pam, mewn o leiaf" : "Say why, in at least");
            clerk.fill("why", "the wrong learner");
            clerk.press("withdraw");
            clerk.look("award-withdrawn");
            clerk.fill("why", "the right learner after all");
            clerk.press("reinstate");
            clerk.look("award-back");
        }
        try (var mohammed = Browser.signedIn(server, manner, "mohammed")) {
            mohammed.go("/learner/record?words=loading");
            mohammed.look("award-in-record");
            assertThat(text(mohammed)).contains("Reading a loading plan", "Quillon Assessment");
        }
    }

    private static void fill(Visitor clerk, String reference) {
        clerk.fill("uln", MOHAMMED);
        clerk.fill("GivenName", "Mohammed");
        clerk.fill("FamilyName", "Iqbal");
        clerk.fill("reference", reference);
        clerk.date("awardedOn", "12", "6", "2026");
        clerk.fill("grade", "Pass");
        clerk.choose("status", "PROVISIONAL");
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }
}
