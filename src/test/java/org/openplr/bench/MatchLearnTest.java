package org.openplr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.learner.RegisterSample;
import org.openplr.matching.Weights;
import org.openplr.platform.Standalone;

class MatchLearnTest {
    @TempDir
    private Path folder;

    @AfterEach
    void nobodysDatabase() {
        List.of("openplr.data", "db.url").forEach(System::clearProperty);
    }

    /** People, each third of whom is there twice, with another gender. */
    private Path register() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("id,givenName,familyName,dateOfBirth,gender,postcode,previousFamilyName");
        new MakePopulation(NameBook.of(Optional.empty(), 100), 5, 600)
                .make(
                        one -> {
                            var id = Integer.toString(lines.size());
                            lines.add(line(id, one, one.gender()));
                            if (lines.size() % 3 == 0) lines.add(line(id + "-2", one, 3 - one.gender()));
                            return id;
                        },
                        new StringWriter(),
                        0);
        return Files.write(folder.resolve("register.csv"), lines);
    }

    private static String line(String id, Someone one, int gender) {
        return String.join(
                ",",
                id,
                one.givenName(),
                one.familyName(),
                one.dateOfBirth().toString(),
                Integer.toString(gender),
                one.postcode(),
                "");
    }

    @Test
    void theRegisterTellsWhatAgreesOfThoseWhoAreThereTwice() throws IOException {
        System.setProperty("openplr.data", folder.toString());
        System.setProperty("db.url", "jdbc:derby:memory:match-learn;create=true");
        try (var house = Standalone.open()) {
            new MatchEval(house, new PrintWriter(new StringWriter())).fill(register());

            var table = house.call(
                    () -> house.service(RegisterSample.class).estimated(Weights.ours(), 1_000, new Random(1)));

            assertThat(cell(table, "GENDER,DIFFERENT", 2)).isGreaterThan(0.3);
            assertThat(cell(table, "GENDER,DIFFERENT", 3)).isEqualTo(0.33);
            assertThat(cell(table, "GENDER,EXACT", 5)).isBetween(0.45, 0.55);
            assertThat(cell(table, "PRIOR,", 2)).isEqualTo(0.9);
        }
    }

    private static double cell(List<String> table, String row, int column) {
        var line = table.stream().filter(one -> one.startsWith(row)).findFirst().orElseThrow();
        return Double.parseDouble(line.split(",", 7)[column]);
    }
}
