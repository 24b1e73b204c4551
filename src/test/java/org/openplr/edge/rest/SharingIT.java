package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/**
 * Sharing by REST on the real server: a learner shares, somebody opens it, the learner sees it and takes it back; and that
 * pages refuse as REST does.
 */
class SharingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIN = "471108";
    private static final Set<String> VARYING = Set.of("date", "content-length", "connection");

    private final Server server = Server.running();
    private final Rest anyone = server.rest();

    @Test
    void theMainJob() {
        var sian = anyone.signIn("sian");
        var made = sian.post("/me/shares", share()).expect(201);
        assertThat(made.header("Location"))
                .hasValueSatisfying(
                        at -> assertThat(at).endsWith(made.json().path("id").asText()));
        assertThat(made.json().path("qr").asText()).startsWith("data:image/svg+xml");

        var opened =
                anyone.post("/shares/open", byLink(made.json())).expect(200).json();

        var id = made.json().path("id").asText();
        assertThat(opened.path("record"))
                .isEqualTo(sian.get("/me/shares/" + id + "/preview").json().path("record"));
        assertThat(opened.path("record").has("learner"))
                .as("nothing of the learner unless ticked")
                .isFalse();
        assertThat(opened.path("dates").path("linkStops").asText()).isNotEmpty();
        assertThat(sian.get("/me/shares/" + id + "/views").json().path("items")).hasSize(1);
        assertThat(sian.get("/me/activity")
                        .json()
                        .path("items")
                        .get(0)
                        .path("who")
                        .path("organisation")
                        .asText())
                .isEqualTo("Corvedale Joinery (fictional)");

        sian.post("/me/shares/" + id + "/withdraw", "{}").expect(204);
        sian.post("/me/shares/" + id + "/withdraw", "{}").expect(204);
        var gone = anyone.post("/shares/open", byLink(made.json())).expect(410);
        assertThat(gone.code()).isEqualTo("share-withdrawn");
        assertThat(gone.json().path("since").asText()).isNotEmpty();
    }

    @Test
    void previewAndRecipientViewAreTheSameBytes() {
        var sian = anyone.signIn("sian");
        var made = sian.post("/me/shares", share()).expect(201).json();

        var preview = sian.get("/me/shares/" + made.path("id").asText() + "/preview")
                .expect(200)
                .text();
        var opened = anyone.post("/shares/open", byLink(made)).expect(200).text();

        var record = preview.substring("{\"record\":".length(), preview.length() - 1);
        assertThat(record).startsWith("{").endsWith("}").hasSizeGreaterThan(500);
        assertThat(opened).startsWith("{\"record\":" + record + ",\"scope\":");
    }

    @Test
    void aLinkThatAsksForThePinTooOpensWithBothAndRefusesLikeAnyOther() {
        var sian = anyone.signIn("sian");
        var factor = JSON.createObjectNode().put("kind", "pin").put("pin", PIN).put("onLink", true);
        ObjectNode body = share().set("secondFactor", factor);
        var made = sian.post("/me/shares", body).expect(201).json();
        var path = "/me/shares/" + made.path("id").asText();
        assertThat(made.path("link").asText()).contains("/s?with=pin#");
        assertThat(made.at("/secondFactor/onLink").asBoolean()).isTrue();

        var refused = List.of(
                from("pin-a").post("/shares/open", byLink(made)),
                from("pin-b").post("/shares/open", byLink(made).put("pin", "000000")),
                from("pin-c").post("/shares/open", opening().put("secret", "no such secret")),
                from("pin-d")
                        .post(
                                "/shares/open",
                                opening().put("secret", "-".repeat(65)).put("pin", PIN)),
                from("pin-e").post("/shares/open", unknownCode()));
        assertThat(refused).extracting(Rest.Answer::status).containsOnly(404);
        assertThat(refused.stream().map(Rest.Answer::text).distinct()).hasSize(1);
        assertThat(refused.stream().map(SharingIT::stableHeaders).distinct()).hasSize(1);
        assertThat(sian.get(path).json().path("wrongTries").asInt()).isEqualTo(1);

        from("pin-f").post("/shares/open", byLink(made).put("pin", PIN)).expect(200);
        var renewed = sian.post(path + "/renew", "{}").expect(201).json();
        from("pin-g").post("/shares/open", byLink(renewed)).expect(404);
        from("pin-h").post("/shares/open", byLink(renewed).put("pin", PIN)).expect(200);
        from("pin-i").post("/shares/open", byLink(made).put("pin", "000000")).expect(404);
        assertThat(from("pin-j")
                        .post("/shares/open", byLink(made).put("pin", PIN))
                        .expect(410)
                        .code())
                .isEqualTo("share-withdrawn");
        sian.post("/me/shares/" + renewed.path("id").asText() + "/withdraw", "{}")
                .expect(204);
    }

    @Test
    void onlyAPinIsAskedForByALinkAndAnAddressReadsLikeOne() {
        var sian = anyone.signIn("sian");
        var factor = JSON.createObjectNode().put("kind", "dateOfBirth").put("onLink", true);
        ObjectNode body = share().set("secondFactor", factor);
        assertThat(sian.post("/me/shares", body)
                        .expect(422)
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("only-pin-on-link");
        var opening = opening().put("secret", "no such secret");
        ((ObjectNode) opening.path("viewer")).put("email", "no address");
        assertThat(anyone.post("/shares/open", opening).expect(422).json().at("/errors/0/pointer"))
                .hasToString("\"/viewer/email\"");
    }

    @Test
    void viewerAndLearnerHoldTheSameBytesAsReceipt() {
        var sian = anyone.signIn("sian");
        var made = sian.post("/me/shares", share()).expect(201).json();

        var opened = anyone.post("/shares/open", byLink(made)).expect(200);
        var views =
                sian.get("/me/shares/" + made.path("id").asText() + "/views").expect(200);

        var receipt = opened.text()
                .substring(opened.text().indexOf("\"receipt\":{"), opened.text().length() - 1);
        assertThat(receipt).contains("openplr-view-receipt", "J. Adze");
        assertThat(views.text()).containsOnlyOnce(receipt);
    }

    @Test
    void aReplayAnswersWithTheSameShareAndWithoutItsSecrets() {
        var sian = anyone.signIn("sian").with("Idempotency-Key", "replay-1");
        var body = share();

        var first = sian.post("/me/shares", body).expect(201).json();
        var second = sian.post("/me/shares", body).expect(201).json();

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(first.has("link") && first.has("code") && first.has("qr")).isTrue();
        assertThat(second.has("link") || second.has("code") || second.has("qr")).isFalse();
        sian.post("/me/shares", body.put("maxViews", 9)).expect(409);
    }

    @Test
    void anEditSaysWhichVersionItMeansAndAViewIsNoEdit() {
        var sian = anyone.signIn("sian");
        var made = sian.post("/me/shares", share()).expect(201);
        var path = "/me/shares/" + made.json().path("id").asText();
        var tag = made.header("ETag").orElseThrow();
        anyone.post("/shares/open", byLink(made.json())).expect(200);
        assertThat(sian.get(path).header("ETag")).contains(tag);

        var end = "{\"expires\":\"" + in(Duration.ofDays(30)) + "\"}";
        assertThat(patch(sian, path, end).status()).isEqualTo(428);
        var moved = patch(sian.with("If-Match", tag), path, end).expect(200);
        assertThat(patch(sian.with("If-Match", tag), path, end).status()).isEqualTo(412);
        assertThat(moved.header("ETag")).isNotEqualTo(made.header("ETag"));
    }

    @Test
    void anotherLearnersShareIsNotThere() {
        var shared = anyone.signIn("sian").post("/me/shares", share()).expect(201);
        var made = shared.json();
        var stranger = anyone.signIn("priya");
        var path = "/me/shares/" + made.path("id").asText();
        var nobodys = "/me/shares/01939f2e-0000-7000-8000-000000000000";

        for (var tail : List.of("", "/views", "/preview"))
            assertThat(stranger.get(path + tail).expect(404).text())
                    .isEqualTo(stranger.get(nobodys + tail).expect(404).text());
        assertThat(stranger.post(path + "/withdraw", "{}").expect(404).text())
                .isEqualTo(
                        stranger.post(nobodys + "/withdraw", "{}").expect(404).text());
        var moving = stranger.with("If-Match", shared.header("ETag").orElseThrow());
        var end = "{\"expires\":\"" + in(Duration.ofDays(30)) + "\"}";
        assertThat(patch(moving, path, end).expect(404).text())
                .isEqualTo(patch(moving, nobodys, end).expect(404).text());
        assertThat(anyone.signIn("sian").get(path).json().path("expires")).isEqualTo(made.path("expires"));
        anyone.post("/shares/open", byLink(made)).expect(200);
        var refusals = anyone.signIn("sian").get(path + "/views").json().path("refusals");
        assertThat(refusals)
                .hasSize(5)
                .allSatisfy(r -> assertThat(r.path("reason").asText()).isEqualTo("not-owner"));
    }

    @Test
    void withoutLevelOneTheRecordIsNotSeenAndNotShared() {
        var unverified = DemoAccount.all().stream()
                .filter(a -> a.kind().equals("learner"))
                .map(a -> anyone.signIn(a.username()))
                .filter(learner -> learner.get("/me/record").status() == 403)
                .toList();

        assertThat(unverified).as("the demo has one").isNotEmpty();
        assertThat(unverified.getFirst().post("/me/shares", share()).expect(403).code())
                .isEqualTo("identity-not-verified");
    }

    @Nested
    class Refusals {
        @Test
        void areTheSameStatusHeadersAndBytesWhateverTheReason() {
            var ended = ended();
            var answers = new ArrayList<Rest.Answer>();
            answers.add(from("a").post("/shares/open", unknownCode()));
            answers.add(from("b").post("/shares/open", byCode(ended.expired, "000000")));
            answers.add(from("c").post("/shares/open", byCode(ended.withdrawn, "000000")));
            answers.add(from("d").post("/shares/open", byCode(ended.usedUp, "000000")));
            answers.add(from("e").post("/shares/open", byCode(ended.locked, "000000")));
            answers.add(from("f").post("/shares/open", byCode(ended.locked, PIN)));
            answers.add(from("g").post("/shares/open", byLink(ended.locked)));
            answers.add(from("h").post("/shares/open", opening().put("secret", "no such secret")));

            assertThat(answers).extracting(Rest.Answer::status).containsOnly(404);
            assertThat(answers.stream().map(Rest.Answer::text).distinct()).hasSize(1);
            assertThat(answers.stream().map(SharingIT::stableHeaders).distinct())
                    .hasSize(1);
            assertThat(answers.getFirst().json().has("instance")).isFalse();
            assertThat(from("i")
                            .post("/shares/open", byCode(ended.expired, PIN))
                            .expect(410)
                            .code())
                    .isEqualTo("share-expired");
            assertThat(from("j")
                            .post("/shares/open", byCode(ended.withdrawn, PIN))
                            .expect(410)
                            .code())
                    .isEqualTo("share-withdrawn");
            assertThat(from("k")
                            .post("/shares/open", byCode(ended.usedUp, PIN))
                            .expect(410)
                            .code())
                    .isEqualTo("share-used-up");
        }

        @Test
        void areTheSamePageWhateverTheReason() {
            var ended = ended();
            var pages = new ArrayList<Rest.Answer>();
            pages.add(onThePage("l", unknownCode(), PIN));
            pages.add(onThePage("m", ended.expired, "000000"));
            pages.add(onThePage("n", ended.withdrawn, "000000"));
            pages.add(onThePage("o", ended.usedUp, "000000"));
            pages.add(onThePage("p", ended.locked, "000000"));
            pages.add(onThePage("q", ended.locked, PIN));
            pages.add(behindTheLink("r", byLink(ended.locked)));
            pages.add(behindTheLink("s", byLink(ended.locked).put("secret", "no such secret")));

            assertThat(pages).extracting(Rest.Answer::status).containsOnly(404);
            assertThat(pages.getFirst().text()).contains("<h1");
            assertThat(pages.stream().map(page -> masked(page.text())).distinct())
                    .hasSize(1);
            assertThat(pages.stream().map(page -> masked(stableHeaders(page))).distinct())
                    .hasSize(1);
            for (var one : List.of(ended.expired, ended.withdrawn, ended.usedUp))
                onThePage("t", one, PIN).expect(410);
        }

        /** Shares that do not open, whatever is known of them. */
        private record Ended(JsonNode expired, JsonNode withdrawn, JsonNode usedUp, JsonNode locked) {}

        private Ended ended() {
            var niamh = anyone.signIn("niamh");
            var expired = niamh.post("/me/shares", share().put("expires", in(Duration.ofSeconds(3))))
                    .expect(201)
                    .json();
            var withdrawn = niamh.post("/me/shares", share()).expect(201).json();
            niamh.post("/me/shares/" + withdrawn.path("id").asText() + "/withdraw", "{}")
                    .expect(204);
            var usedUp = niamh.post("/me/shares", share().put("maxViews", 1))
                    .expect(201)
                    .json();
            from("used").post("/shares/open", byCode(usedUp, PIN)).expect(200);
            var locked = niamh.post("/me/shares", share()).expect(201).json();
            for (var i = 0; i < 10; i++)
                from("lock" + i).post("/shares/open", byCode(locked, "000000")).expect(404);
            awaitPast(Instant.parse(expired.path("expires").asText()));
            return new Ended(expired, withdrawn, usedUp, locked);
        }

        /** As a browser without script does it: the code and the PIN, who is asking, the answer. */
        private Rest.Answer onThePage(String place, JsonNode share, String pin) {
            var code = share.path("code").asText();
            return throughTheDoor(place, "//check", Map.of("code", code, "pin", pin));
        }

        /** As a browser with script does it, which puts the secret of the link into the form. */
        private Rest.Answer behindTheLink(String place, JsonNode opening) {
            return throughTheDoor(
                    place, "//s", Map.of("secret", opening.path("secret").asText()));
        }

        private Rest.Answer throughTheDoor(String place, String door, Map<String, String> proof) {
            var visitor = from(place);
            var who = visitor.submit(door, visitor.get(door).expect(200), proof).expect(200);
            var viewer = Map.of("organisation", "Corvedale Joinery (fictional)", "name", "J. Adze", "reason", "hiring");
            return visitor.submit("//check/who", who, viewer);
        }

        /** Every answer has a nonce of its own. */
        private static String masked(String text) {
            return text.replaceAll("nonce(-|=\")[A-Za-z0-9_-]{22}", "nonce");
        }

        @Test
        void theEleventhOfOneClientInAMinuteWaits() {
            var client = from("flood");
            for (var i = 0; i < 10; i++)
                client.post("/shares/open", unknownCode()).expect(404);

            var eleventh = client.post("/shares/open", unknownCode()).expect(429);

            assertThat(eleventh.header("Retry-After"))
                    .hasValueSatisfying(s -> assertThat(Integer.parseInt(s)).isBetween(1, 60));
            from("somebody else").post("/shares/open", unknownCode()).expect(404);
        }

        @Test
        void aMistypedCodeIsSaidBeforeAnyTryIsCounted() {
            var lukasz = anyone.signIn("lukasz");
            var made = lukasz.post("/me/shares", share()).expect(201).json();
            var code = made.path("code").asText();
            var swapped = code.charAt(2) == '3'
                    ? code.replaceFirst("3", "6")
                    : code.substring(0, 2) + "3" + code.substring(3);

            var slip = from("slip")
                    .post("/shares/open", opening().put("code", swapped).put("pin", PIN))
                    .expect(422);

            assertThat(slip.json().path("errors").get(0).path("pointer").asText())
                    .isEqualTo("/code");
            assertThat(lukasz.get("/me/shares/" + made.path("id").asText())
                            .json()
                            .path("wrongTries")
                            .asInt())
                    .isZero();
        }
    }

    @Nested
    class BadInput {
        @Test
        void isAClearProblemAndNeverStored() {
            var priya = anyone.signIn("priya");
            var before = priya.get("/me/shares").json().path("items").size();

            for (var body : bad()) {
                var answer = priya.post(
                        "/me/shares", "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                assertThat(answer.status())
                        .as(body.substring(0, Math.min(80, body.length())))
                        .isBetween(400, 422);
                assertThat(answer.header("Content-Type")).contains("application/problem+json");
                assertThat(answer.code()).isNotEmpty();
            }
            priya.post("/me/shares", "application/json", new byte[10_000_000]).expect(413);
            priya.post("/me/shares", "text/plain", share().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .expect(415);

            assertThat(priya.get("/me/shares").json().path("items")).hasSize(before);
        }

        private List<String> bad() {
            var good = share().toString();
            var bad = new ArrayList<>(List.of(
                    "",
                    "garbage",
                    "[]",
                    "null",
                    "42",
                    "\"text\"",
                    "{",
                    good + "x",
                    "{}",
                    good.replaceFirst("\\{", "{\"surprise\":1,"),
                    good.replaceFirst("\\{", "{\"purpose\":\"E\","),
                    good.replace("\"E\"", "7"),
                    good.replace("\"E\"", "\"X\""),
                    good.replace("\"all\":true", "\"all\":\"true\""),
                    good.replace("\"all\":true", "\"all\":false"),
                    good.replace("\"all\":true", "\"kinds\":[\"secrets\"]"),
                    good.replace("\"all\":true", "\"events\":[\"not an id\"]"),
                    good.replace("\"all\":true", "\"from\":\"yesterday\""),
                    good.replace("Corvedale", "Corve\\u0000dale"),
                    good.replace("Corvedale", "Corve\\u001bdale"),
                    good.replace("Corvedale", "C".repeat(300)),
                    good.replace("\"pin\":\"" + PIN + "\"", "\"pin\":\"12\""),
                    share().put("maxViews", 0).toString(),
                    share().put("maxViews", -3).toString(),
                    share().put("expires", "2020-01-01T00:00:00Z").toString(),
                    share().put("expires", in(Duration.ofDays(400))).toString(),
                    "[".repeat(5000)));
            bad.add("{\"purpose\":\"" + "x".repeat(60_000) + "\"}");
            return bad;
        }
    }

    @Test
    void aLookFromALinkUnfurlerCountsNothingAndRevealsNothing() {
        var sian = anyone.signIn("sian");
        var everything = share().put("maxViews", 1);
        everything
                .withObject("/scope")
                .putArray("identity")
                .add("name")
                .add("dateOfBirth")
                .add("uln");
        var made = sian.post("/me/shares", everything).expect(201).json();
        var page =
                made.path("link").asText().replaceFirst("^https?://[^/]+", "/").replaceFirst("#.*", "");

        var looks = List.of(
                looked("GET", page, 200),
                looked("HEAD", page, 200),
                looked("OPTIONS", page, 200),
                looked("GET", "/shares/open", 405),
                looked("HEAD", "/shares/open", 405),
                looked("OPTIONS", "/shares/open", 200));

        assertThat(sian.get("/me/shares/" + made.path("id").asText())
                        .json()
                        .path("views")
                        .asInt())
                .isZero();
        var record =
                anyone.post("/shares/open", byLink(made)).expect(200).json().path("record");
        var revealed = new ArrayList<>(record.findValuesAsText("title"));
        revealed.addAll(record.findValuesAsText("number"));
        record.path("learner").forEach(one -> revealed.add(one.asText()));
        assertThat(revealed).contains("8052553457", "2001-03-14").hasSizeGreaterThan(10);
        assertThat(revealed).anyMatch(one -> one.contains("Morgan"));
        assertThat(looks).noneMatch(look -> revealed.stream().anyMatch(look::contains));
    }

    /** Headers and body of what is answered with this status. */
    private String looked(String method, String place, int status) {
        var answer = anyone.send(method, place, BodyPublishers.noBody()).expect(status);
        return answer.headers().map() + answer.text();
    }

    /** Somebody at another place: the test server trusts this header as its proxy's. */
    private Rest from(String place) {
        return anyone.with(Server.CLIENT_HEADER, place);
    }

    private static ObjectNode share() {
        var share = JSON.createObjectNode().put("purpose", "E");
        share.putObject("recipient").put("kind", "named").put("name", "Corvedale Joinery (fictional)");
        share.putObject("scope").put("all", true);
        share.put("expires", in(Duration.ofDays(14)));
        share.putObject("secondFactor").put("kind", "pin").put("pin", PIN);
        return share.put("onChallenge", "show").put("language", "en");
    }

    private static ObjectNode opening() {
        var opening = JSON.createObjectNode();
        opening.putObject("viewer")
                .put("organisation", "Corvedale Joinery (fictional)")
                .put("name", "J. Adze")
                .put("purpose", "hiring");
        return opening;
    }

    private static ObjectNode byLink(JsonNode made) {
        var link = made.path("link").asText();
        return opening().put("secret", link.substring(link.indexOf('#') + 1));
    }

    private static ObjectNode byCode(JsonNode made, String pin) {
        return opening().put("code", made.path("code").asText()).put("pin", pin);
    }

    /** A well-formed code that was never given: the check character of twelve 3s, which stand at 0, is a 3. */
    private static ObjectNode unknownCode() {
        return opening().put("code", "E-3333-3333-3333-3").put("pin", PIN);
    }

    private static Rest.Answer patch(Rest rest, String path, String json) {
        return rest.with("Content-Type", "application/json").send("PATCH", path, BodyPublishers.ofString(json));
    }

    private static String stableHeaders(Rest.Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !VARYING.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String in(Duration time) {
        return Clock.systemUTC().instant().plus(time).toString();
    }

    private static void awaitPast(Instant moment) {
        while (!Clock.systemUTC().instant().isAfter(moment.plusMillis(200)))
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
}
