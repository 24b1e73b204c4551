package org.openplr.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.bench.LearnerLines.Line;
import org.openplr.platform.Standalone;

/**
 * The benchmark: {@code mvn -q compile exec:exec@bench}, with {@code -Dlearners=}, {@code -Dseconds=}, {@code -Dwarm=} and
 * {@code -Dfinds=} for another size, {@code -Dlines=f,g,…} for some of the lines, {@code -Ddatabases=derby} or
 * {@code postgresql} for one of the two, {@code -Dnames=FOLDER} for people with real names, and {@code -Dpg.url=},
 * {@code -Dpg.user=}, {@code -Dpg.password=} for a PostgreSQL of one's own, which has to be empty; without it an embedded one
 * is started.
 *
 * <p>On each database it loads the population, waits for the month's statistics and warms the server. What learners and
 * those they share with ask, eight clients ask for so many seconds; what organisations ask of the register, and long records, one
 * client so many times; files one after the other.
 */
public final class Bench {
    private static final String ALL = "a,t,b,c,k,d,e,i,l,f,g,h,j,p,q,r,v,m";
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration COUNTING = Duration.ofHours(1);
    private static final int CLIENTS = 8;

    private final PrintWriter out;
    private final Path folder = Path.of("target/bench").toAbsolutePath();
    private final int learners = number("learners", 100_000);
    private final int finds = number("finds", 2_000);
    private final Duration warm = Duration.ofSeconds(number("warm", 66));
    private final Duration measured = Duration.ofSeconds(number("seconds", 15));
    private final List<String> lines =
            List.of(Standalone.setting("lines").orElse(ALL).split(",", -1));

    private Bench(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (var out = Standalone.output()) {
            var bench = new Bench(out);
            var runtime = Runtime.getRuntime();
            var databases = Standalone.setting("databases").orElse("derby,postgresql");
            out.printf(
                    "%d processors, Java %s, %s %s; clients on the same machine%n",
                    runtime.availableProcessors(),
                    Runtime.version().feature(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"));
            if (databases.contains("derby")) bench.measure("Derby", Map.of());
            if (!databases.contains("postgresql")) return;
            var given = Standalone.setting("pg.url");
            if (given.isPresent()) {
                bench.measure("PostgreSQL", settings(given.get(), "openplr"));
            } else {
                try (var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "2GB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start()) {
                    bench.measure("PostgreSQL", settings(postgres.getJdbcUrl("postgres", "postgres"), "postgres"));
                }
            }
        }
    }

    private static Map<String, String> settings(String url, String user) {
        return Map.of(
                "db.url", url,
                "db.user", Standalone.setting("pg.user").orElse(user),
                "db.password", Standalone.setting("pg.password").orElse(""));
    }

    private static int number(String setting, int otherwise) {
        return Standalone.setting(setting).map(Integer::parseInt).orElse(otherwise);
    }

    private boolean wants(String letter) {
        return lines.contains(letter);
    }

    /** What stands ready in the database before the server starts. */
    private record Ready(
            Crowd crowd,
            LearnerLines learnerLines,
            @Nullable RecordLines recordLines) {}

    private void measure(String database, Map<String, String> databaseSettings) throws IOException {
        var place = folder.resolve(database);
        LocalServer.delete(place);
        Files.createDirectories(place);
        var settings = new LinkedHashMap<>(databaseSettings);
        settings.put("openplr.data", place.resolve("data").toString());
        settings.forEach(System::setProperty);
        var ready = load(database);
        settings.put("openplr.demo", "false");
        settings.put("openplr.bench", "true");
        try (var server =
                LocalServer.launch(Parts.made(folder), place, settings).awaitReady()) {
            settle(server);
            var recordLines = ready.recordLines;
            if (recordLines != null) measure(server, recordLines);
            measureRegister(server, ready);
            out.printf("the server holds %d MB%n", server.residentMegabytes());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** Counting this month's statistics takes a processor to itself for a while: once a month, and here before all else. */
    private void settle(LocalServer server) {
        var begin = System.nanoTime();
        server.awaitAnswer("/api/v1/statistics", COUNTING);
        out.printf("this month's statistics counted in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private Ready load(String database) throws IOException {
        var names = Standalone.setting("names").map(Path::of);
        var book = NameBook.of(names, 1_000 + learners / MakePopulation.PEOPLE_A_STREET);
        try (var house = Standalone.open()) {
            var begin = System.nanoTime();
            var crowd = Crowd.load(house, book, learners);
            out.printf(
                    "%n%s: %,d learners with their keys and ten events each, loaded in %.0f s%n",
                    database, learners, (System.nanoTime() - begin) / 1e9);
            var register = new LearnerLines(crowd, finds, this::wants);
            Systems.open(house, register.systems());
            if (wants("m")) Systems.openAwarding(house);
            var records = lines.stream().anyMatch("atbckdeil"::contains);
            weigh(house, crowd);
            return new Ready(crowd, register, records ? RecordLines.open(house, crowd) : null);
        }
    }

    /** How many candidates the finds will weigh, which no answer tells. */
    private void weigh(Standalone house, Crowd crowd) {
        var some = new ArrayList<Someone>();
        for (var i = 0; i < finds; i++) some.add(crowd.member(finds + i).one());
        if (wants("g")) print("(g)", Crowd.weighed(house, some));
        if (wants("h"))
            print("(h)", Crowd.weighed(house, some.stream().map(crowd::mistyped).toList()));
        if (wants("j"))
            print(
                    "(j)",
                    Crowd.weighed(
                            house,
                            crowd.frequent().stream().map(Crowd.Member::one).toList()));
    }

    private void print(String letter, Spread weighed) {
        out.printf(
                "%s candidates weighed: mean %.1f, p99 %d, most %d%n",
                letter, weighed.mean(), weighed.at(0.99), weighed.most());
    }

    private void measure(LocalServer server, RecordLines recordLines) throws IOException {
        var requests = recordLines.lines(server).stream()
                .filter(one -> wants(one.letter()))
                .toList();
        if (requests.isEmpty()) return;
        var load = new Load(server, CLIENTS);
        var turn = warm.dividedBy(requests.size());
        for (var one : requests) load.run(one.unit(), turn);
        var figures = new LinkedHashMap<Measured, Figures>();
        for (var one : requests) {
            load.run(one.unit(), SETTLING);
            figures.put(one, load.run(one.unit(), measured));
        }
        print(CLIENTS + " clients", figures);
    }

    private void measureRegister(LocalServer server, Ready ready) throws IOException {
        var systems = Systems.signIn(server, ready.learnerLines.systems());
        var sender = systems.take(2);
        var some = ready.learnerLines.lines(systems);
        var load = new Load(server, 1);
        for (var one : some) load.run(one.measured().unit(), 0, one.count());
        var figures = new LinkedHashMap<Measured, Figures>();
        var recordLines = ready.recordLines;
        if (recordLines != null && wants("l")) {
            var record = recordLines.longRecord(server);
            load.run(record.unit(), 0, finds);
            figures.put(record, load.run(record.unit(), finds, finds));
        }
        for (var one : some) figures.put(one.measured(), measured(load, one));
        if (!figures.isEmpty()) print("1 client", figures);
        var files = new FileLines(ready.crowd, server, out);
        if (wants("r")) files.register(sender.getFirst(), 0);
        if (wants("v")) files.verify(sender.getLast());
        if (wants("m")) files.achievements(Systems.awarding(server));
    }

    private static Figures measured(Load load, Line line) {
        return load.run(line.measured().unit(), line.count(), line.count());
    }

    private void print(String who, Map<Measured, Figures> figures) {
        out.printf("%-30s %11s %9s %9s %12s %7s%n", who, "a second", "p50 ms", "p99 ms", "CPU µs each", "failed");
        figures.forEach((one, f) -> out.printf(
                "%-30s %,11.0f %9.2f %9.2f %12.0f %7d  %s%n",
                "(" + one.letter() + ") " + one.name(),
                f.perSecond(),
                f.median(),
                f.slowest(),
                f.processor(),
                f.failed(),
                ratio(one, f, figures).orElse("")));
    }

    private static Optional<String> ratio(Measured one, Figures figures, Map<Measured, Figures> all) {
        return all.entrySet().stream()
                .filter(other -> other.getKey().letter().equals(one.against()))
                .map(other -> "%.3f × (%s)"
                        .formatted(figures.perSecond() / other.getValue().perSecond(), one.against()))
                .findFirst();
    }
}
