package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A learner's whole record as a file of their own. */
class RecordDownloadIT {
    private static final String PLACE = "/learner/record.csv";

    private final Server server = Server.running();

    @ParameterizedTest
    @CsvSource({"en, my-record, Title, Awarded on", "cy, fy-nghofnod, Teitl, Dyfarnwyd ar"})
    void aLearnerTakesTheWholeRecordAway(String language, String file, String first, String other) throws IOException {
        try (var learner = new Sharer(server, new Manner(language, 1280, false))) {
            learner.signIn("sian");
            var visitor = learner.visitor();
            visitor.go("/learner/record?level=3");

            var download = visitor.page()
                    .waitForDownload(() -> visitor.page()
                            .locator("#main a[href='" + PLACE + "']")
                            .click());
            var rows = rows(download.path());

            assertThat(download.suggestedFilename()).matches(file + "-20[0-9]{2}-[0-9]{2}-[0-9]{2}\\.csv");
            assertThat(rows.getFirst().get(0)).isEqualTo(first);
            assertThat(rows.getFirst().values()).contains(other);
            assertThat(rows.stream().skip(1).map(row -> row.get(row.size() - 1)))
                    .containsExactlyElementsOf(idsOfTheRecord());
        }
    }

    @Test
    void aLearnerTakesItAsItsSourcesToldItForOtherPrograms() throws IOException {
        try (var learner = new Sharer(server, new Manner("en", 1280, false))) {
            learner.signIn("sian");
            var visitor = learner.visitor();
            visitor.go("/learner/record");

            var download = visitor.page()
                    .waitForDownload(() -> visitor.page()
                            .locator("#main a[href='/learner/record.json']")
                            .click());
            var record = new ObjectMapper().readTree(Files.readString(download.path()));

            assertThat(download.suggestedFilename()).matches("my-record-20[0-9]{2}-[0-9]{2}-[0-9]{2}\\.json");
            assertThat(record.path("ULN").asText()).isEqualTo("8052553457");
            assertThat(record.path("LearningEvents").findValuesAsText("ID"))
                    .containsExactlyElementsOf(idsOfTheRecord());
            assertThat(record.path("LearningEvents").findValuesAsText("Grade"))
                    .as("as it came")
                    .contains("9999999999");
            assertThat(record.path("LearningEvents").findValuesAsText("PartOf")).contains("ao-100629");
        }
    }

    @Test
    void noBrowserKeepsACopyOfItsOwn() {
        try (var learner = new Sharer(server, new Manner("en", 1280, false))) {
            learner.signIn("sian");
            var headers = fetch(learner.visitor()).headers();

            assertThat(headers.get("content-type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
            assertThat(headers.get("content-disposition")).startsWith("attachment; filename=\"my-record-");
            assertThat(headers.get("cache-control")).isEqualTo("no-store");
        }
    }

    @Test
    void nobodyHasToSignInFirstAndWhoeverIsNoLearnerFindsNothing() {
        try (var nobody = Browser.visitor(server);
                var organisation = Browser.visitor(server)) {
            var unknown = fetch(nobody);
            assertThat(unknown.status()).isEqualTo(302);
            assertThat(unknown.headers().get("location")).endsWith("/sign-in?next=%2Flearner%2Frecord.csv");

            enter(organisation, "adviser");
            assertThat(fetch(organisation).status()).isEqualTo(404);
        }
    }

    @Test
    void whoeverHasNotShownWhoTheyAreIsToldHowToAndGetsNoRecord() {
        try (var learner = Browser.visitor(server)) {
            enter(learner, "chloe");
            var answer = fetch(learner);

            assertThat(answer.headers().get("content-type")).startsWith("text/html");
            assertThat(answer.text()).contains("You need to show who you are first");
        }
    }

    private static APIResponse fetch(Visitor visitor) {
        return visitor.page().request().get(PLACE, RequestOptions.create().setMaxRedirects(0));
    }

    private static void enter(Visitor visitor, String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
    }

    private List<String> idsOfTheRecord() {
        var events = server.rest()
                .signIn("sian")
                .get("/me/record")
                .expect(200)
                .json()
                .required("events");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.required("id").asText())
                .toList();
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (var rows = CSVParser.parse(text.substring(1), CSVFormat.RFC4180)) {
            return rows.getRecords();
        }
    }
}
