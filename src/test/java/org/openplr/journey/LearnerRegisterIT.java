package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** A vendor's system and a college's people work with the learner register by REST. */
class LearnerRegisterIT {
    private final Server server = Server.running();
    private final Rest office = server.rest().signIn("office");

    private static String demographics(String given, String family) {
        return """
            {"givenName":"%s","familyName":"%s","dateOfBirth":"2009-02-14","gender":"FEMALE","postcode":"SA62 6QR"}\
            """.formatted(given, family);
    }

    private static String newcomer(String given, String family, String ability) {
        return """
            {"givenName":"%s","familyName":"%s","dateOfBirth":"2009-02-14","gender":"2","postcode":"SA62 6QR",\
            "verificationType":"RELATIONSHIP_WITH_SCHOOL","abilityToShare":"%s","schoolAt16":"Ysgol Bro Gwaun"}\
            """.formatted(given, family, ability);
    }

    private String registered(String given, String family) {
        office.post("/learners/find", demographics(given, family)).expect(200);
        return office.post("/learners", newcomer(given, family, "1"))
                .expect(201)
                .json()
                .get("uln")
                .asText();
    }

    @Test
    void aFindComesFirstThenANumberThenItIsFound() {
        var one = newcomer("Gwenllian", "Pumphrey", "MAY_SHARE");
        assertThat(office.post("/learners", one).expect(409).code()).isEqualTo("find-first");

        var none = office.post("/learners/find", demographics("Gwenllian", "Pumphrey"))
                .expect(200);
        assertThat(none.json().get("outcome").asText()).isEqualTo("NONE");
        var made = office.with("Idempotency-Key", "a-1").post("/learners", one).expect(201);
        var again = office.with("Idempotency-Key", "a-1").post("/learners", one).expect(201);
        var found = office.post("/learners/find", demographics("GWENLLIAN", "pumphrey"))
                .expect(200);

        var uln = made.json().get("uln").asText();
        assertThat(again.json().get("uln").asText()).isEqualTo(uln);
        assertThat(found.json().get("outcome").asText()).isEqualTo("EXACT");
        assertThat(found.json().get("responseCode").asText()).isEqualTo("WSRC0004");
        assertThat(found.json().get("learners").get(0).get("uln").asText()).isEqualTo(uln);
    }

    private static List<Rest.Answer> atOnce(Callable<Rest.Answer> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Rest.Answer>();
            for (var one : threads.invokeAll(Collections.nCopies(8, call))) answers.add(one.get());
            return answers;
        }
    }

    /** Of those who do the same at one moment the database lets one in; the others find what that one did. */
    @Test
    void whatIsAskedEightTimesAtOnceIsAnsweredEightTimes() throws Exception {
        var one = newcomer("Tirion", "Copperthwaite", "1");
        var keyed = office.with("Idempotency-Key", "eight-at-once");
        var relation = """
            {"givenName":"Tirion","familyName":"Copperthwaite","kind":"ENROLLED","from":"2026-09-01","until":"%s",\
            "source":"ENROLMENT","evidence":"enrolment 4712"}\
            """.formatted(LocalDate.now(ZoneId.of("Europe/London")).plusMonths(8));

        var finds = atOnce(() -> office.post("/learners/find", demographics("Tirion", "Copperthwaite")));
        var made = atOnce(() -> keyed.post("/learners", one));
        var number = made.getFirst().expect(201).json().get("uln").asText();
        var related = atOnce(() -> office.post("/learners/" + number + "/relationships", relation));

        assertThat(finds).extracting(Rest.Answer::status).containsOnly(200);
        assertThat(made).extracting(Rest.Answer::status).containsOnly(201);
        assertThat(made).extracting(answer -> answer.json().get("uln").asText()).containsOnly(number);
        assertThat(related).extracting(Rest.Answer::status).containsOnly(204, 422);
        assertThat(related).filteredOn(answer -> answer.status() == 204).hasSize(1);
    }

    @Test
    void whatIsWrongIsToldByTheMemberOfTheBody() {
        office.post("/learners/find", demographics("Iolo", "Wrongwell")).expect(200);
        var body = newcomer("Iolo", "Wrongwell", "2").replace("Ysgol Bro Gwaun", "x".repeat(255));

        var refused = office.post("/learners", body).expect(422);

        assertThat(refused.json().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/abilityToShare", "/schoolAt16");
    }

    @Test
    void detailsAreReadAndChangedByWhoeverHasToDoWithThemAndByNobodyElse() {
        var uln = registered("Branwen", "Oakshott");
        var stranger = server.rest().signIn("larkwell");

        var read = office.get("/learners/" + uln).expect(200);
        var patch = BodyPublishers.ofString(
                "{\"postcode\":\"CF10 3AT\",\"schoolAt16\":null,\"why\":\"Llythyr 20 Tachwedd\"}");
        var changed = office.with("If-Match", read.header("ETag").orElseThrow())
                .with("Content-Type", "application/merge-patch+json")
                .send("PATCH", "/learners/" + uln, patch)
                .expect(200);
        var stale = office.with("If-Match", read.header("ETag").orElseThrow())
                .with("Content-Type", "application/merge-patch+json")
                .send("PATCH", "/learners/" + uln, BodyPublishers.ofString("{\"town\":\"Cardiff\"}"));

        assertThat(read.json().at("/details/schoolAt16").asText()).isEqualTo("Ysgol Bro Gwaun");
        assertThat(changed.json().at("/details/postcode").asText()).isEqualTo("CF10 3AT");
        assertThat(changed.json().at("/details/schoolAt16").isMissingNode()).isTrue();
        stale.expect(412);
        var versions =
                office.get("/learners/" + uln + "/versions").expect(200).json().get("items");
        assertThat(versions.get(0).at("/former/postcode").asText()).isEqualTo("SA62 6QR");
        assertThat(versions.get(0).at("/why").asText()).isEqualTo("Llythyr 20 Tachwedd");
        for (var why : List.of("\"" + "x".repeat(251) + "\"", "7")) {
            var wrong = office.with("If-Match", changed.header("ETag").orElseThrow())
                    .with("Content-Type", "application/merge-patch+json")
                    .send(
                            "PATCH",
                            "/learners/" + uln,
                            BodyPublishers.ofString("{\"town\":\"Cardiff\",\"why\":" + why + "}"))
                    .expect(422);
            assertThat(wrong.json().at("/errors/0/pointer").asText()).isEqualTo("/why");
        }
        stranger.get("/learners/" + uln).expect(404);
        stranger.get("/learners/" + uln + "/versions").expect(404);
    }

    @Test
    void anotherCollegeEnrolsThemSeesThemAndLetsThemGo() {
        var uln = registered("Meirion", "Tallboys");
        var other = server.rest().signIn("larkwell");
        var enrolment = """
            {"givenName":"Meirion","familyName":"Tallboys","kind":"ENROLLED","from":"2026-09-01","until":"%s",\
            "source":"ENROLMENT","evidence":"enrolment 4711"}\
            """.formatted(LocalDate.now(ZoneId.of("Europe/London")).plusMonths(8));

        other.post("/learners/" + uln + "/relationships", enrolment.replace("Meirion", "Somebody"))
                .expect(404);
        other.post("/learners/" + uln + "/relationships", enrolment).expect(204);
        var seen = other.get("/learners/" + uln).expect(200);
        other.post("/learners/" + uln + "/relationships/end", "{\"kind\":\"ENROLLED\",\"from\":\"2026-09-01\"}")
                .expect(204);

        assertThat(seen.json().at("/relationships/0/evidence").asText()).isEqualTo("enrolment 4711");
        other.get("/learners/" + uln).expect(404);
    }

    @Test
    void aSystemVerifiesAndAnAwardingOrganisationOnlyChecks() {
        var uln = registered("Heledd", "Quartermain");
        var awarding = server.rest().signIn("quillon");
        var asked = """
            {"learners":[{"uln":"%s","givenName":"Heledd","familyName":"Quartermain"},\
            {"uln":"%s","givenName":"Heledd","familyName":"Jones","dateOfBirth":"2009-02-14"},\
            {"uln":"%s","givenName":"Tom","familyName":"Jones"}]}\
            """.formatted(uln, uln, uln);

        var results =
                awarding.post("/learners/verify", asked).expect(200).json().get("results");
        var checked = awarding.post(
                        "/learners/find", demographics("Heledd", "Quartermain").replace("{", "{\"findType\":\"CHK\","))
                .expect(200);

        assertThat(results.findValuesAsText("result")).containsExactly("VERIFIED", "UPDATE", "NOT_VERIFIED");
        assertThat(results.get(1).at("/differs/0").asText()).isEqualTo("FAMILY_NAME");
        assertThat(checked.json().at("/learners/0/uln").asText()).isEqualTo(uln);
        assertThat(checked.json().at("/learners/0/givenName").isMissingNode()).isTrue();
        awarding.post("/learners/find", demographics("Heledd", "Quartermain")).expect(404);
        awarding.get("/learners/" + uln).expect(404);
        awarding.get("/learners/number-changes?kind=deleted&from=2026-01-01&to=2026-12-31")
                .expect(200);
        awarding.get("/learners/number-changes?kind=deleted&from=2026-01-01&to=%2B999999999-12-31")
                .expect(422);
        assertThat(awarding.get("/learners/number-changes?kind=gone&from=x")
                        .expect(422)
                        .json()
                        .get("errors")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void whoMayOnlyLookFindsAndRegistersNobody() {
        var viewer = server.rest().signIn("enrolment");

        viewer.post("/learners/find", demographics("Nia", "Nowhereman")).expect(200);

        viewer.post("/learners", newcomer("Nia", "Nowhereman", "1")).expect(404);
        server.rest()
                .signIn("sian")
                .post("/learners/find", demographics("Nia", "Nowhereman"))
                .expect(404);
    }
}
