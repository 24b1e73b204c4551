package org.openplr.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * An Open Liberty of one's own, in a folder of its own and on free ports, so that no other server is disturbed.
 *
 * <p>It runs what people run: the configuration of {@code liberty/}, the drivers, the built application. Closing it
 * stops the process; its folder stays for whoever wants to read the logs.
 */
public final class LocalServer implements AutoCloseable {
    private static final String NAME = "openplr";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * What a server is made of.
     *
     * @param runtime the unpacked Open Liberty
     * @param application the WAR, as a file or as a folder
     * @param configuration the folder with {@code server.xml}
     * @param drivers the folder with the JDBC drivers
     */
    public record Parts(Path runtime, Path application, Path configuration, Path drivers) {}

    private final Path folder;
    private final Process process;
    private final int port;

    private final int securePort;

    private LocalServer(Path folder, Process process, int port, int securePort) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.securePort = securePort;
    }

    /**
     * Starts the process and returns at once.
     *
     * @param folder where configuration, logs and, unless a setting says otherwise, data go; emptied but for the data
     * @param settings what the settings table of the README lists, by name
     */
    public static LocalServer launch(Parts parts, Path folder, Map<String, String> settings) {
        return launch(parts, folder, settings, List.of());
    }

    /**
     * The same with options of the virtual machine.
     *
     * @param options besides those of the configuration's {@code jvm.options}
     */
    public static LocalServer launch(Parts parts, Path folder, Map<String, String> settings, List<String> options) {
        try {
            var port = freePort();
            var securePort = freePort();
            var home = folder.resolve("servers").resolve(NAME);
            delete(folder.resolve("servers"));
            copy(parts.configuration(), home);
            copy(parts.drivers(), folder.resolve("shared/resources/jdbc"));
            copy(parts.application(), home.resolve("apps/openplr.war"));
            var all = new Properties();
            all.setProperty("http.port", String.valueOf(port));
            all.setProperty("https.port", String.valueOf(securePort));
            all.setProperty("openplr.data", folder.resolve("data").toString());
            all.setProperty("openplr.public-url", "http://localhost:" + port);
            all.putAll(settings);
            try (var out = Files.newBufferedWriter(home.resolve("bootstrap.properties"))) {
                all.store(out, null);
            }
            var console = folder.resolve("console.log").toFile();
            var builder = new ProcessBuilder(command(parts, home, options))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console);
            builder.environment().put("WLP_USER_DIR", folder.toString());
            builder.environment().put("keystore_password", "for-this-run-only");
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new LocalServer(folder, process, port, securePort);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The launcher's own arguments, without its shell script: the process is the server, on every platform. */
    private static List<String> command(Parts parts, Path home, List<String> options) throws IOException {
        var tools = parts.runtime().resolve("bin/tools");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(home.resolve("jvm.options")));
        command.addAll(options);
        command.addAll(options(parts.runtime().resolve("lib/platform/java/java9.options")));
        command.add("-javaagent:" + tools.resolve("ws-javaagent.jar"));
        command.addAll(List.of("-jar", tools.resolve("ws-server.jar").toString(), NAME));
        return command;
    }

    private static List<String> options(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    /**
     * Waits until the server answers that it is ready.
     *
     * @throws IllegalStateException with the console's last lines if it does not
     */
    public LocalServer awaitReady() {
        return awaitAnswer("/health/ready", PATIENCE);
    }

    /**
     * Waits until this answers with 200.
     *
     * @throws IllegalStateException with the console's last lines if it does not
     */
    LocalServer awaitAnswer(String place, Duration patience) {
        try (var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(base().resolve(place))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < end && !failed()) {
                if (status(client, question) == 200) return this;
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var lines = console();
        close();
        throw new IllegalStateException("the server in " + folder + " does not answer " + place + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
    }

    private static int status(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** Waits until the server has refused to start, and tells whether it did. */
    public boolean awaitRefusal() {
        return await(this::failed);
    }

    /** Waits until a line of the console contains this text, and tells whether one does. */
    public boolean awaitLine(String text) {
        return await(() -> console().stream().anyMatch(line -> line.contains(text)));
    }

    private boolean await(BooleanSupplier condition) {
        try {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end && process.isAlive() && !condition.getAsBoolean())
                process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return condition.getAsBoolean();
    }

    private boolean failed() {
        return !process.isAlive()
                || console().stream().anyMatch(line -> line.contains("CWWKZ0002E") || line.contains("CWWKZ0012I"));
    }

    /** Where it listens. */
    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** The port on which it listens for TLS. */
    public int securePort() {
        return securePort;
    }

    /** All that the operator sees, line by line. */
    public List<String> console() {
        return lines(folder.resolve("console.log"));
    }

    /** Its data, unless a setting says otherwise. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where it runs: its console, beneath its logs, and its data. */
    public Path folder() {
        return folder;
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** Processor time that the server has used since its start. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that the process holds, in megabytes; Linux tells it in /proc, elsewhere {@code ps} does. */
    public long residentMegabytes() {
        var status = Path.of("/proc", String.valueOf(pid()), "status");
        try {
            if (Files.exists(status))
                return lines(status).stream()
                                .filter(line -> line.startsWith("VmRSS:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .findFirst()
                                .orElse(0)
                        / 1024;
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid())).start();
            return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip())
                    / 1024;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Copies a file, or a folder with all that is in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a folder with all that is in it; nothing happens where there is none. */
    public static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }
}
