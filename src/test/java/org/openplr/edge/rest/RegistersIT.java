package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** The registers by REST on the real server: qualifications for all, organisations for whoever is signed in. */
class RegistersIT {
    private final Rest anyone = Server.running().rest();

    @ParameterizedTest
    @ValueSource(strings = {"6018758X", "6018758x", "601%2F8758%2FX"})
    void qualificationIsFoundInEverySpelling(String spelling) {
        var found =
                anyone.get("/qualifications?qan=" + spelling).expect(200).json().path("items");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("reference").asText()).isEqualTo("6018758X");
        assertThat(found.get(0).path("number").asText()).isEqualTo("601/8758/X");
        assertThat(found.get(0).path("awardingOrganisation").path("name").asText())
                .isEqualTo("AQA Education");
        assertThat(found.get(0).path("sectorSubjectArea").path("code").asText()).isEqualTo("2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61000079", "610/0007/9"})
    void qualificationIsAskedForByItsNumber(String spelling) {
        var found = anyone.get("/qualifications/" + spelling).expect(200).json();

        assertThat(found.path("level").asText()).isEqualTo("Level 3");
        assertThat(found.path("checkDigitHolds").asBoolean(true)).isFalse();
        assertThat(found.has("credits")).as("what the register does not say").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50000000", "nonsense", "%00", "%2e%2e", "6018758X6018758X"})
    void noSuchQualificationIsNotFound(String number) {
        assertThat(anyone.get("/qualifications/" + number).status()).isIn(400, 404);
    }

    @Test
    void codeListsAreForEverybodyWithWhatIsNotConfirmedSaid() {
        var all = anyone.get("/code-lists").expect(200).json().path("items");
        assertThat(all).hasSizeGreaterThan(15);
        assertThat(all.findValuesAsText("confirmed")).contains("true", "false");

        var seen = anyone.get("/code-lists/verification-type").expect(200).json();
        assertThat(seen.path("confirmed").asBoolean(true)).isFalse();
        assertThat(seen.path("codes").get(2).path("label").path("cy").asText()).isEqualTo("Pasbort");
        assertThat(seen.path("codes").get(2).path("note").asText()).isEqualTo("level-one");

        assertThat(anyone.get("/code-lists/nationality").status()).isEqualTo(404);
    }

    @Test
    void codeListIsATableToo() {
        var table = anyone.with("Accept", "text/csv")
                .get("/code-lists/gender/table.csv")
                .expect(200);

        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.text().lines())
                .hasSize(5)
                .contains("gender,2026-11-25,9,NOT_DETERMINED,Not determined,Heb ei bennu,,yes,"
                        + "\"learner.xsd (2008), MIAPGender; labels of the 2012 service's model\"");
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        var seen = new HashSet<String>();
        var items = 0;
        var cursor = "";
        do {
            var page = anyone.get("/qualifications?level=3&limit=7&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("reference").asText()));
            items += page.path("items").size();
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());

        assertThat(items).isGreaterThan(14).isEqualTo(seen.size());
    }

    @Test
    void whoSearchesWithoutEndIsToldToWait() {
        var machine = anyone.with(Server.CLIENT_HEADER, "a machine that searches");
        var answers = IntStream.range(0, 130)
                .mapToObj(_ -> machine.get("/qualifications?keyword=award&limit=1"))
                .toList();

        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(answers.getLast().expect(429).header("Retry-After")).isPresent();
        machine.get("/qualifications?qan=60142923").expect(200);
        anyone.get("/qualifications?keyword=award").expect(200);
    }

    @Test
    void wordsLevelAndAreaNarrowTogether() {
        var found = anyone.get("/qualifications?keyword=gcse%20mathematics&level=1/2&ssa=2")
                .expect(200)
                .json()
                .path("items");

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("title").asText()).contains("GCSE", "Mathematics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qan=123", "limit=0", "limit=many", "limit=1000", "cursor=AAAA", "cursor=%C2%A7"})
    void whatCannotBeReadIsAProblemWithItsPlace(String query) {
        var problem = anyone.get("/qualifications?" + query).expect(422);

        assertThat(problem.json().path("errors").get(0).path("pointer").asText())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyword=%25_'--", "ssa=%27%20or%201=1", "level=%25", "keyword=%F0%9F%98%80"})
    void oddWordsFindNothingAndBreakNothing(String query) {
        anyone.get("/qualifications?" + query).expect(200);
    }

    @Test
    void organisationsAreForWhoeverIsSignedIn() {
        anyone.get("/organisations?name=harrowmere").expect(401);

        var found = anyone.signIn("sian")
                .get("/organisations?name=HARROWMERE")
                .expect(200)
                .json();

        assertThat(found.path("items"))
                .extracting(item -> item.path("name").asText())
                .containsExactly("Harrowmere College", "Harrowmere Royal Infirmary", "University of Harrowmere");
    }

    @Test
    void organisationIsFoundByItsNumber() {
        var sian = anyone.signIn("sian");

        var aqa = sian.get("/organisations?ukprn=10020071").expect(200).json().path("items");
        assertThat(aqa).hasSize(1);
        assertThat(aqa.get(0).path("kind").asText()).isEqualTo("awarding");
        assertThat(sian.get("/organisations?ukprn=19999999").expect(200).json().path("items"))
                .isEmpty();
        sian.get("/organisations?ukprn=aqa").expect(422);
    }
}
