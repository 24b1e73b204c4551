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

    /** A college's intake: whoever is named right is the college's from now on, and sees it; every other row says what to mend. */
    @Test
    void aCollegeNamesWhomItEnrolledAndMayLookAtTheirRecords() {
        var record = "/learners/7513706076/record?purpose=advice";
        var officer = anyone.signIn("registrar");
        officer.get(record).expect(404);
        var content = """
            ULN,GivenName,FamilyName,DateOfBirth,Kind,From,Until,Source,Evidence,MISIdentifier
            7513706076,Seán,Ó Briain,2004-12-01,enrolled,2026-09-01,2027-07-31,,Enrolment 26/0815,R-1
            7513706076,Seán,Ó Briain,,ENROLLED,2026-09-01,2027-07-31,ILR-RETURN,R04,R-2
            7513706076,Sean,Other,,ENROLLED,2026-09-01,2027-07-31,,Enrolment 26/0816,R-3
            5533314783,Alfie,Ashbourne,,ENROLLED,01/09/2026,2027-07-31,,Enrolment 26/0817,R-4
            5533314783,Alfie,Ashbourne,,ENROLLED,2026-09-01,2026-08-31,,Enrolment 26/0818,R-5
            5533314783,Alfie,Ashbourne,,PUPIL,2026-09-01,2027-07-31,,Enrolment 26/0819,R-6
            """.getBytes(StandardCharsets.UTF_8);
        var id = sent("/learner-files?kind=relate&name=intake.csv", "text/csv", content);

        assertThat(whenDone(id).path("good").asInt()).isEqualTo(2);

        var answer = system.get("/learner-files/" + id + "/answer").expect(200).text();
        assertThat(answer.lines().map(line -> line.replaceFirst("^.*,(R-[0-9],)", "$1")))
                .containsExactly(
                        "ULN,GivenName,FamilyName,DateOfBirth,Kind,From,Until,Source,Evidence,MISIdentifier,"
                                + "Result,Reason,AsItCame",
                        "R-1,NOTED,noted; the learner sees it,",
                        "R-2,NOTED-BEFORE,\"this was noted before, from the same day\",",
                        "R-3,NOT-VERIFIED,\"the number and the details do not belong together, or there is no such"
                                + " number\",",
                        "R-4,RC011,From: 01/09/2026 is how Excel writes a date: write 2026-09-01,",
                        "R-5,RC011,Until: this last day is before the first,",
                        "R-6,RC011,\"Kind: this is none of the words APPLIED, ENROLLED, TAUGHT\",");
        officer.get(record).expect(200);
        assertThat(anyone.signIn("sean").get("/me/activity").expect(200).text()).contains("learner.relation-begun");
        officer.get("/learners/5533314783/record?purpose=advice").expect(404);
    }

    @Test
    void anXmlFileThatNoMessageIsForSaysWhichColumnsItLacks() {
        var xml = "<Learners><Learner><ULN>7513706076</ULN></Learner></Learners>".getBytes(StandardCharsets.UTF_8);
        var id = sent("/learner-files?kind=relate&name=intake.xml", "text/xml", xml);

        assertThat(whenOver(id, "refused").path("remarks").findValuesAsText("code"))
                .contains("no-header");
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
        var id = sent("/learner-files?kind=verify&name=broken.xml", "text/xml", broken);

        assertThat(whenOver(id, "refused").path("remarks").findValuesAsText("code"))
                .containsExactly("xml-broken");
    }

    private String sent(String path, String type, byte[] content) {
        return system.post(path, type, content).expect(202).json().path("id").asText();
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
