package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A learner understands their record: what each line is, where it came from, what is still to come, and what changed. */
class RecordIT {
    private static final String MOHAMMED = "8363853088";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, false));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anAwardThatTwoTellStandsOnceAndWhatIsExpectedApartFromWhatIsMissing(Manner manner) {
        var welsh = manner.language().equals("cy");
        try (var ffion = Browser.signedIn(server, manner, "ffion")) {
            ffion.go("/learner/record?words=first+aid+at+work");
            ffion.look("record-twins");
            assertThat(ffion.page().locator("#main .op-item").count()).isEqualTo(1);
            assertThat(text(ffion)).contains(welsh ? "Ffynonellau’n anghytuno" : "Sources differ");
            ffion.go("/learner/record");
            ffion.look("record-long");
            assertThat(ffion.page().locator("#awaited + ul").innerText()).contains("AAT Level 2");
            assertThat(ffion.page().locator("#late").innerText())
                    .contains("Sign language")
                    .doesNotContain("AAT Level 2");
            ffion.go("/learner/record?by=level");
            ffion.look("record-by-level");
            assertThat(ffion.page().locator("#main h2.op-year").first().innerText())
                    .isEqualTo(welsh ? "Lefel 5" : "Level 5");
            ffion.go("/learner/record?words=first+aid+at+work");
            ffion.page()
                    .locator("#main .op-item details")
                    .first()
                    .locator("summary")
                    .click();
            ffion.page().locator("#main a[href^='/learner/record/line']").click();
            ffion.look("record-line");
            assertThat(ffion.page().locator("#sources tbody tr").count()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void suchAnAwardIsChosenOnceForAShareAndSharedAsBothTellIt(Manner manner) {
        try (var ffion = Browser.signedIn(server, manner, "ffion")) {
            ffion.go("/learner/share/who");
            ffion.choose("purpose", "E");
            ffion.fill("name", "Kettle and Sons");
            ffion.press("continue");
            ffion.choose("what", "CHOSEN");
            ffion.press("continue");
            ffion.look("share-choose");
            var line = ffion.page().locator("#main label", new Page.LocatorOptions().setHasText("First Aid at Work"));
            assertThat(line.count()).isEqualTo(1);
            line.click();
            ffion.press("continue");
            ffion.choose("until", "14");
            ffion.press("continue");
            ffion.choose("proof", "PIN");
            ffion.fill("pin", Sharer.PIN);
            ffion.press("continue");
            ffion.look("share-chosen-check");
            var preview = ffion.page().locator(".op-frame");
            assertThat(preview.locator(".op-item").count()).isEqualTo(1);
            assertThat(preview.innerText())
                    .contains(manner.language().equals("cy") ? "Dywedwyd hefyd gan" : "Also told by");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void fortyYearsAndFourHundredLinesAreReadInPieces(Manner manner) {
        try (var winifred = Browser.signedIn(server, manner, "winifred")) {
            winifred.go("/learner/record");
            winifred.look("record-400");
            assertThat(winifred.page().locator("#main .op-item").count()).isBetween(50, 100);
            assertThat(winifred.page().locator("#further a").count()).isEqualTo(30);
            winifred.page().locator("#further a").last().click();
            winifred.page().waitForLoadState();
            assertThat(winifred.page().locator("#main .op-item").count()).isEqualTo(10);
            winifred.go("/learner/record?all=true");
            assertThat(winifred.page().locator("#main .op-item").count()).isEqualTo(400);
        }
    }

    @Test
    void whatAnAwardingOrganisationCorrectsIsToldAndTheDayBeforeIsStillThere() {
        var quillon = server.rest().signIn("quillon");
        quillon.post("/achievements", award("Pass")).expect(200);
        quillon.post("/achievements", award("Merit")).expect(200);
        quillon.post("/achievements", withdrawn()).expect(200);
        try (var mohammed = Browser.signedIn(server, new Manner("en", 1280, true), "mohammed")) {
            var rest = server.rest().signIn("mohammed");
            quillon.post("/achievements", reinstated()).expect(200);
            var id = eventOf(rest.get("/me/record").expect(200).json());
            var versions = rest.get("/me/record/events/" + id + "/versions")
                    .expect(200)
                    .json()
                    .get("versions");

            assertThat(versions.findValuesAsText("number")).containsExactly("1", "2", "3", "4");
            assertThat(versions.findValuesAsText("withdrawn")).containsExactly("false", "false", "true", "false");
            assertThat(versions.at("/2/why").asText()).isEqualTo("entered in error");
            assertThat(versions.at("/1/by/ukprn").asText()).isEqualTo("19990251");
            assertThat(server.rest()
                            .signIn("sian")
                            .get("/me/record/events/" + id + "/versions")
                            .expect(404))
                    .isNotNull();

            mohammed.go("/learner/record/line?id=" + id);
            mohammed.look("record-line-changed");
            assertThat(mohammed.page().locator("#steps").innerText())
                    .contains(
                            "Grade: from Pass to Merit", "Withdrawn by", "Put back by", "Quillon", "entered in error");
            mohammed.go("/learner/record?known=2026-11-01");
            mohammed.look("record-known");
            assertThat(text(mohammed)).contains("as it was known on 1 November 2026");
            mohammed.go("/learner/record?known=2126-11-01");
            assertThat(text(mohammed)).contains("Enter a day in the past");
            mohammed.go("/learner/record?known=yesterday");
            assertThat(text(mohammed)).contains("Enter a real date");
            for (var year : new String[] {"%2B20000", "-99999", "-999999999", "0000"}) {
                assertThat(mohammed.go("/learner/record?known=" + year + "-01-01")
                                .status())
                        .as(year)
                        .isEqualTo(200);
                assertThat(text(mohammed)).as(year).contains("Enter a real date");
            }
            for (var nothing : new String[] {"", "x", "00000000-0000-0000-0000-000000000000"})
                assertThat(mohammed.page()
                                .request()
                                .get(server.base() + "/learner/record/line?id=" + nothing)
                                .status())
                        .isEqualTo(404);
        }
        var rest = server.rest().signIn("mohammed");
        assertThat(rest.get("/me/record?knownAt=2020-01-01T00:00:00Z")
                        .expect(200)
                        .json()
                        .get("events"))
                .isEmpty();
        for (var never : new String[] {"tomorrow", "%2B20000-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z"})
            assertThat(rest.get("/me/record?knownAt=" + never)
                            .expect(422)
                            .json()
                            .at("/errors/0/pointer"))
                    .hasToString("\"knownAt\"");
    }

    private static String eventOf(JsonNode record) {
        return StreamSupport.stream(record.get("events").spliterator(), false)
                .filter(event -> event.path("awardedOn").asText().equals("2026-05-29"))
                .map(event -> event.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String award(String grade) {
        return """
            {"achievements":[{"reference":"REC-1","uln":"%s","givenName":"Mohammed","familyName":"Iqbal",\
            "award":"Q/999/0101","awardedOn":"2026-05-29","grade":"%s"}]}\
            """.formatted(MOHAMMED, grade);
    }

    private static String withdrawn() {
        return """
            {"achievements":[{"action":"WITHDRAW","reference":"REC-1","uln":"%s","why":"entered in error"}]}\
            """.formatted(MOHAMMED);
    }

    private static String reinstated() {
        return """
            {"achievements":[{"action":"REINSTATE","reference":"REC-1","uln":"%s","why":"it was right"}]}\
            """.formatted(MOHAMMED);
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").innerText();
    }
}
