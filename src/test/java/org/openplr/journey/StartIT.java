package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.platform.Secrets;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;
import org.openplr.testing.Server;

class StartIT {
    @OnBothDatabases
    void startsByTheSettingsAlone(Database database) {
        var answer = Server.on(database).rest().send("GET", "//health/ready", noBody());

        answer.expect(200);
        assertThat(answer.json().required("status").asText()).isEqualTo("UP");
    }

    @Test
    void theLastLineOfTheConsoleSaysWhereToGo() {
        var server = Server.running();

        var line = server.awaitLine("OpenPLR is ready");

        assertThat(line).contains("open " + server.base() + "/ and sign in as ");
        var console = server.console();
        var start = console.subList(0, console.indexOf(line) + 1);
        assertThat(start.get(start.size() - 2)).as("the server's own last line").contains("CWWKF0011I");
        assertThat(start).noneMatch(each -> each.startsWith("\tat "));
    }

    @Test
    void productionWithoutSecretsIsRefusedWithTheirNames() {
        var line = firstComplaint(Server.refusal(
                "production-without-secrets",
                Map.of("openplr.profile", "production", "openplr.demo", "false", "openplr.public-url", "")));

        assertThat(line).contains("missing").contains(Secrets.names()).contains("openplr.public-url");
    }

    @Test
    void demoDataInProductionIsRefused() {
        var line = firstComplaint(Server.refusal(
                "production-with-demo", Map.of("openplr.profile", "production", "openplr.demo", "true")));

        assertThat(line).contains("openplr.demo=true is refused with openplr.profile=production");
    }

    @Test
    void aFirstStartThatIsInterruptedLeavesNothingInTheWayOfTheNext(@TempDir Path folder) throws IOException {
        var demo = Path.of("config/demo");
        try (var files = Files.list(demo)) {
            for (var file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.writeString(folder.resolve("accounts.csv"), "");
        try (var postgres = Server.postgres()) {
            var database = Map.of("db.url", postgres.getJdbcUrl("postgres", "postgres"), "db.user", "postgres");
            var broken = new HashMap<>(database);
            broken.put("openplr.demo.folder", folder.toString());
            Server.refusal("first-start-interrupted", broken);

            try (var again = Server.start("first-start-again", database)) {
                again.rest().signIn("sian").get("/me/record").expect(200);
            }
        }
    }

    @Test
    void anUnknownDatabaseIsRefused() {
        var console = Server.refusal("unknown-database", Map.of("db.url", "jdbc:oracle:thin:@nowhere"));

        // The server looks for a driver before the application is asked, and complains first; the last word is ours.
        assertThat(console.stream()
                        .filter(line -> line.contains("ERROR"))
                        .toList()
                        .getLast())
                .contains("OpenPLR cannot start: db.url has to begin with jdbc:derby: or jdbc:postgresql:");
    }

    @Test
    void anUnreachableDatabaseIsRefused() {
        var line = firstComplaint(
                Server.refusal("unreachable-database", Map.of("db.url", "jdbc:postgresql://localhost:1/nothing")));

        assertThat(line).contains("the database of db.url cannot be reached");
    }

    @Test
    void anotherDatabaseThanTheConfiguredOneIsRefused() {
        var derby = "<server><dataSource id='openplr'><properties"
                + " URL='jdbc:derby:memory:other;create=true'/></dataSource></server>";
        var line = firstComplaint(
                Server.refusal("another-database", Map.of("db.url", "jdbc:postgresql://localhost/openplr"), derby));

        assertThat(line).contains("db.url names PostgreSQL but the server is connected to Apache Derby");
    }

    /** The first thing on the console that is not in order: it has to be our line, before any stack trace. */
    private static String firstComplaint(List<String> console) {
        return console.stream()
                .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.startsWith("\tat "))
                .findFirst()
                .filter(line -> line.contains("OpenPLR cannot start: "))
                .orElseThrow(() -> new AssertionError("no clear line comes first:\n" + String.join("\n", console)));
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.noBody();
    }
}
