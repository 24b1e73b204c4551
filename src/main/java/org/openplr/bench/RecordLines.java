package org.openplr.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.openplr.identity.AccountKind;
import org.openplr.identity.Accounts;
import org.openplr.identity.NewAccount;
import org.openplr.identity.Sessions;
import org.openplr.identity.SignIn;
import org.openplr.identity.Welcome;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Standalone;
import org.openplr.record.RecordKeeping;

/** What learners and those they share with ask, beside what costs nothing: a constant, and one row. */
final class RecordLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "forty-two-otters-measure-speed";
    private static final int PEOPLE = 64;
    private static final int SHARES_EACH = 10;
    private static final int LONGER = 3;

    private final List<String> cookies;
    private final List<String> withLongRecords;
    private final Instant ends;

    private RecordLines(List<String> cookies, List<String> withLongRecords, Instant now) {
        this.cookies = cookies;
        this.withLongRecords = withLongRecords;
        this.ends = now.plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Opens accounts for some of the crowd, and for some more whose records it makes thrice as long. */
    static RecordLines open(Standalone house, Crowd crowd) {
        Yardstick.prepare(house);
        var accounts = new ArrayList<NewAccount>();
        var longer = new ArrayList<Crowd.Member>();
        for (var i = 0; accounts.size() < 2 * PEOPLE; i++) {
            var member = crowd.member(i);
            if (!seesTheirRecord(house, member.uln())) continue;
            if (accounts.size() >= PEOPLE) longer.add(member);
            accounts.add(account(accounts.size(), member.uln()));
        }
        house.call(() -> house.service(Accounts.class).openAll(accounts));
        learnMore(house, longer);
        return new RecordLines(
                accounts.stream()
                        .limit(PEOPLE)
                        .map(account -> cookie(house, account))
                        .toList(),
                accounts.stream().skip(PEOPLE).map(NewAccount::username).toList(),
                house.service(InstantSource.class).instant());
    }

    private static void learnMore(Standalone house, List<Crowd.Member> people) {
        var schooling = new Schooling(new Random(Crowd.SEED), "more");
        for (var more = 1; more < LONGER; more++) {
            var events = people.stream()
                    .flatMap(one -> schooling.of(one.uln(), one.one().dateOfBirth()).stream())
                    .toList();
            var taken = house.call(
                    () -> house.service(RecordKeeping.class).take(events, new Actor.System("bench"), "bench"));
            if (taken.changes().created() != events.size())
                throw new IllegalStateException("not all were taken: " + taken);
        }
    }

    /** One in five was never verified. */
    private static boolean seesTheirRecord(Standalone house, Uln uln) {
        return house.call(() -> house.service(Learners.class).find(uln))
                .filter(one -> one.verification().isLevelOne())
                .isPresent();
    }

    private static NewAccount account(int index, Uln uln) {
        return new NewAccount(AccountKind.LEARNER, "bench-" + index, PASSWORD, uln, null, Set.of(Role.LEARNER));
    }

    private static String cookie(Standalone house, NewAccount account) {
        return house.call(() -> {
            var outcome = house.service(SignIn.class).with(account.username(), PASSWORD, "", "bench");
            if (!(outcome instanceof Welcome welcome)) throw new IllegalStateException("refused: " + outcome);
            return house.service(Sessions.class).begin(welcome, "bench").secret();
        });
    }

    /** The requests, once the server runs. */
    List<Measured> lines(LocalServer server) throws IOException {
        var bearers = new ArrayList<String>();
        var secrets = new ArrayList<String>();
        try (var wire = new Wire(server.base())) {
            for (var i = 0; i < PEOPLE; i++) {
                var bearer = bearer(wire, "bench-" + i);
                bearers.add(bearer);
                for (var s = 0; s < SHARES_EACH; s++) secrets.add(share(wire, bearer));
            }
            var size = wire.send(Wire.request("GET", "/api/v1/me/record", bearers.getFirst(), ""), true)
                    .body()
                    .length();
            return requests(bearers, secrets, size);
        }
    }

    /** The record of somebody with thirty events, once the server runs. */
    Measured longRecord(LocalServer server) throws IOException {
        var bearers = new ArrayList<String>();
        try (var wire = new Wire(server.base())) {
            for (var username : withLongRecords) bearers.add(bearer(wire, username));
        }
        return Measured.inTurn("l", "own record of 30 events", "", with(bearers, "/api/v1/me/record"));
    }

    private static String bearer(Wire wire, String username) throws IOException {
        return "Authorization: Bearer " + signIn(wire, username) + "\r\n";
    }

    private List<Measured> requests(List<String> bearers, List<String> secrets, int size) {
        var json = "Content-Type: application/json\r\n";
        var constant = Wire.request("GET", "/api/v1/yardstick?size=1024", "", "");
        var insert = Wire.request("POST", "/api/v1/yardstick", json, "{}");
        var opening = secrets.stream()
                .map(secret -> Wire.request("POST", "/api/v1/shares/open", json, opening(secret)))
                .toList();
        var sessions = cookies.stream()
                .map(cookie -> "Cookie: openplr-session=" + cookie + "\r\n")
                .toList();
        return List.of(
                Measured.inTurn("a", "constant of 1 KB", "", List.of(constant)),
                Measured.inTurn("t", "the same with a token", "a", with(bearers, "/api/v1/yardstick/mine?size=1024")),
                Measured.inTurn("b", "insert and commit", "", List.of(insert)),
                Measured.inTurn("c", "open a share", "b", opening),
                Measured.inTurn(
                        "k", "constant, record's size", "", with(bearers, "/api/v1/yardstick/mine?size=" + size)),
                Measured.inTurn("d", "own record", "k", with(bearers, "/api/v1/me/record")),
                Measured.inTurn("e", "learner's home page", "a", with(sessions, "/learner/")),
                Measured.inTurn("i", "issue a token to a system", "b", List.of(Systems.tokenRequest(0))));
    }

    private static List<byte[]> with(List<String> headers, String path) {
        return headers.stream()
                .map(header -> Wire.request("GET", path, header, ""))
                .toList();
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

    private static String signIn(Wire wire, String username) throws IOException {
        var body = JSON.createObjectNode().put("username", username).put("password", PASSWORD);
        return post(wire, "/api/v1/session", "", body, 200).required("token").asText();
    }

    private String share(Wire wire, String bearer) throws IOException {
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
}
