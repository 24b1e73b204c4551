package org.openplr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.openplr.bench.Load.Figures;
import org.openplr.identity.AccountKind;
import org.openplr.identity.Accounts;
import org.openplr.identity.DemoClients;
import org.openplr.identity.NewAccount;
import org.openplr.identity.Sessions;
import org.openplr.identity.SignIn;
import org.openplr.identity.Welcome;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Standalone;

/**
 * The benchmark: {@code mvn -q compile exec:exec@bench}, with {@code -Dlearners=}, {@code -Dseconds=}, {@code -Dwarm=}
 * for another size, and {@code -Dpg.url=}, {@code -Dpg.user=}, {@code -Dpg.password=} for a PostgreSQL of one's own,
 * which has to be empty; without it an embedded one is started.
 *
 * <p>On each database it loads the population, warms the server, and measures every request for the same time, five seconds after it began.
 */
public final class Bench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SYSTEM = "bench-system";
    private static final String PASSWORD = "forty-two-otters-measure-speed";
    private static final int PEOPLE = 64;
    private static final int SHARES_EACH = 10;
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final Path folder = Path.of("target/bench").toAbsolutePath();
    private final int learners = number("learners", 100_000);
    private final Duration warm = Duration.ofSeconds(number("warm", 66));
    private final Duration measured = Duration.ofSeconds(number("seconds", 15));

    private Bench(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (var out = Standalone.output()) {
            var bench = new Bench(out);
            var runtime = Runtime.getRuntime();
            out.printf(
                    "%d processors, Java %s, %s %s; 8 clients on the same machine%n",
                    runtime.availableProcessors(),
                    Runtime.version().feature(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"));
            bench.measure("Derby", Map.of());
            var given = Standalone.setting("pg.url");
            if (given.isPresent()) {
                bench.measure("PostgreSQL", settings(given.get(), "openplr"));
            } else {
                try (var postgres = EmbeddedPostgres.builder().start()) {
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

    private void measure(String database, Map<String, String> databaseSettings) throws IOException {
        var place = folder.resolve(database);
        LocalServer.delete(place);
        Files.createDirectories(place);
        var settings = new LinkedHashMap<>(databaseSettings);
        settings.put("openplr.data", place.resolve("data").toString());
        settings.forEach(System::setProperty);
        var cookies = load(database);
        settings.put("openplr.demo", "false");
        settings.put("openplr.bench", "true");
        try (var server =
                LocalServer.launch(Parts.made(folder), place, settings).awaitReady()) {
            measure(server, cookies);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** Loads the population and opens accounts for some of them; returns their session cookies. */
    private List<String> load(String database) throws IOException {
        try (var house = Standalone.open()) {
            var begin = System.nanoTime();
            var numbers = new ArrayList<Uln>();
            var book = NameBook.of(
                    Standalone.setting("names").map(Path::of), 1_000 + learners / MakePopulation.PEOPLE_A_STREET);
            try (var population = new Population(house, 2611)) {
                new MakePopulation(book, 2611, learners)
                        .make(
                                one -> {
                                    var uln = population.add(one);
                                    numbers.add(uln);
                                    return uln.digits();
                                },
                                Writer.nullWriter(),
                                0);
                population.finish();
            }
            out.printf("%n%s: %,d learners with ten events each, loaded in %.0f s%n", database, learners, since(begin));
            Yardstick.prepare(house);
            var accounts = new ArrayList<NewAccount>();
            for (var i = 0; i < PEOPLE; i++) accounts.add(account(i, numbers.get(i * (learners / PEOPLE))));
            house.call(() -> house.service(Accounts.class).openAll(accounts));
            house.call(() -> house.service(DemoClients.class).openAll(List.of(system())));
            return accounts.stream().map(account -> cookie(house, account)).toList();
        }
    }

    private static NewAccount account(int index, Uln uln) {
        return new NewAccount(AccountKind.LEARNER, "bench-" + index, PASSWORD, uln, null, Set.of(Role.LEARNER));
    }

    private static NewAccount system() {
        return new NewAccount(
                AccountKind.CLIENT, SYSTEM, PASSWORD, null, new Ukprn("10000001"), Set.of(Role.REGISTRATION_BATCH));
    }

    private static String cookie(Standalone house, NewAccount account) {
        return house.call(() -> {
            var outcome = house.service(SignIn.class).with(account.username(), PASSWORD, "", "bench");
            if (!(outcome instanceof Welcome welcome)) throw new IllegalStateException("refused: " + outcome);
            return house.service(Sessions.class).begin(welcome, "bench").secret();
        });
    }

    private void measure(LocalServer server, List<String> cookies) throws IOException {
        var bearers = new ArrayList<String>();
        var secrets = new ArrayList<String>();
        var size = 0;
        try (var wire = new Wire(server.base())) {
            for (var i = 0; i < PEOPLE; i++) {
                var bearer = "Authorization: Bearer " + signIn(wire, i) + "\r\n";
                bearers.add(bearer);
                for (var s = 0; s < SHARES_EACH; s++) secrets.add(share(wire, bearer));
            }
            size = wire.send(Wire.request("GET", "/api/v1/me/record", bearers.getFirst(), ""), true)
                    .body()
                    .length();
        }
        var requests = requests(bearers, secrets, cookies, size);
        var load = new Load(server);
        var turn = warm.dividedBy(requests.size());
        for (var one : requests) load.run(one.request, turn);
        var figures = new LinkedHashMap<Measured, Figures>();
        for (var one : requests) {
            load.run(one.request, SETTLING);
            figures.put(one, load.run(one.request, measured));
        }
        print(figures, server);
    }

    /**
     * A request that is measured.
     *
     * @param letter by which others are compared with it
     * @param against the letter of the one it is compared with; empty for none
     */
    private record Measured(String letter, String name, String against, IntFunction<byte[]> request) {
        Measured(String letter, String name, String against, List<byte[]> inTurn) {
            this(letter, name, against, i -> inTurn.get(i % inTurn.size()));
        }
    }

    private static List<Measured> requests(List<String> bearers, List<String> secrets, List<String> cookies, int size) {
        var json = "Content-Type: application/json\r\n";
        var constant = Wire.request("GET", "/api/v1/yardstick?size=1024", "", "");
        var insert = Wire.request("POST", "/api/v1/yardstick", json, "{}");
        return List.of(
                new Measured("a", "constant of 1 KB", "", List.of(constant)),
                new Measured("t", "the same with a token", "a", with(bearers, "/api/v1/yardstick/mine?size=1024")),
                new Measured("b", "insert and commit", "", List.of(insert)),
                new Measured(
                        "c",
                        "open a share",
                        "b",
                        secrets.stream()
                                .map(secret -> Wire.request("POST", "/api/v1/shares/open", json, opening(secret)))
                                .toList()),
                new Measured("k", "constant, record's size", "", with(bearers, "/api/v1/yardstick/mine?size=" + size)),
                new Measured("d", "own record", "k", with(bearers, "/api/v1/me/record")),
                new Measured(
                        "e",
                        "learner's home page",
                        "a",
                        with(
                                cookies.stream()
                                        .map(cookie -> "Cookie: openplr-session=" + cookie + "\r\n")
                                        .toList(),
                                "/learner/")),
                new Measured("i", "issue a token to a system", "b", List.of(tokenRequest())));
    }

    private static List<byte[]> with(List<String> headers, String path) {
        return headers.stream()
                .map(header -> Wire.request("GET", path, header, ""))
                .toList();
    }

    private static byte[] tokenRequest() {
        var form = "grant_type=client_credentials&client_id=" + SYSTEM + "&client_secret=" + PASSWORD;
        return Wire.request("POST", "/api/v1/token", "Content-Type: application/x-www-form-urlencoded\r\n", form);
    }

    private static String opening(String secret) {
        return JSON.createObjectNode()
                .put("secret", secret)
                .set(
                        "viewer",
                        JSON.createObjectNode()
                                .put("organisation", "A firm")
                                .put("name", "A person")
                                .put("purpose", "hiring"))
                .toString();
    }

    private static String signIn(Wire wire, int person) throws IOException {
        var body = JSON.createObjectNode().put("username", "bench-" + person).put("password", PASSWORD);
        return post(wire, "/api/v1/session", "", body, 200).required("token").asText();
    }

    private static String share(Wire wire, String bearer) throws IOException {
        var ends = InstantSource.system().instant().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var body = JSON.createObjectNode()
                .put("purpose", "E")
                .put("expires", ends.toString())
                .put("onChallenge", "show")
                .put("language", "en");
        body.putObject("recipient").put("kind", "named").put("name", "A firm");
        body.putObject("scope").put("all", true);
        body.putObject("secondFactor").put("kind", "dateOfBirth");
        var link = post(wire, "/api/v1/me/shares", bearer, body, 201)
                .required("link")
                .asText();
        return link.substring(link.indexOf('#') + 1);
    }

    private static JsonNode post(Wire wire, String path, String headers, JsonNode body, int expected)
            throws IOException {
        var json = headers + "Content-Type: application/json\r\n";
        var answer = wire.send(Wire.request("POST", path, json, body.toString()), true);
        if (answer.status() != expected)
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    private void print(Map<Measured, Figures> figures, LocalServer server) {
        out.printf("%-30s %11s %9s %9s %12s %7s%n", "", "requests/s", "p50 ms", "p99 ms", "CPU µs each", "failed");
        figures.forEach((one, f) -> out.printf(
                "%-30s %,11.0f %9.2f %9.2f %12.0f %7d  %s%n",
                "(" + one.letter + ") " + one.name,
                f.perSecond(),
                f.median(),
                f.slowest(),
                f.processor(),
                f.failed(),
                ratio(one.against, f, figures)));
        out.printf("the server holds %d MB%n", server.residentMegabytes());
    }

    private static String ratio(String against, Figures figures, Map<Measured, Figures> all) {
        return all.entrySet().stream()
                .filter(other -> other.getKey().letter.equals(against))
                .map(other -> "%.3f × (%s)"
                        .formatted(figures.perSecond() / other.getValue().perSecond(), against))
                .findFirst()
                .orElse("");
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
