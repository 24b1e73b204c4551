package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Database;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/**
 * What whole requests ask of the database, filters and pages included: as many statements for a long record, many shares and
 * many views as for few of each. PostgreSQL counts; {@code StatementsTest} counts those of the services, on both databases.
 */
class StatementsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIN = "471108";
    private static final List<String> COLLEGES = List.of("19990055", "19990022", "19990011", "19990033");

    private static final Duration CALM = Duration.ofSeconds(3);

    /** What the server does now and then beside a request only adds to its statements: the least are its own. */
    private static final int TIMES = 9;

    private final Server server = Server.on(Database.POSTGRESQL);
    private final Set<String> itsOwn = new HashSet<>();
    private int places;

    /**
     * A learner at the REST interface and, with a cookie, at the pages, and one of their shares.
     *
     * @param events in their record
     */
    private record Learner(Rest rest, Rest pages, JsonNode share, int events) {
        String shareId() {
            return share.path("id").asText();
        }
    }

    @Test
    void areTheSameForMuchAsForLittle() throws SQLException {
        try (var connection = server.dataSource().getConnection();
                var sql = connection.createStatement()) {
            sql.execute("create extension if not exists pg_stat_statements");
        }
        var few = learner("david", 1, 1);
        var many = learner("winifred", 4, 9);
        assertThat(many.events()).isGreaterThan(50 * few.events());

        calm();
        var softly = new SoftAssertions();
        for (var request : requests())
            softly.assertThat(List.of(statements(request, few), statements(request, many)))
                    .as(request.name())
                    .containsOnly(request.statements());
        softly.assertAll();
    }

    private record Request(String name, long statements, Function<Learner, Rest.Answer> by) {}

    private List<Request> requests() {
        return List.of(
                new Request("own record", 2, one -> one.rest().get("/me/record")),
                new Request("activity", 3, one -> one.rest().get("/me/activity")),
                new Request("shares", 2, one -> one.rest().get("/me/shares")),
                new Request("views", 4, one -> one.rest().get("/me/shares/" + one.shareId() + "/views")),
                new Request("opening", 7, one -> open(one.share())),
                new Request("home page", 9, one -> one.pages().get("//learner/")),
                new Request("page of the record", 3, one -> one.pages().get("//learner/record")),
                new Request("page of what happened", 4, one -> one.pages().get("//learner/activity")),
                new Request("page of shares", 4, one -> one.pages().get("//learner/shares")),
                new Request("page of one share", 9, one -> one.pages().get("//learner/share?id=" + one.shareId())));
    }

    /**
     * Somebody of the demo who shares with an employer so many times and with so many colleges. Of the first of the one it is
     * looked at so many times, of the first of the other once.
     */
    private Learner learner(String username, int shares, int views) {
        var rest = server.rest().signIn(username);
        var share = rest.post("/me/shares", share()).expect(201).json();
        for (var i = 1; i < shares; i++) rest.post("/me/shares", share()).expect(201);
        var college = rest.post("/me/shares", shareWith(COLLEGES.getFirst()))
                .expect(201)
                .json()
                .path("id")
                .asText();
        server.rest()
                .signIn("office")
                .post("/shares/inbox/" + college + "/open", "{\"purpose\":\"enrolment\"}")
                .expect(200);
        for (var other : COLLEGES.subList(1, shares))
            rest.post("/me/shares", shareWith(other)).expect(201);
        for (var i = 0; i < views; i++) open(share).expect(200);
        var events = rest.get("/me/record").expect(200).json().path("events").size();
        return new Learner(rest, pages(username), share, events);
    }

    private Rest pages(String username) {
        var browser = server.rest();
        var password = DemoAccount.of(username).password();
        var cookie = browser
                .submit("//sign-in", browser.get("//sign-in"), Map.of("username", username, "password", password))
                .expect(302)
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(one -> one.startsWith("openplr-session="))
                .findFirst()
                .orElseThrow();
        return browser.with("Cookie", cookie.split(";", 2)[0]);
    }

    private Rest.Answer open(JsonNode share) {
        var link = share.path("link").asText();
        var opening = JSON.createObjectNode().put("secret", link.substring(link.indexOf('#') + 1));
        opening.putObject("viewer")
                .put("organisation", "Corvedale Joinery (fictional)")
                .put("name", "J. Adze")
                .put("purpose", "hiring");
        return server.rest().with(Server.CLIENT_HEADER, "counted-" + places++).post("/shares/open", opening);
    }

    /** Learns what the server asks over and over of its own accord: it is nobody's request, however long one lasts. */
    private void calm() throws SQLException {
        LockSupport.parkNanos(CALM.toNanos());
        sent();
        LockSupport.parkNanos(CALM.toNanos());
        itsOwn.addAll(sent().keySet());
    }

    private long statements(Request request, Learner learner) throws SQLException {
        var least = Long.MAX_VALUE;
        for (var i = 0; i < TIMES; i++) {
            sent();
            request.by().apply(learner).expect(200);
            var sent = sent();
            sent.keySet().removeAll(itsOwn);
            least = Math.min(
                    least, sent.values().stream().mapToLong(Long::longValue).sum());
        }
        return least;
    }

    /** Which statements were sent since this was asked last, and how often; how transactions begin and end does not count. */
    private Map<String, Long> sent() throws SQLException {
        var sent = new HashMap<String, Long>();
        try (var connection = server.dataSource().getConnection();
                var sql = connection.createStatement()) {
            try (var rows = sql.executeQuery(
                    "select query, calls from pg_stat_statements where query !~* '^(begin|commit|rollback|set|show)'"
                            + " and query not like '%pg_stat_statements%'")) {
                while (rows.next()) sent.merge(rows.getString(1), rows.getLong(2), Long::sum);
            }
            sql.execute("select pg_stat_statements_reset()");
        }
        return sent;
    }

    private static ObjectNode share() {
        var share = offer("E");
        share.putObject("recipient").put("kind", "named").put("name", "Corvedale Joinery (fictional)");
        share.putObject("secondFactor").put("kind", "pin").put("pin", PIN);
        return share;
    }

    private static ObjectNode shareWith(String ukprn) {
        var share = offer("P");
        share.putObject("recipient").put("kind", "organisation").put("ukprn", ukprn);
        return share;
    }

    private static ObjectNode offer(String purpose) {
        var end = Clock.systemUTC().instant().plus(Duration.ofDays(14)).toString();
        var offer = JSON.createObjectNode().put("purpose", purpose).put("expires", end);
        offer.putObject("scope").put("all", true);
        return offer;
    }
}
