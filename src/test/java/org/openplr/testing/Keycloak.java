package org.openplr.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openplr.bench.LocalServer;

/**
 * A real Keycloak on this machine, as the build has unpacked it, with one realm and everything in memory. Preparing it
 * (its own build step, once for each unpacking) and starting it go on beside whatever else a test does.
 */
public final class Keycloak implements AutoCloseable {
    private static final Path HOME = Path.of("target", "keycloak").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final int port;
    private final CompletableFuture<Void> prepared;
    private volatile @Nullable Process process;

    private Keycloak(int port) {
        this.port = port;
        this.prepared = CompletableFuture.runAsync(Keycloak::prepare);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Begins to prepare one, on a free port. */
    public static Keycloak prepared() {
        try {
            return new Keycloak(LocalServer.freePort());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String issuer() {
        return "http://localhost:" + port + "/realms/learners";
    }

    private static Path home() {
        try (var inside = Files.list(HOME)) {
            return inside.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Keycloak in " + HOME));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void prepare() {
        try {
            var done = home().resolve("prepared");
            if (Files.exists(done)) return;
            var built = run(List.of("build", "--db=dev-mem", "--health-enabled=false", "--metrics-enabled=false"));
            if (built.waitFor() != 0) throw new IllegalStateException("Keycloak was not prepared: " + log());
            Files.createFile(done);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to start it, for a server of ours at this address. */
    public CompletableFuture<Void> start(URI base) {
        return prepared.thenRunAsync(() -> {
            try {
                var realm = Files.readString(Path.of("src/test/resources/keycloak-realm.json"))
                        .replace("@BASE@", base.toString());
                Files.writeString(
                        Files.createDirectories(home().resolve("data/import")).resolve("learners-realm.json"), realm);
                var started = run(List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port));
                process = started;
                awaitReady(started);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static Process run(List<String> arguments) throws IOException {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<String>();
        command.add(home().resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        HOME.resolve("console.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
                                + " -Djava.net.preferIPv4Stack=true -Duser.timezone=UTC");
        return builder.start();
    }

    private void awaitReady(Process started) {
        try (var client = HttpClient.newHttpClient()) {
            var ready = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end && started.isAlive()) {
                if (isReady(client, ready)) return;
                started.waitFor(300, TimeUnit.MILLISECONDS);
            }
            throw new IllegalStateException("Keycloak did not start: " + log());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest ready) throws InterruptedException {
        try {
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String log() {
        try {
            var lines = Files.readAllLines(HOME.resolve("console.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException none) {
            return "no log";
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running == null) return;
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
    }
}
