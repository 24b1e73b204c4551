package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** A file of learners by REST and by an ordinary form: sent, worked off, its answer fetched, and nobody else's. */
class FilesIT {
    private static final Path ENROLMENTS = Path.of("src/test/resources/files/enrolments.csv");

    private final Rest anyone = Server.running().rest();
    private final Rest system = anyone.system("harrowmere-mis");

    @Test
    void aSystemSendsAFileTwiceAndFetchesItsAnswer() throws IOException {
        var content = Files.readAllBytes(ENROLMENTS);
        var path = "/learner-files?kind=register&name=enrolments.csv";
        var sent = system.post(path, "text/csv", content).expect(202).json();
        var id = sent.path("id").asText();
        var again = system.post(path, "text/csv", content).expect(200).json();
        assertThat(again.path("id").asText()).isEqualTo(id);

        var done = whenDone(id);

        assertThat(done.path("rows").asInt()).isEqualTo(9);
        assertThat(done.path("done").asInt()).isEqualTo(9);
        assertThat(done.path("remarks").findValuesAsText("text"))
                .contains("14/02/2009 is how Excel writes a date: write 2009-02-14");
        var answer = system.get("/learner-files/" + id + "/answer").expect(200).text();
        assertThat(answer).contains("HC26-001").contains("RC011");
        anyone.signIn("larkwell").get("/learner-files/" + id).expect(404);
        anyone.signIn("office").get("/learner-files").expect(404);
        anyone.get("/learner-files/" + id + "/answer").expect(401);
        system.post("/learner-files?kind=else", "text/csv", content).expect(422);
        system.post(path, "text/csv", new byte[0]).expect(422);
        system.post(
                        "/learner-files?kind=verify",
                        "text/csv",
                        "ULN\n".repeat(20_000).getBytes(StandardCharsets.UTF_8))
                .expect(202);
    }

    @Test
    void aSystemSendsXmlAndIsAnsweredInXml() {
        var xml = """
            <?xml version="1.0"?>
            <v:SubmitVerifyBatch xmlns:v="http://api.lrs.miap.gov.uk/vldmsg">
              <UKPRN>19990055</UKPRN><LearnerRecordCount>2</LearnerRecordCount>
              <Learner><ULN>6651411488</ULN><FamilyName>Nobody</FamilyName><GivenName>Such</GivenName></Learner>
              <Learner><ULN>123</ULN><FamilyName>Nobody</FamilyName><GivenName>Such</GivenName></Learner>
            </v:SubmitVerifyBatch>
            """.getBytes(StandardCharsets.UTF_8);
        var sent = system.post("/learner-files?kind=verify&name=v.xml", "application/xml", xml)
                .expect(202)
                .json();
        var id = sent.path("id").asText();

        assertThat(whenDone(id).path("remarks").findValuesAsText("column")).containsExactly("ULN");
        var answer = system.get("/learner-files/" + id + "/answer").expect(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(answer.text())
                .contains("GetVerifyBatchOutputResponse")
                .contains("<ResponseCode>NOT-VERIFIED</ResponseCode>")
                .contains("<ResponseCode>RC011</ResponseCode>");
    }

    @Test
    void aDocumentThatIsNotWellFormedIsTakenInAndRefusedWithItsLine() {
        var broken = """
            <v:SubmitVerifyBatch xmlns:v="http://api.lrs.miap.gov.uk/vldmsg">
            <Learner></v:SubmitVerifyBatch>
            """.getBytes(StandardCharsets.UTF_8);
        var id = system.post("/learner-files?kind=verify&name=broken.xml", "text/xml", broken)
                .expect(202)
                .json()
                .path("id")
                .asText();

        assertThat(whenOver(id, "refused").path("remarks").findValuesAsText("code"))
                .containsExactly("xml-broken");
    }

    private com.fasterxml.jackson.databind.JsonNode whenDone(String id) {
        return whenOver(id, "done");
    }

    private com.fasterxml.jackson.databind.JsonNode whenOver(String id, String state) {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var file = system.get("/learner-files/" + id).expect(200).json();
            if (file.path("state").asText().equals(state)) return file;
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void aPersonSendsOneByAnOrdinaryForm() throws IOException {
        send(new Manner("en", 1280, true), "en");
    }

    @Test
    void andInWelshOnAPhoneWithoutScript() throws IOException {
        send(new Manner("cy", 320, false), "cy");
    }

    private static void send(Manner manner, String mark) throws IOException {
        var file = Path.of("target", "enrolments-" + mark + ".csv");
        Files.writeString(file, Files.readString(ENROLMENTS).replace("HC26", "HC26" + mark));
        try (var registrar = new SuperUser(Server.running(), manner)) {
            var page = registrar.visitor().page();
            registrar.visitor().go("/organisation/files");
            page.locator("#file").setInputFiles(file);
            page.locator("#send").click();
            assertThat(page.url()).contains("/organisation/file?id=");
            var end = Instant.now().plus(Duration.ofSeconds(60));
            while (page.locator("#main a[href*='/organisation/files/answer']").count() == 0) {
                assertThat(Instant.now()).isBefore(end);
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                page.reload();
            }
            assertThat(page.locator("#counts li").allTextContents()).anyMatch(one -> one.matches("[0-9]+: .+"));
            registrar.visitor().look("file");
            registrar.visitor().go("/organisation/files");
            registrar.visitor().look("files");
            page.locator("#send").click();
            assertThat(page.url()).contains("wrong=missing");
            registrar.visitor().look("files-missing");
        }
    }
}
