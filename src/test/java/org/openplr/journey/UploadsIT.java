package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** A file of learners that a system sends in parts, over a line that breaks. */
class UploadsIT {
    private final Rest anyone = Server.running().rest();
    private final Rest system = anyone.system("harrowmere-mis");

    private static String digest(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private Rest.Answer append(Rest who, String id, int offset, byte[] part) {
        return who.with("Upload-Offset", Integer.toString(offset))
                .with("Content-Type", "application/partial-upload")
                .send("PATCH", "/learner-uploads/" + id, BodyPublishers.ofByteArray(part));
    }

    private static byte[] part(byte[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    private Rest.Answer begin(byte[] file, String digest) {
        return system.post("/learner-uploads", """
            {"kind": "verify", "name": "parts.csv", "size": %d, "sha256": "%s"}\
            """.formatted(file.length, digest));
    }

    @Test
    void theFileIsTakenInWhenItIsWholeWhateverBrokeBefore() throws Exception {
        var file = ("ULN,GivenName,FamilyName,MISIdentifier\n"
                        + "123,A,%s,1\n".formatted(UUID.randomUUID()).repeat(5_000))
                .getBytes(StandardCharsets.UTF_8);
        var begun = begin(file, digest(file)).expect(201);
        var id = begun.json().path("id").asText();
        assertThat(begun.header("Location").orElseThrow()).endsWith("/learner-uploads/" + id);

        append(system, id, 0, part(file, 0, 100_000)).expect(204);
        var twice = append(system, id, 0, part(file, 0, 100_000)).expect(409);
        assertThat(twice.header("Upload-Offset")).contains("100000");
        append(anyone.signIn("larkwell"), id, 100_000, part(file, 100_000, 100_001))
                .expect(404);
        append(anyone, id, 100_000, part(file, 100_000, 100_001)).expect(401);
        var asked = system.get("/learner-uploads/" + id).expect(200);
        assertThat(asked.json().path("received").asInt()).isEqualTo(100_000);
        assertThat(asked.header("Upload-Complete")).contains("?0");

        var last = append(system, id, 100_000, part(file, 100_000, file.length)).expect(202);

        assertThat(last.header("Upload-Complete")).contains("?1");
        assertThat(last.json().path("kind").asText()).isEqualTo("verify");
        system.get("/learner-files/" + last.json().path("id").asText()).expect(200);
        system.get("/learner-uploads/" + id).expect(404);
        begin(file, digest(file)).expect(200);
    }

    @Test
    void anotherDigestAndAPartTooLongAreRefused() {
        var file = "ULN,GivenName,FamilyName\n1,A,B\n".getBytes(StandardCharsets.UTF_8);
        var id = begin(file, "0".repeat(64)).expect(201).json().path("id").asText();

        append(system, id, 0, new byte[file.length + 1]).expect(422);
        append(system, id, 0, file).expect(422);

        system.get("/learner-uploads/" + id).expect(404);
        begin(file, "none").expect(422);
        system.with("Content-Type", "application/partial-upload")
                .send("PATCH", "/learner-uploads/" + UUID.randomUUID(), BodyPublishers.ofByteArray(file))
                .expect(404);
    }
}
