package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Server;

/**
 * The description of the interface is checked in, so that a change of it is seen where it is made. To take a change
 * over: {@code mvn verify -Dit.test=OpenApiIT -Dopenapi.update=true}, then build again, for the
 * server tells what was packaged.
 */
class OpenApiIT {
    private static final Path CHECKED_IN = Path.of("src/docs/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What finds the description in the classes; the server that people meet does not. */
    private static final Map<String, String> FOUND_ANEW =
            Map.of("mp.openapi.scan.disable", "false", "mp.openapi.filter", Description.class.getName());

    @Test
    void theCheckedInDescriptionIsWhatTheClassesSay() throws IOException {
        try (var server = Server.of(withoutDescription(), "describing", FOUND_ANEW)) {
            var found = Documented.of(description(server));

            if (Boolean.getBoolean("openapi.update"))
                Files.writeString(
                        CHECKED_IN, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(found) + "\n");

            assertThat(found).isEqualTo(checkedIn());
        }
    }

    @Test
    void theServerTellsTheCheckedInDescription() throws IOException {
        assumeFalse(Boolean.getBoolean("openapi.update"), "the next build packages what is checked in now");

        assertThat(description(Server.running())).isEqualTo(checkedIn());
    }

    /** A vendor reads of every call what it does. */
    @Test
    void everyCallSaysWhatItDoes() throws IOException {
        var silent = new ArrayList<String>();
        checkedIn()
                .required("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    if (call.getValue().path("summary").asText().isBlank())
                        silent.add(call.getKey() + " " + path.getKey());
                }));

        assertThat(silent).isEmpty();
    }

    private static JsonNode description(Server server) {
        return server.rest()
                .with("Accept", "application/json")
                .get("//openapi")
                .expect(200)
                .json();
    }

    private static JsonNode checkedIn() throws IOException {
        return JSON.readTree(CHECKED_IN.toFile());
    }

    /** The application as it was built, but for the description that it brings along. */
    private static Path withoutDescription() throws IOException {
        var copy = Files.createDirectories(Path.of("target/it")).resolve("undescribed.war");
        Files.deleteIfExists(copy);
        Files.copy(Server.application(), copy);
        try (var war = FileSystems.newFileSystem(copy)) {
            Files.delete(war.getPath("WEB-INF/classes/META-INF/openapi.json"));
        }
        return copy.toAbsolutePath();
    }
}
