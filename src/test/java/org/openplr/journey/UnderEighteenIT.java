package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A learner of seventeen: nothing that they allow lasts longer than two weeks, and they read why. */
class UnderEighteenIT {
    private static final int MOST_DAYS = 14;

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    /** The page says why in plain words, and offers no more than two weeks. */
    static void assertTwoWeeksAtMost(Visitor learner, String field) {
        assertThat(learner.page().locator("#main .govuk-inset-text").innerText())
                .isEqualTo(words(learner.manner().language(), "share.until.minor")
                        .replace("{0}", String.valueOf(MOST_DAYS)));
        assertOffersTwoWeeksAtMost(learner, field);
    }

    private static void assertOffersTwoWeeksAtMost(Visitor learner, String field) {
        assertThat(learner.page().locator("#main input[name='" + field + "']").all().stream()
                        .map(radio -> radio.getAttribute("value"))
                        .filter(value -> value.matches("[0-9]+"))
                        .map(Integer::valueOf))
                .contains(MOST_DAYS)
                .allMatch(days -> days <= MOST_DAYS);
    }

    private static String words(String language, String key) {
        var file = Path.of("src/main/resources/messages", language.equals("cy") ? "messages_cy" : "messages");
        try (var in = Files.newBufferedReader(Path.of(file + ".properties"), StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(in);
            return words.getProperty(key);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void sharesForTwoWeeksAtMostAndCannotMakeThemLonger(Manner manner) {
        try (var visitor = Seventeen.signedIn(server, manner)) {
            visitor.go("/learner/");
            visitor.page().locator("#main a[href='/learner/share/who']").click();
            visitor.choose("purpose", "E");
            visitor.fill("name", "Pots and Sons " + manner);
            visitor.press("continue");
            visitor.choose("what", "USUAL");
            visitor.press("continue");
            visitor.look("minor-until");
            assertTwoWeeksAtMost(visitor, "until");

            tooLong(visitor);
            visitor.choose("until", String.valueOf(MOST_DAYS));
            visitor.press("continue");
            visitor.choose("proof", "PIN");
            visitor.fill("pin", Sharer.PIN);
            visitor.press("continue");
            visitor.look("minor-check");
            visitor.press("share");
            visitor.look("minor-done");

            notLonger(visitor);
        }
    }

    /** Neither by another date nor by a number of days that the page did not offer. */
    private static void tooLong(Visitor visitor) {
        visitor.choose("until", "other");
        date(visitor, MOST_DAYS + 1);
        visitor.press("continue");
        visitor.look("minor-date-too-late");
        assertThat(visitor.page().locator("#date-error").textContent()).contains(String.valueOf(MOST_DAYS));
        visitor.page()
                .locator("#main input[name='until']")
                .first()
                .evaluate("e => { e.value = '180'; e.checked = true }");
        visitor.press("continue");
        assertThat(visitor.page().locator("#until-error").isVisible()).isTrue();
    }

    private static void notLonger(Visitor visitor) {
        visitor.go("/learner/shares");
        visitor.page().locator(".op-card a[href*='/learner/share?id=']").first().click();
        var share = visitor.page().url();
        visitor.page().locator("#main a[href*='/learner/end?id=']").click();
        date(visitor, 2 * MOST_DAYS);
        visitor.press("move");
        visitor.look("minor-not-longer");
        assertThat(visitor.page().locator(".govuk-error-summary").count()).isEqualTo(1);
        visitor.page().navigate(share);
        visitor.page().locator("#main a[href*='/learner/stop']").click();
        visitor.press("stop");
    }

    private static void date(Visitor visitor, int days) {
        var date = LocalDate.now(ZoneId.of("Europe/London")).plusDays(days);
        visitor.fill("date-day", String.valueOf(date.getDayOfMonth()));
        visitor.fill("date-month", String.valueOf(date.getMonthValue()));
        visitor.fill("date-year", String.valueOf(date.getYear()));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void letsNobodyHelpForLongerThanTwoWeeks(Manner manner) {
        try (var visitor = Seventeen.signedIn(server, manner)) {
            visitor.go("/learner/helpers/new");
            visitor.look("minor-helper");
            assertOffersTwoWeeksAtMost(visitor, "days");
            visitor.fill("name", "An aunt");
            visitor.choose("what", "look");
            visitor.page()
                    .locator("#main input[name='days']")
                    .first()
                    .evaluate("e => { e.value = '90'; e.checked = true }");
            visitor.press("add");
            assertThat(visitor.page().locator("#days-error").isVisible()).isTrue();
            visitor.go("/learner/helpers");
            assertThat(visitor.page().locator("#main").textContent()).doesNotContain("An aunt");
        }
    }
}
