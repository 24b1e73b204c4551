package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openplr.evidence.EvidenceFixtures;
import org.openplr.testing.Browser;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** One learner asks for what is another learner's, wherever something is named by its id: as if it did not exist, and in the ledger. */
class StrangerIT {
    private static final Server SERVER = Server.running();
    private static final Manner MANNER = new Manner("en", 1280, false);

    private static final Rest OWNER = SERVER.rest().signIn("amara");
    private static final Rest STRANGER = SERVER.rest().signIn("sean");

    private static String share = "";
    private static String challenge = "";
    private static String letter = "";
    private static String event = "";

    private static String inFiveDays() {
        return Instant.now().plus(Duration.ofDays(5)).toString();
    }

    @BeforeAll
    static void somebodyHasThings() {
        event = OWNER.get("/me/record").expect(200).json().at("/events/0/id").asText();
        share = id(OWNER.post("/me/shares", sharing("{\"all\": true}")));
        challenge = id(
                OWNER.post("/me/challenges", "{\"kind\": \"details\", \"supplied\": {\"familyName\": \"Stranger\"}}"));
        OWNER.post("/me/challenges/" + challenge + "/evidence", "image/png", EvidenceFixtures.png())
                .expect(201);
        letter = id(OWNER.post("/me/challenges/" + challenge + "/letters", "{\"item\": \"My name\"}"));
    }

    private static String sharing(String scope) {
        return """
            {"purpose": "E", "recipient": {"kind": "named", "name": "Otter Plumbing"}, "scope": %s, "expires": "%s",
             "secondFactor": {"kind": "pin", "pin": "274916"}, "onChallenge": "show", "language": "en"}\
            """.formatted(scope, inFiveDays());
    }

    private static String id(Rest.Answer made) {
        return made.expect(201).json().required("id").asText();
    }

    /** What the owner sees of strangers, the newest first. */
    private static List<JsonNode> tries() {
        var items = OWNER.get("/me/activity?limit=100").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("reason").asText().equals("not-owner"))
                .toList();
    }

    /** The stranger gets the same for what is the owner's as for what is nobody's, and the owner sees the one try only. */
    private static void triesInVain(String what, String thing, Function<String, String> ask) {
        var before = tries().size();
        var nobodys = UUID.randomUUID().toString();
        var unknown = ask.apply(nobodys).replace(nobodys, "{id}");
        assertThat(tries()).as("nobody's: " + what).hasSize(before);

        var strange = ask.apply(thing).replace(thing, "{id}");

        assertThat(strange).as(what).isEqualTo(unknown);
        assertThat(tries()).as(what).hasSize(before + 1).first().satisfies(one -> {
            assertThat(one.at("/who/name").asText()
                            + one.at("/who/organisation").asText())
                    .isEmpty();
            assertThat(one.path("outcome").asText()).isEqualTo("refused");
        });
    }

    private static String told(Rest.Answer answer) {
        return answer.status() + " " + answer.header("Content-Type").orElse("") + " " + answer.text();
    }

    @Test
    void everyCallThatNamesSomethingOfALearner() throws IOException {
        var walked = 0;
        var paths = new ObjectMapper()
                .readTree(Path.of("src/docs/openapi.json").toFile())
                .path("paths");
        for (var call : paths.properties()) {
            var path = call.getKey().replace("/api/v1", "").replace("{number}", "1");
            if (!path.matches("/me/.*\\{.*")) continue;
            for (var method : call.getValue().properties()) {
                if (!method.getKey().matches("get|post|put|patch|delete")) continue;
                var verb = method.getKey().toUpperCase(Locale.ROOT);
                triesInVain(verb + " " + path, thing(path), id -> told(call(verb, path.replace("{id}", id))));
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(12);
        assertThat(call("GET", "/me/shares/" + share).status()).isEqualTo(404);
        OWNER.get("/me/challenges/" + challenge).expect(200);
    }

    private static String thing(String path) {
        if (path.startsWith("/me/shares/")) return share;
        if (path.startsWith("/me/challenges/")) return challenge;
        assertThat(path).startsWith("/me/record/events/");
        return event;
    }

    private static Rest.Answer call(String verb, String path) {
        if (verb.equals("GET")) return STRANGER.get(path);
        var body = path.matches("/me/shares/[^/]+(/renew)?") ? "{\"expires\": \"" + inFiveDays() + "\"}" : "{}";
        return STRANGER.with("Content-Type", "application/json")
                .with("If-Match", "\"0\"")
                .send(verb, path, BodyPublishers.ofString(body));
    }

    @Test
    void whatIsSentNamesIt() {
        var own =
                STRANGER.get("/me/record").expect(200).json().at("/events/0/id").asText();
        var look =
                OWNER.get("/me/activity").expect(200).json().at("/items/0/id").asText();
        var word = "\"supplied\": {\"grade\": \"A\"}, \"explanation\": \"It is not.\"";

        triesInVain(
                "scope",
                event,
                id -> told(STRANGER.post("/me/shares", sharing("{\"events\": [\"" + id + "\"]}"))
                        .expect(422)));
        for (var kind : List.of(
                "\"wrong\", \"event\": \"%s\"",
                "\"notMine\", \"event\": \"%s\"", "\"duplicate\", \"event\": \"" + own + "\", \"other\": \"%s\""))
            triesInVain(
                    kind,
                    event,
                    id -> told(STRANGER.post("/me/challenges", "{\"kind\": " + kind.formatted(id) + ", " + word + "}")
                            .expect(422)));
        triesInVain(
                "look",
                look,
                id -> told(STRANGER.post(
                                "/me/challenges", "{\"kind\": \"wrongLook\", \"look\": \"" + id + "\", " + word + "}")
                        .expect(422)));
    }

    @Test
    void everyPageThatNamesIt() {
        try (var owner = Browser.signedIn(SERVER, MANNER, "amara");
                var stranger = Browser.signedIn(SERVER, MANNER, "sean")) {
            owner.go("/learner/challenge/what");
            owner.choose("kind", "missing");
            owner.press("continue");
            var dispute = draft(owner);
            owner.go("/learner/share/who");
            owner.choose("purpose", "E");
            owner.fill("name", "Otter Plumbing");
            owner.press("continue");
            var sharing = draft(owner);
            var pages = SERVER.rest()
                    .with(
                            "Cookie",
                            stranger.page().context().cookies().stream()
                                    .map(cookie -> cookie.name + "=" + cookie.value)
                                    .collect(Collectors.joining("; ")));
            for (var page :
                    List.of("share?id=", "end?id=", "renew?id=", "seen?id=", "stop?id=", "receipt?view=%1$s&share="))
                asks(pages, page, share);
            for (var page : List.of(
                    "challenge?id=", "challenge/letter?id=", "challenge/withdraw?id=", "challenge/evidence?n=1&id="))
                asks(pages, page, challenge);
            for (var step : List.of("fields", "words", "check", "file"))
                asks(pages, "challenge/" + step + "?draft=", dispute);
            for (var step : List.of("what", "choose", "until", "proof", "check"))
                asks(pages, "share/" + step + "?draft=", sharing);
            asks(pages, "record/line?id=", event);
            asks(pages, "challenge/what?event=", event);
            asks(pages, "challenge/letter-paper?id=" + UUID.randomUUID() + "&letter=", letter);
            owner.go("/learner/activity");
            assertThat(owner.page().locator("#main").textContent())
                    .contains(
                            "Tried to look at a data challenge",
                            "Tried to look at a share that was not finished",
                            "Somebody else with an account");
        }
    }

    private static void asks(Rest pages, String page, String thing) {
        triesInVain(page, thing, id -> {
            var answer = pages.get("//learner/" + page.formatted(id) + id);
            return answer.header("Location").orElse("")
                    + told(answer).replaceAll("(nonce=\"|nonce-)[^\"']*", "").replaceAll("ViewState[^>]*", "");
        });
    }

    private static String draft(Visitor visitor) {
        return visitor.page().url().replaceFirst(".*draft=([0-9a-f-]+).*", "$1");
    }
}
