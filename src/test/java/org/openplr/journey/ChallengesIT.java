package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** The whole life of a data challenge by three people: a learner, a college that owns the data, the service. */
class ChallengesIT {
    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    /** A course of lukasz's that Harrowmere College returned; each test has one of its own. */
    private String course(int which) {
        var events = server.rest()
                .signIn("lukasz")
                .get("/me/record")
                .expect(200)
                .json()
                .path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("source").asText().equals("ILR"))
                .filter(event -> event.at("/provider/ukprn").asText().equals("19990055"))
                .map(event -> event.path("id").asText())
                .sorted()
                .toList()
                .get(which);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aGradeIsChallengedAskedAboutRejectedAppealedAndPutRight(Manner manner) {
        var event = course(manner.script() ? 0 : 1);
        var grade = "Merit " + manner.language();
        try (var lukasz = Browser.signedIn(server, manner, "lukasz");
                var office = Browser.signedIn(server, manner, "office");
                var admin = Browser.signedIn(server, manner, "admin")) {
            var reference = raises(lukasz, event, grade);
            acknowledgesAndAsks(office, reference);
            answersWhatWasAsked(lukasz);
            rejects(office, reference);
            appeals(lukasz, reference);
            upholds(admin, reference, grade);

            lukasz.go("/learner/challenges");
            lukasz.look("challenges-over");
            lukasz.page().locator("#main li:has-text('" + reference + "') a").click();
            lukasz.look("challenge-upheld");
            assertThat(text(lukasz)).contains("Harrowmere College");
            assertThat(lukasz.page().locator("#timeline li").count()).isEqualTo(7);
            lukasz.go("/learner/record?words=" + grade.replace(" ", "+"));
            assertThat(text(lukasz)).contains(grade);
        }
    }

    /** From the line in the record to the reference in five pages. */
    private static String raises(Visitor lukasz, String event, String grade) {
        lukasz.go("/learner/record");
        var line = lukasz.page().locator("#main li.op-item:has(a[href$='event=" + event + "'])");
        line.locator("summary").click();
        lukasz.countAnew();
        line.locator("a[href$='event=" + event + "']").click();
        lukasz.press("continue");
        lukasz.look("challenge-what-faults");
        lukasz.choose("kind", "wrong");
        lukasz.press("continue");
        lukasz.look("challenge-fields");
        lukasz.press("continue");
        lukasz.look("challenge-fields-faults");
        lukasz.fill("grade", grade);
        lukasz.press("continue");
        write(lukasz, "explanation", "It stands on my certificate, number 4711.");
        lukasz.fill("elsewhere", "University of Harrowmere");
        lukasz.date("elsewhere-day", "31", "12", "2031");
        lukasz.look("challenge-words");
        lukasz.press("continue");
        lukasz.look("challenge-check");
        assertThat(text(lukasz)).contains(grade, "4711", "University of Harrowmere");
        lukasz.press("raise");
        lukasz.look("challenge-done");
        // Five pages, and two that came again with what was wrong.
        assertThat(lukasz.documents()).isLessThanOrEqualTo(7);
        var reference = lukasz.page().locator("#reference").textContent();
        lukasz.go("/learner/record");
        assertThat(lukasz.page()
                        .locator("#main li.op-item:has(a[href$='event=" + event + "']) .govuk-tag--orange")
                        .count())
                .isEqualTo(1);
        return reference;
    }

    private static void acknowledgesAndAsks(Visitor office, String reference) {
        office.go("/organisation/");
        office.look("organisation-what-waits");
        assertThat(text(office)).containsPattern("(To be answered|I’w hateb): [1-9]");
        office.page().locator("#main a[href='/organisation/challenges']").click();
        office.look("challenge-inbox");
        office.page().locator("#main li:has-text('" + reference + "') a").click();
        office.look("challenge-to-answer");
        assertThat(text(office)).contains("6651411488", "4711");
        office.press("acknowledge");
        office.look("challenge-acknowledged");
        office.page().locator("#main a[href*='step=ask']").click();
        office.press("act");
        office.look("challenge-ask-faults");
        write(office, "words", "Please send us the number of your certificate.");
        office.press("act");
        office.look("challenge-asked");
        assertThat(office.page().locator("[name=acknowledge]").count()).isZero();
    }

    private static void answersWhatWasAsked(Visitor lukasz) {
        lukasz.go("/learner/");
        lukasz.look("home-with-challenge");
        lukasz.page().locator("#main a[href*='/learner/challenge?id=']").first().click();
        lukasz.look("challenge-asked-learner");
        write(lukasz, "words", "It is 4711, of 6 July 2018.");
        lukasz.press("give");
        lukasz.look("challenge-given");
    }

    private static void rejects(Visitor office, String reference) {
        open(office, "/organisation/challenges", reference);
        office.page().locator("#main a[href*='step=answer']").click();
        office.look("challenge-answer");
        office.press("act");
        office.look("challenge-answer-faults");
        office.choose("decision", "reject");
        write(office, "words", "Our examination board has no such grade.");
        office.press("act");
        office.look("challenge-rejected");
    }

    private static void appeals(Visitor lukasz, String reference) {
        lukasz.go("/learner/challenges");
        lukasz.page().locator("#main li:has-text('" + reference + "') a").click();
        write(lukasz, "words", "The certificate is in my hands.");
        lukasz.press("appeal");
        lukasz.look("challenge-appealed");
    }

    private static void upholds(Visitor admin, String reference, String grade) {
        admin.go("/admin/");
        admin.page().locator("#main a[href='/admin/challenges']").click();
        admin.look("challenge-desk");
        admin.page().locator("#main li:has-text('" + reference + "') a").first().click();
        admin.page().locator("#main a[href*='step=answer']").click();
        assertThat(admin.page().inputValue("[name=grade]")).isEqualTo(grade);
        admin.choose("decision", "uphold");
        admin.press("act");
        admin.look("challenge-service-upheld");
    }

    private static void open(Visitor visitor, String list, String reference) {
        visitor.go(list);
        visitor.page().locator("#main li:has-text('" + reference + "') a").click();
    }

    @ParameterizedTest
    @MethodSource("manners")
    void whatIsMissingIsSaidAndTakenBackAndALookIsReported(Manner manner) {
        try (var lukasz = Browser.signedIn(server, manner, "lukasz")) {
            lukasz.go("/learner/challenges");
            lukasz.look("challenges");
            lukasz.page().locator("#main a[href='/learner/challenge/what']").click();
            lukasz.look("challenge-what");
            lukasz.choose("kind", "missing");
            lukasz.press("continue");
            lukasz.look("challenge-missing");
            lukasz.fill("title", "Award in Knots " + manner.language());
            lukasz.date("awardedOn", "31", "2", "2026");
            lukasz.press("continue");
            lukasz.look("challenge-missing-faults");
            assertThat(lukasz.page().inputValue("[name=title]")).contains("Knots");
            lukasz.date("awardedOn", "3", "2", "2020");
            lukasz.press("continue");
            lukasz.press("continue");
            lukasz.press("raise");
            var place = lukasz.page().url().replace("/challenge/done", "/challenge");
            lukasz.page().navigate(place);
            lukasz.page()
                    .locator("#main a[href*='/learner/challenge/withdraw']")
                    .click();
            lukasz.look("challenge-withdraw");
            lukasz.press("withdraw");
            lukasz.look("challenge-withdrawn");

            lukasz.go("/learner/challenge/what?look=" + look(manner.script() ? 0 : 1));
            lukasz.look("challenge-look");
            lukasz.press("continue");
            lukasz.press("continue");
            lukasz.look("challenge-look-faults");
            write(lukasz, "explanation", "I do not know why.");
            lukasz.press("continue");
            lukasz.press("raise");
            lukasz.look("challenge-look-done");
        }
    }

    private String look(int which) {
        var entries = server.rest()
                .signIn("lukasz")
                .get("/me/activity?limit=100")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("id").asText())
                .filter(id -> !id.isEmpty())
                .toList()
                .get(which);
    }

    @Test
    void theWholeLifeByRest() {
        var lukasz = server.rest().signIn("lukasz");
        var office = server.rest().signIn("office");
        var admin = server.rest().signIn("admin");
        var event = course(2);
        var raise = """
            {"kind": "wrong", "event": "%s", "supplied": {"grade": "Distinction"}, "explanation": "certificate"}\
            """.formatted(event);
        var raised = lukasz.post("/me/challenges", raise).expect(201).json();
        var id = raised.path("id").asText();
        assertThat(raised.path("state").asText()).isEqualTo("raised");
        assertThat(raised.path("reference").asText()).startsWith("D-");
        assertThat(raised.path("owner").asText()).isEqualTo("19990055");
        assertThat(lukasz.post("/me/challenges", raise).expect(409).code()).isEqualTo("challenged-already");
        assertThat(disputed(lukasz, event)).isTrue();
        assertThat(ids(office.get("/challenges?limit=100").expect(200).json())).contains(id);
        var quillon = server.rest().signIn("quillon");
        assertThat(quillon.get("/challenges/" + id).status()).isEqualTo(404);
        assertThat(ids(quillon.get("/challenges").expect(200).json())).doesNotContain(id);

        assertThat(office.with("If-Match", "\"99\"")
                        .post("/challenges/" + id + "/steps", "{\"step\": \"acknowledge\"}")
                        .status())
                .isEqualTo(412);
        step(office, "/challenges/", id, "{\"step\": \"acknowledge\"}", 200);
        step(office, "/challenges/", id, "{\"step\": \"acknowledge\"}", 409);
        step(office, "/challenges/", id, "{\"step\": \"ask\"}", 422);
        step(office, "/challenges/", id, "{\"step\": \"ask\", \"words\": \"Rhif y dystysgrif?\"}", 200);
        var asked = lukasz.get("/me/challenges/" + id).expect(200).json();
        assertThat(asked.path("due").path("stopped").isMissingNode()).isFalse();
        assertThat(asked.path("steps").findValuesAsText("words")).contains("Rhif y dystysgrif?");
        lukasz.post("/me/challenges/" + id + "/evidence", "{\"words\": \"4711\"}")
                .expect(204);
        step(office, "/challenges/", id, "{\"step\": \"reject\", \"words\": \"no such grade\"}", 200);
        lukasz.post("/me/challenges/" + id + "/appeal", "{\"words\": \"there is\"}")
                .expect(204);
        assertThat(ids(admin.get("/service/challenges?limit=100").expect(200).json()))
                .contains(id);
        admin.get("/service/challenges/late").expect(200);
        step(admin, "/service/challenges/", id, "{\"step\": \"uphold\"}", 200);

        var closed = lukasz.get("/me/challenges/" + id).expect(200).json();
        assertThat(closed.path("state").asText()).isEqualTo("closed");
        assertThat(closed.path("answer").asText()).isEqualTo("upheld");
        assertThat(lukasz.get("/me/record").expect(200).text()).contains("Distinction");
        assertThat(disputed(lukasz, event)).isFalse();
        lukasz.post("/me/challenges/" + id + "/withdraw", "{}").expect(409);
        assertThat(lukasz.get("/me/activity?limit=100").expect(200).text())
                .contains("challenge.acknowledge", "challenge.uphold");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aCollegeRaisesForALearnerOfItsOwnAndTakesItBack(Manner manner) {
        try (var office = Browser.signedIn(server, manner, "office")) {
            office.go("/organisation/challenges");
            office.page()
                    .locator("#main a[href='/organisation/challenges/raised']")
                    .click();
            office.look("challenges-raised-none");
            office.page()
                    .locator("#main a[href='/organisation/challenges/new']")
                    .click();
            office.press("continue");
            office.look("challenge-new-faults");
            office.choose("kind", "missing");
            office.fill("uln", "8052553457");
            office.press("continue");
            office.look("challenge-new-nobody");
            office.fill("uln", "6651411488");
            office.press("continue");
            office.look("challenge-raise");
            office.press("raise");
            office.look("challenge-raise-faults");
            office.fill("title", "Award in Ropes " + manner.language());
            write(office, "explanation", "It was awarded with us.");
            office.press("raise");
            office.look("challenges-raised");
            office.page().locator("#main .op-card a").first().click();
            office.look("challenge-raised");
            office.page().locator("#main a[href*='step=withdraw']").click();
            office.look("challenge-raised-withdraw");
            office.press("act");
            assertThat(office.page().locator("#state").getAttribute("class")).contains("grey");
        }
    }

    /** One cause, many learners: each is answered for itself, and one that is not there stops none. */
    @Test
    void manyAreAcknowledgedAtOnceAndTheCollegeSeesHowWellItAnswers() {
        var system = server.rest().system("harrowmere-mis");
        var ids = Stream.of("One", "Two")
                .map(title -> system.post("/challenges", """
                    {"uln": "6651411488", "kind": "missing", "supplied": {"title": "Award %s",
                     "provider": "Harrowmere College"}}\
                    """.formatted(title)))
                .map(raised -> raised.expect(201).json().path("id").asText())
                .toList();
        var seen = system.get("/challenges/" + ids.getFirst())
                .header("ETag")
                .orElseThrow()
                .replace("\"", "");

        var results = system.post("/challenges/steps", """
            {"challenges": [{"id": "%s", "revision": %s}, {"id": "%s", "revision": 99}, {"id": "%s", "revision": 1}],
             "step": {"step": "acknowledge"}}\
            """.formatted(
                                ids.getFirst(), seen, ids.getLast(), java.util.UUID.randomUUID()))
                .expect(200)
                .json()
                .path("results");

        assertThat(results.findValuesAsText("outcome")).containsExactly("done", "changed-meanwhile", "refused");
        var figures = system.get("/challenges/figures").expect(200).json();
        assertThat(figures.path("received").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(figures.path("open").asInt()).isGreaterThanOrEqualTo(2);
        var all = server.rest()
                .signIn("admin")
                .get("/service/challenges/figures")
                .expect(200)
                .json();
        assertThat(all.path("items").findValuesAsText("owner")).contains("19990055");
        system.post("/challenges/steps", "{\"challenges\": [], \"step\": {\"step\": \"acknowledge\"}}")
                .expect(422);
    }

    @Test
    void aSystemOfTheCollegePollsWhatHappensAndRaisesForItsLearners() {
        var system = server.rest().system("harrowmere-mis");
        var raised = system.post("/challenges", """
            {"uln": "6651411488", "kind": "missing", "supplied": {"title": "Safe lifting", "awardedOn": "2019-03-02",
             "provider": "Harrowmere College"}}\
            """).expect(201).json();
        var id = raised.path("id").asText();
        assertThat(raised.path("owner").asText()).isEqualTo("19990055");
        assertThat(ids(system.get("/challenges/raised").expect(200).json())).contains(id);
        assertThat(system.post("/challenges", """
            {"uln": "8052553457", "kind": "missing", "supplied": {"title": "Safe lifting"}}\
            """).status()).isEqualTo(404);

        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (!all(system).contains(id)) {
            assertThat(Instant.now()).as("an event is told some seconds later").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /** Every event, page by page. */
    private static List<String> all(Rest system) {
        var all = new java.util.ArrayList<String>();
        var cursor = "";
        while (true) {
            var page = system.get("/challenges/events?limit=100" + cursor)
                    .expect(200)
                    .json();
            if (page.path("items").isEmpty()) return all;
            all.addAll(page.path("items").findValuesAsText("challenge"));
            cursor = "&cursor=" + page.path("next").asText();
        }
    }

    private static void step(Rest rest, String path, String id, String step, int status) {
        var seen = rest.get(path + id).expect(200).header("ETag").orElseThrow();
        rest.with("If-Match", seen).post(path + id + "/steps", step).expect(status);
    }

    private static boolean disputed(Rest lukasz, String event) {
        return StreamSupport.stream(
                        lukasz.get("/me/record")
                                .expect(200)
                                .json()
                                .path("events")
                                .spliterator(),
                        false)
                .filter(one -> one.path("id").asText().equals(event))
                .anyMatch(one -> one.path("underDataChallenge").asBoolean());
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .map(one -> one.path("id").asText())
                .toList();
    }

    private static void write(Visitor visitor, String name, String text) {
        visitor.page().locator("#main textarea[name='" + name + "']").fill(text);
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }
}
