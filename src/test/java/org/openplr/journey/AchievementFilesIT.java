package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A file of achievements by REST and by an ordinary form: sent, worked off, mended and sent again. */
class AchievementFilesIT {
    private static final String MOHAMMED = "8363853088";
    private static final String HEADER =
            "Reference,ULN,GivenName,FamilyName,UnitOrQualificationReferenceNumber,AchievementAwardDate,Grade\n";

    private final Server server = Server.running();
    private final Rest quillon = server.rest().signIn("quillon");

    private static String row(String reference, String name, String day) {
        return "%s,%s,Mohammed,%s,Q9990101,%s,Pass\n".formatted(reference, MOHAMMED, name, day);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSystemSendsAFileMendsWhatComesBackAndSendsThat() {
        var content = HEADER
                + row("AF-1", "Iqbal", "2026-06-12")
                + row("AF-2", "Somebody", "2026-06-12")
                + row("AF-3", "Iqbal", "12/06/2026");
        var path = "/achievement-files?name=awards.csv";
        var id = quillon.post(path, "text/csv", bytes(content))
                .expect(202)
                .json()
                .path("id")
                .asText();
        var again = quillon.post(path, "text/csv", bytes(content)).expect(200).json();
        assertThat(again.path("id").asText()).isEqualTo(id);

        var done = whenOver(id, "done");

        assertThat(done.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(done.at("/counts/learnerDataErrors").asInt()).isEqualTo(1);
        assertThat(done.at("/counts/fieldDataErrors").asInt()).isEqualTo(1);
        assertThat(done.path("remarks").findValuesAsText("code")).containsExactly("learner-not-verified", "excel-date");
        var answer = quillon.get("/achievement-files/" + id + "/answer").expect(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.text()).contains("AF-2", "AF-3", "write 2026-06-12").doesNotContain("AF-1");
        var mended = answer.text().replace("Somebody", "Iqbal").replace("12/06/2026", "2026-06-13");
        var second = quillon.post(path, "text/csv", bytes(mended))
                .expect(202)
                .json()
                .path("id")
                .asText();
        assertThat(whenOver(second, "done").at("/counts/created").asInt()).isEqualTo(2);
        assertThat(quillon.get("/achievement-files")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(id, second);
        var mohammed = server.rest().signIn("mohammed");
        assertThat(mohammed.get("/me/record").expect(200).text()).contains("Reading a loading plan");
    }

    @Test
    void theMessageOfTheRealServiceIsAnsweredAsItAnswers() {
        var xml = """
            <SubmitAchievementBatchJob xmlns="http://api.lrs.qcf.gov.uk/services">
              <submissionType>Provisional</submissionType>
              <achievements><Achievement>
                <AchievementAwardDate>2026-07-01T00:00:00</AchievementAwardDate><Action>1</Action>
                <ActionDate>2026-07-02T00:00:00</ActionDate><FamilyName>Iqbal</FamilyName>
                <GivenName>Mohammed</GivenName><Grade>Merit</Grade><ProviderUkprn>19990055</ProviderUkprn>
                <Uln>8363853088</Uln>
                <UnitOrQualificationReferenceNumber>Q/999/0101</UnitOrQualificationReferenceNumber>
              </Achievement></achievements>
            </SubmitAchievementBatchJob>
            """;
        var id = quillon.post("/achievement-files?name=a.xml", "application/xml", bytes(xml))
                .expect(202)
                .json()
                .path("id")
                .asText();

        assertThat(whenOver(id, "done").at("/counts/provisional").asInt()).isEqualTo(1);
        var answer = quillon.get("/achievement-files/" + id + "/answer").expect(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(answer.text())
                .contains("GetAchievementBatchJobResponse", "<a:AchievementsCreated>1</a:AchievementsCreated>");
    }

    @Test
    void whatIsNoSuchFileIsRefusedAndNobodyElseSeesAny() {
        var id = quillon.post("/achievement-files", "text/csv", bytes("something;else\n1;2\n"))
                .expect(202)
                .json()
                .path("id")
                .asText();

        assertThat(whenOver(id, "refused").path("remarks").findValuesAsText("code"))
                .contains("no-header");
        quillon.get("/achievement-files/" + id + "/answer").expect(409);
        quillon.post("/achievement-files", "text/csv", new byte[0]).expect(422);
        quillon.get("/learner-files/" + id).expect(404);
        server.rest().get("/achievement-files/" + id).expect(401);
        for (var other : new String[] {"office", "admissions", "mohammed"})
            server.rest().signIn(other).get("/achievement-files/" + id).expect(404);
        server.rest().system("harrowmere-mis").get("/achievement-files").expect(404);
    }

    private JsonNode whenOver(String id, String state) {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var file = quillon.get("/achievement-files/" + id).expect(200).json();
            if (file.path("state").asText().equals(state)) return file;
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    /** As the clerk who does it for the first time: from the first page to a file without a mistake. */
    @ParameterizedTest
    @MethodSource("manners")
    void aClerkSendsAFileReadsWhatIsWrongAndSendsTheAnswerMended(Manner manner) throws IOException {
        var mark = "AF/" + manner.language() + "/";
        var file = Path.of("target", "awards-" + manner.language() + ".csv");
        Files.writeString(
                file,
                HEADER
                        + row(mark + 1, "Iqbal", "2026-06-12")
                        + row(mark + 2, "Iqbal", "12/06/2026")
                        + row(mark + 3, "Iqbal", "2026-06-14").replace("Q9990101", "500/7911/6"));
        try (var clerk = Browser.signedIn(server, manner, "quillon")) {
            clerk.go("/organisation/");
            clerk.page()
                    .locator("#main a[href='/organisation/achievement-files']")
                    .click();
            clerk.page().locator("#send").click();
            assertThat(clerk.page().url()).contains("wrong=missing");
            clerk.look("award-files-missing");
            send(clerk, file);
            clerk.look("award-file");
            assertThat(clerk.page().locator("#main").textContent())
                    .contains("12/06/2026", "2026-06-12", "AchievementAwardDate");
            var download = clerk.page()
                    .waitForDownload(() -> clerk.page()
                            .locator("#main a[href*='/achievement-files/answer']")
                            .click());
            var mended = Path.of("target", "awards-mended-" + manner.language() + ".csv");
            Files.writeString(
                    mended,
                    Files.readString(download.path())
                            .replace("12/06/2026", "2026-06-12")
                            .replace("500/7911/6", "Q9990101"));
            clerk.go("/organisation/achievement-files");
            clerk.look("award-files");
            send(clerk, mended);
            clerk.look("award-file-mended");
            assertThat(clerk.page()
                            .locator("#main a[href*='/achievement-files/answer']")
                            .count())
                    .isZero();
            clerk.go("/organisation/awards?search=" + mark + "3");
            assertThat(clerk.page().locator("#main .op-card").count()).isEqualTo(1);
        }
    }

    private static void send(Visitor clerk, Path file) {
        clerk.page().locator("#file").setInputFiles(file);
        clerk.page().locator("#send").click();
        assertThat(clerk.page().url()).contains("/organisation/achievement-file?id=");
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (clerk.page().locator("#main .govuk-tag--green").count() == 0) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            clerk.page().reload();
        }
    }
}
