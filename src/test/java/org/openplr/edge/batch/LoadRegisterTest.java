package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.platform.Standalone;

/** What the tool does, in a data folder of its own and without a server. */
class LoadRegisterTest {
    @TempDir
    Path data;

    @BeforeEach
    void ownFolder() {
        System.setProperty("openplr.data", data.resolve("new").toString());
    }

    @AfterEach
    void nobodysFolder() {
        System.clearProperty("openplr.data");
        System.clearProperty("db.url");
    }

    @Test
    void whatWasLoadedIsThereTheNextTime() {
        try (var house = Standalone.open()) {
            assertThat(load(house).created()).isEqualTo(25 + 14 + 15 + 50 + 54 + 4);
        }
        try (var house = Standalone.open()) {
            assertThat(load(house).unchanged()).isEqualTo(25 + 3 + 14 + 15 + 50 + 54 + 4);
        }
    }

    @Test
    void databaseThatCannotBeReachedIsOneLine() {
        System.setProperty("db.url", "jdbc:postgresql://localhost:1/none");

        assertThatThrownBy(Standalone::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("db.url cannot be opened");
    }

    private static ImportReport load(Standalone house) {
        return house.call(() -> house.service(RegisterImport.class).load(Path.of("config/demo")));
    }
}
