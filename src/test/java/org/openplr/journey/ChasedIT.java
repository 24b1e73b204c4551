package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** The copies of what was put right are chased: viewers, holders of receipts and of letters learn that it was. */
class ChasedIT {
    private static final String PIN = "274916";
    private static final String LARKWELL = "19990077";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    /** A course of lukasz's that Larkwell returned; each test has one of its own. */
    private String course(int which) {
        var events = lukasz().get("/me/record").expect(200).json().path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("source").asText().equals("ILR"))
                .filter(event -> event.at("/provider/ukprn").asText().equals(LARKWELL))
                .map(event -> event.path("id").asText())
                .sorted()
                .toList()
                .get(which);
    }

    private Rest lukasz() {
        return server.rest().signIn("lukasz");
    }

    /** A share of one event, as it changes or as it is today. */
    private JsonNode shared(String recipient, String event, boolean live, String purpose, String factor) {
        return lukasz().with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/me/shares", """
                    {"purpose": "%s", "recipient": %s, "scope": {"events": ["%s"], "live": %s}, "expires": "%s",
                     "secondFactor": %s, "onChallenge": "show", "language": "en"}\
                    """.formatted(
                                purpose, recipient, event, live, Instant.now().plus(Duration.ofDays(9)), factor))
                .expect(201)
                .json();
    }

    private JsonNode sharedWithAFirm(String event, boolean live) {
        return shared(
                "{\"kind\": \"named\", \"name\": \"Otter Plumbing\"}",
                event,
                live,
                "E",
                "{\"kind\": \"pin\", \"pin\": \"" + PIN + "\"}");
    }

    private JsonNode raised(String event, String grade) {
        return lukasz().post("/me/challenges", """
            {"kind": "wrong", "event": "%s", "supplied": {"grade": "%s"}}\
            """.formatted(event, grade))
                .expect(201)
                .json();
    }

    /** Whoever owns it agrees, and it is put right. */
    private void upheld(String challenge) {
        var larkwell = server.rest().signIn("larkwell");
        for (var step : new String[] {"acknowledge", "uphold"}) {
            var seen = larkwell.get("/challenges/" + challenge)
                    .expect(200)
                    .header("ETag")
                    .orElseThrow();
            larkwell.with("If-Match", seen)
                    .post("/challenges/" + challenge + "/steps", "{\"step\": \"" + step + "\"}")
                    .expect(200);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void whoeverSawItIsToldThatItWasCorrectedAndALetterTellsUntilThen(Manner manner) {
        var event = course(manner.script() ? 0 : 1);
        var share = sharedWithAFirm(event, true);
        var college = shared(
                "{\"kind\": \"organisation\", \"ukprn\": \"19990055\"}", event, true, "P", "{\"kind\": \"signIn\"}");
        var view = "";
        try (var firm = Browser.visitor(server, manner);
                var office = Browser.signedIn(server, manner, "office")) {
            view = firmLooks(firm, share);
            assertThat(firm.page().locator(".op-corrected").count()).isZero();
            officeLooks(office, college);
        }
        var challenge = raised(event, "Merit " + manner.language()).path("id").asText();
        var letter = takesALetter(manner, challenge);
        try (var employer = Browser.visitor(server, manner)) {
            asks(employer, letter, "letter-challenged");
            assertThat(text(employer)).contains("An award of mine");
            asks(employer, view, "view-stands");
            assertThat(employer.page().locator("#answer .govuk-tag--green").count())
                    .isEqualTo(1);

            upheld(challenge);

            asks(employer, letter, "letter-answered");
            asks(employer, view, "view-superseded");
            assertThat(employer.page().locator("#answer .govuk-tag--yellow").count())
                    .isEqualTo(1);
            assertThat(text(employer)).doesNotContain("Wiśniewski", "6651411488", "Merit");
        }
        try (var firm = Browser.visitor(server, manner);
                var office = Browser.signedIn(server, manner, "office")) {
            firmLooks(firm, share);
            firm.look("shown-corrected");
            assertThat(firm.page().locator(".op-corrected").count()).isEqualTo(1);
            officeLooks(office, college);
            office.look("organisation-record-corrected");
            assertThat(office.page().locator(".op-corrected").count()).isEqualTo(1);
        }
        stopped(manner, share, view);
    }

    private void stopped(Manner manner, JsonNode share, String view) {
        lukasz().post("/me/shares/" + share.path("id").asText() + "/withdraw", "{}")
                .expect(204);
        try (var employer = Browser.visitor(server, manner)) {
            asks(employer, view, "view-withdrawn");
            employer.fill("reference", "W-3333-3333-3333-4");
            employer.press("find");
            employer.look("reference-unknown");
        }
        try (var lukasz = Browser.signedIn(server, manner, "lukasz")) {
            lukasz.go("/learner/activity");
            assertThat(text(lukasz))
                    .contains(
                            manner.language().equals("cy")
                                    ? "Gofynnodd a yw’r hyn a welwyd yn dal i sefyll"
                                    : "Asked whether what was seen still stands");
        }
    }

    /** The reference of the look. */
    private static String firmLooks(Visitor firm, JsonNode share) {
        firm.go("/check");
        firm.fill("code", share.path("code").asText());
        firm.fill("pin", PIN);
        firm.press("continue");
        firm.fill("organisation", "Otter Plumbing");
        firm.fill("name", "Alex Example");
        firm.fill("reason", "hiring");
        firm.press("see");
        return firm.page().locator("#main dd").allTextContents().stream()
                .map(String::strip)
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow();
    }

    private static void officeLooks(Visitor office, JsonNode share) {
        office.go("/organisation/share?id=" + share.path("id").asText());
        office.fill("reason", "enrolment");
        office.press("see");
    }

    /** The reference of a letter that lukasz took. */
    private String takesALetter(Manner manner, String challenge) {
        try (var lukasz = Browser.signedIn(server, manner, "lukasz")) {
            lukasz.go("/learner/challenge?id=" + challenge);
            lukasz.page().locator("#main a[href*='/learner/challenge/letter']").click();
            lukasz.fill("item", "");
            lukasz.press("take");
            lukasz.look("challenge-letter-faults");
            lukasz.fill("item", "An award of mine");
            lukasz.choose("named", "no");
            lukasz.choose("language", manner.language());
            lukasz.look("challenge-letter");
            lukasz.press("take");
            lukasz.look("challenge-letter-paper");
            var paper = lukasz.page().locator(".op-paper").textContent();
            assertThat(paper).contains("An award of mine", "/reference").doesNotContain("Wiśniewski", "Merit");
            var reference = lukasz.page().locator("#letter-reference").textContent();
            assertThat(Sharer.download(lukasz, "#file").split("\\.", -1)).hasSize(3);
            lukasz.go("/learner/challenge/letter?id=" + challenge);
            assertThat(text(lukasz)).contains(reference);
            return reference;
        }
    }

    private static void asks(Visitor visitor, String reference, String picture) {
        visitor.go("/reference");
        visitor.fill("reference", reference);
        visitor.press("find");
        visitor.look(picture);
        assertThat(visitor.page().locator("#answer").count()).isEqualTo(1);
    }

    @Test
    void theSameByRestAndAFixedShareShowsWhatWasFixed() throws Exception {
        var event = course(2);
        var live = sharedWithAFirm(event, true);
        var fixed = sharedWithAFirm(event, false);
        var first = opened(live);
        assertThat(first.path("corrections")).isEmpty();
        assertThat(opened(fixed).path("corrections")).isEmpty();
        var challenge = raised(event, "Distinction").path("id").asText();
        var letter = lukasz().post(
                        "/me/challenges/" + challenge + "/letters", "{\"item\": \"My course\", \"named\": true}")
                .expect(201)
                .json();
        verified(letter);
        var asked = server.rest()
                .get("/references/" + letter.path("reference").asText())
                .expect(200)
                .json();
        assertThat(asked.path("state").asText()).isEqualTo("challenged");
        assertThat(asked.at("/letter/learner").asText()).isEqualTo("Łukasz Wiśniewski");
        assertThat(standing(first)).isEqualTo("stands");

        upheld(challenge);

        var second = opened(live);
        assertThat(second.path("corrections")).hasSize(1);
        assertThat(second.at("/corrections/0/event").asText()).isEqualTo(event);
        assertThat(second.at("/corrections/0/seen").asText())
                .isEqualTo(first.at("/receipt/at").asText());
        assertThat(second.path("record").toString()).contains("Distinction");
        assertThat(opened(live).path("corrections")).as("they know by now").isEmpty();
        var asFixed = opened(fixed);
        assertThat(asFixed.path("record").toString()).doesNotContain("Distinction");
        assertThat(asFixed.at("/corrections/0/event").asText()).isEqualTo(event);
        assertThat(lukasz().get("/me/shares/" + fixed.path("id").asText() + "/preview")
                        .expect(200)
                        .json()
                        .path("record")
                        .toString())
                .as("what is corrected stands beside the record")
                .isEqualTo(asFixed.path("record").toString());
        assertThat(standing(first)).isEqualTo("superseded");
        assertThat(standing(second)).isEqualTo("stands");
        assertThat(server.rest()
                        .get("/references/" + letter.path("reference").asText())
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("answered");
        assertThat(server.rest().get("/references/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        lukasz().post("/me/challenges/" + challenge + "/letters", "{}").expect(409);
    }

    private JsonNode opened(JsonNode share) {
        return server.rest()
                .post("/shares/open", """
                    {"code": "%s", "pin": "%s",
                     "viewer": {"organisation": "Otter Plumbing", "name": "Alex", "purpose": "hiring"}}\
                    """.formatted(share.path("code").asText(), PIN))
                .expect(200)
                .json();
    }

    private String standing(JsonNode opened) {
        return server.rest()
                .get("/references/" + opened.at("/receipt/reference").asText())
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    /** By the key that is published. */
    private void verified(JsonNode letter) throws Exception {
        var signed = SignedJWT.parse(letter.path("signed").asText());
        var keys = JWKSet.parse(
                server.rest().get("/.well-known/jwks.json").expect(200).text());
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey();
        assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(signed.getJWTClaimsSet().getStringClaim("item")).isEqualTo("My course");
        server.rest()
                .bearer(letter.path("signed").asText())
                .get("/me/challenges")
                .expect(401);
    }

    /** Lukasz has to do with Harrowmere College; of nobody with this number it knows nothing. */
    private static final String HEADER = "ULN,Kind,Title,Provider,Explanation\n";

    private static String row(String uln, String title) {
        return uln + ",MISSING," + title + ",Harrowmere College,the whole class\n";
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aCollegeRaisesAWholeClassWithAFileAndAnswersManyWithOneReason(Manner manner) throws IOException {
        var mark = "Class " + manner.language();
        var file = Path.of("target", "challenges-" + manner.language() + ".csv");
        Files.writeString(
                file,
                HEADER
                        + row("6651411488", mark + " one")
                        + row("6651411488", mark + " two")
                        + row("8052553457", mark + " three")
                        + row("6651411488", mark + " four").replace("MISSING", "LOST"));
        try (var office = Browser.signedIn(server, manner, "office")) {
            office.go("/organisation/challenges/raised");
            office.page()
                    .locator("#main a[href='/organisation/challenge-files']")
                    .click();
            office.page().locator("#send").click();
            assertThat(office.page().url()).contains("wrong=missing");
            office.look("challenge-files-missing");
            office.page().locator("#file").setInputFiles(file);
            office.page().locator("#send").click();
            worked(office);
            office.look("challenge-file");
            assertThat(text(office)).contains("ULN", "Kind");
            assertThat(Sharer.download(office, "#main a[href*='/challenge-files/answer']"))
                    .contains("three", "four", "ULN:not-your-learner", "Kind:not-a-word")
                    .doesNotContain(mark + " one");
            office.go("/organisation/challenge-files");
            office.look("challenge-files");
            many(office, mark);
        }
    }

    private static void worked(Visitor office) {
        assertThat(office.page().url()).contains("/organisation/challenge-file?id=");
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (office.page()
                        .locator("#main .govuk-summary-list .govuk-tag--green")
                        .count()
                == 0) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            office.page().reload();
        }
    }

    private static void many(Visitor office, String mark) {
        office.go("/organisation/challenges");
        office.page().locator("#main a[href='/organisation/challenges/many']").click();
        office.press("take");
        office.look("challenge-many-faults");
        chooses(office, mark);
        office.choose("step", "acknowledge");
        office.press("take");
        office.look("challenge-many-done");
        assertThat(office.page().locator(".govuk-notification-banner").textContent())
                .contains("2");
        office.go("/organisation/challenges/many");
        chooses(office, mark);
        office.choose("step", "reject");
        office.page().locator("#main textarea[name='words']").fill("There was no such class.");
        office.look("challenge-many");
        office.press("take");
        assertThat(office.page().locator(".govuk-notification-banner").textContent())
                .contains("2");
        office.go("/organisation/challenges");
        assertThat(text(office)).doesNotContain(mark);
    }

    private static void chooses(Visitor office, String mark) {
        var boxes = office.page()
                .locator("#main .govuk-checkboxes__item:has-text('" + mark + "') input")
                .all();
        assertThat(boxes).hasSize(2);
        boxes.forEach(box -> box.check());
    }

    @Test
    void aSystemSendsAFileAndSendsItTwiceForNothing() {
        var mis = server.rest().system("harrowmere-mis");
        var content =
                (HEADER + row("6651411488", "By system") + row("1", "By system")).getBytes(StandardCharsets.UTF_8);
        var id = mis.post("/challenge-files?name=class.csv", "text/csv", content)
                .expect(202)
                .json()
                .path("id")
                .asText();
        assertThat(mis.post("/challenge-files?name=another.csv", "text/csv", content)
                        .expect(200)
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(id);
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (!mis.get("/challenge-files/" + id).json().path("state").asText().equals("done")) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        var done = mis.get("/challenge-files/" + id).expect(200).json();
        assertThat(done.path("good").asInt()).isEqualTo(1);
        assertThat(done.at("/remarks/0/line").asInt()).isEqualTo(3);
        assertThat(done.at("/remarks/0/column").asText()).isEqualTo("ULN");
        assertThat(mis.get("/challenge-files/" + id + "/answer").expect(200).text())
                .contains("not-a-uln");
        assertThat(mis.get("/challenges/raised?limit=100").expect(200).text()).contains("By system");
        server.rest().signIn("larkwell").get("/challenge-files/" + id).expect(404);
        mis.get("/learner-files/" + id).expect(404);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void whatIsCountedIsOpenToAllAndWhereWrongDataComesFromIsTheServices(Manner manner) {
        try (var anyone = Browser.visitor(server, manner);
                var admin = Browser.signedIn(server, manner, "admin")) {
            anyone.go("/statistics");
            anyone.page().locator("#main a[href='/timeliness']").click();
            anyone.look("timeliness");
            lukasz().post("/me/challenges", """
                {"kind": "missing", "supplied": {"title": "Quality %s", "provider": "Larkwell Adult Learning Centre"}}\
                """.formatted(manner.language())).expect(201);
            admin.go("/admin/challenges");
            admin.page().locator("#main a[href='/admin/challenges/quality']").click();
            admin.look("quality");
            assertThat(admin.page().locator("#kinds tbody tr").count()).isPositive();
            assertThat(admin.page().locator("#fields tbody tr").count()).isPositive();
        }
        assertThat(server.rest()
                        .get("/timeliness")
                        .expect(200)
                        .json()
                        .path("figures")
                        .isArray())
                .isTrue();
        var sources = server.rest()
                .signIn("admin")
                .get("/service/challenges/sources")
                .expect(200)
                .json();
        assertThat(sources.path("kinds").findValuesAsText("what")).contains("missing");
        assertThat(sources.path("fields").findValuesAsText("owner")).contains(LARKWELL);
        server.rest().signIn("larkwell").get("/service/challenges/sources").expect(404);
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }
}
