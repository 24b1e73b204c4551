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

/** A file of learners by REST: sent, worked off, its answer fetched, and nobody else's. */
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
        system.post("/learner-files?kind=verify", "text/csv", "ULN\n".repeat(20_000).getBytes(StandardCharsets.UTF_8))
                .expect(202);
    }

    private com.fasterxml.jackson.databind.JsonNode whenDone(String id) {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var file = system.get("/learner-files/" + id).expect(200).json();
            if (file.path("state").asText().equals("done")) return file;
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
