package org.openplr.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openplr.bench.LocalServer;

/**
 * The real server with the built WAR and the demo data, one per database for all tests of a run, started at first use.
 *
 * <p>On PostgreSQL a test may look into the database beside the server; Derby lives inside the server.
 */
public final class Server implements AutoCloseable {
    /** The servers of the tests trust this header as their proxy's: a test can come from many places. */
    public static final String CLIENT_HEADER = "X-Test-Client";

    private static final Map<Database, Server> RUNNING = new EnumMap<>(Database.class);
    /** As the development server: what is asked for a few minutes gains nothing from being compiled twice. */
    private static final List<String> COMPILED_ONCE = List.of("-XX:TieredStopAtLevel=1");

    private static final Path HOUSE = Path.of("").toAbsolutePath();
    private static final Path CONFIGURATION = HOUSE.resolve("liberty");
    private static final int MEGABYTES = 800;
    private static final Path RUNS = HOUSE.resolve("target/it");
    private static final Path INSIDE = HOUSE.resolve("target/inside");

    private final LocalServer process;
    private final @Nullable DataSource dataSource;

    private Server(LocalServer process, @Nullable DataSource dataSource) {
        this.process = process;
        this.dataSource = dataSource;
    }

    /** The server that the tests share, on Derby: it stays small, whatever they did before. */
    public static Server running() {
        var server = on(Database.DERBY);
        assertThat(server.residentMegabytes()).as("memory of the server").isLessThan(MEGABYTES);
        return server;
    }

    /** The server that the tests share, on this database. */
    public static synchronized Server on(Database database) {
        return RUNNING.computeIfAbsent(database, kind -> switch (kind) {
            case DERBY -> new Server(shared(kind, Map.of()), null);
            case POSTGRESQL -> startOnPostgres();
        });
    }

    private static LocalServer shared(Database database, Map<String, String> settings) {
        var name = database.name().toLowerCase(Locale.ROOT);
        return launch(name, settings).awaitReady();
    }

    /** A server of one test's own, fresh and ready. */
    public static Server start(String name, Map<String, String> settings) {
        return new Server(launch(name, settings).awaitReady(), null);
    }

    /** The same, with the server's configuration overridden by this {@code server.xml}. */
    public static Server start(String name, Map<String, String> settings, String override) {
        return new Server(launch(name, settings, overridden(name, override)).awaitReady(), null);
    }

    private static Server startOnPostgres() {
        var postgres = postgres();
        var settings = Map.of("db.url", postgres.getJdbcUrl("postgres", "postgres"), "db.user", "postgres");
        return new Server(shared(Database.POSTGRESQL, settings), postgres.getPostgresDatabase());
    }

    /** An empty PostgreSQL, which can count statements; it ends with the tests. */
    public static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * What the operator reads when the server refuses to start with these settings, line by line.
     *
     * @throws AssertionError if it starts
     */
    public static List<String> refusal(String name, Map<String, String> settings) {
        return refusal(launch(name, settings));
    }

    /** The same, with the server's configuration overridden by this {@code server.xml}. */
    public static List<String> refusal(String name, Map<String, String> settings, String override) {
        return refusal(launch(name, settings, overridden(name, override)));
    }

    /** A server of one test's own with another application than the one built, fresh and ready. */
    public static Server of(Path application, String name, Map<String, String> settings) {
        return new Server(launch(application, name, settings, CONFIGURATION).awaitReady(), null);
    }

    /** The application that was built and is tested. */
    public static Path application() {
        return Path.of(System.getProperty("openplr.war", "target/openplr.war")).toAbsolutePath();
    }

    private static Path overridden(String name, String override) {
        try {
            var configuration = RUNS.resolve(name + "-configuration");
            LocalServer.delete(configuration);
            LocalServer.copy(CONFIGURATION, configuration);
            var overrides = Files.createDirectories(configuration.resolve("configDropins/overrides"));
            Files.writeString(overrides.resolve("override.xml"), override);
            return configuration;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> refusal(LocalServer launched) {
        try (launched) {
            if (!launched.awaitRefusal()) throw new AssertionError("the server was not refused");
            return launched.console();
        }
    }

    private static LocalServer launch(String name, Map<String, String> settings) {
        return launch(name, settings, CONFIGURATION);
    }

    private static LocalServer launch(String name, Map<String, String> settings, Path configuration) {
        return launch(application(), name, settings, configuration);
    }

    private static LocalServer launch(Path application, String name, Map<String, String> settings, Path configuration) {
        try {
            var folder = RUNS.resolve(name);
            LocalServer.delete(folder);
            Files.createDirectories(folder);
            var runtime = Path.of(System.getProperty("openplr.wlp", "target/liberty/wlp"))
                    .toAbsolutePath();
            var parts = new LocalServer.Parts(
                    runtime, application, configuration, runtime.resolve("usr/shared/resources/jdbc"));
            var all = new LinkedHashMap<>(Map.of(
                    "openplr.demo.folder",
                    HOUSE.resolve("config/demo").toString(),
                    "openplr.client-address-header",
                    CLIENT_HEADER));
            all.putAll(settings);
            return LocalServer.launch(parts, folder, all, COMPILED_ONCE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The key that signs the tokens of this server, made for development: what it would say itself can be said. */
    public ECPrivateKey tokenKey() {
        try (var in = Files.newInputStream(process.data().resolve("secrets.properties"))) {
            var secrets = new Properties();
            secrets.load(in);
            var encoded = secrets.getProperty("openplr.key.token").split(":", -1)[1];
            var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(key);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Where it listens; links that the server makes begin with it. */
    public URI base() {
        return process.base();
    }

    /** The port on which it listens for TLS. */
    public int securePort() {
        return process.securePort();
    }

    /** A client that nobody has signed in. */
    public Rest rest() {
        return new Rest(base());
    }

    /** The database beside the server; PostgreSQL only. */
    public DataSource dataSource() {
        if (dataSource == null) throw new IllegalStateException("Derby lives inside the server: use PostgreSQL");
        return dataSource;
    }

    /** What the operator sees. */
    public List<String> console() {
        return process.console();
    }

    /** The first line of the console with this text, waited for. */
    public String awaitLine(String text) {
        if (!process.awaitLine(text)) throw new AssertionError("no line says " + text);
        return console().stream()
                .filter(line -> line.contains(text))
                .findFirst()
                .orElseThrow();
    }

    /** Memory that the server's process holds, in megabytes. */
    public long residentMegabytes() {
        return process.residentMegabytes();
    }

    /** Every line that the server has written: console, messages, traces and first-failure reports. */
    public List<String> logLines() {
        return logLines(process.folder());
    }

    /** Every line that any server of this run has written, that of the tests inside a server too. */
    public static List<String> allLogLines() {
        var lines = new ArrayList<>(logLines(RUNS));
        if (Files.isDirectory(INSIDE)) lines.addAll(logLines(INSIDE));
        return lines;
    }

    private static List<String> logLines(Path folder) {
        try (var files = Files.walk(folder)) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList())
                if (isLog(file))
                    lines.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
            return lines;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isLog(Path file) {
        var logs = File.separator + "logs" + File.separator;
        return file.endsWith("console.log") || file.toString().contains(logs);
    }

    @Override
    public void close() {
        process.close();
    }
}
