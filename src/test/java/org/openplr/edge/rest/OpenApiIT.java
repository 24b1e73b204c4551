package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Server;

/**
 * The description of the interface is checked in, so that a change of it is seen where it is made. To take a change
 * over: {@code mvn verify -Dit.test=OpenApiIT -Dopenapi.update=true}.
 */
class OpenApiIT {
    private static final Path CHECKED_IN = Path.of("src/docs/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void servedDescriptionIsTheCheckedInOne() throws Exception {
        var served = Server.running()
                .rest()
                .with("Accept", "application/json")
                .get("//openapi")
                .expect(200)
                .json();

        if (Boolean.getBoolean("openapi.update"))
            Files.writeString(CHECKED_IN, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");

        assertThat(served).isEqualTo(JSON.readTree(CHECKED_IN.toFile()));
    }
}
