package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** An awarding organisation's system keeps what it awarded by REST. */
class AchievementsIT {
    private static final String MOHAMMED = "8363853088";

    private final Server server = Server.running();
    private final Rest quillon = server.rest().signIn("quillon");

    private static String award(String reference, String more) {
        return """
            {"reference":"%s","uln":"%s","givenName":"Mohammed","familyName":"Iqbal","award":"q9990101",%s}\
            """.formatted(reference, MOHAMMED, more);
    }

    private static String submitted(String reference, String grade) {
        return award(reference, "\"awardedOn\":\"2026-06-12\",\"grade\":\"" + grade + "\",\"provider\":\"19990055\"");
    }

    private static String request(String... some) {
        return "{\"achievements\":[" + String.join(",", some) + "]}";
    }

    @Test
    void goodOnesGoInBadOnesComeBackWithAPlaceAndWordsAndTheLearnerSeesIt() {
        var wrong = submitted("IT-2", "Pass").replace("Iqbal", "Somebody");
        var unreadable = submitted("IT-3", "").replace(MOHAMMED, "12");

        var answer = quillon.post(
                        "/achievements?lang=cy", request(submitted("IT-1", "Merit"), wrong, unreadable, "null"))
                .expect(200)
                .json();

        assertThat(answer.get("results").findValuesAsText("outcome"))
                .containsExactly("CREATED", "REJECTED", "REJECTED", "REJECTED");
        assertThat(answer.at("/counts/CREATED").asInt()).isEqualTo(1);
        assertThat(answer.at("/counts/LEARNER_DATA").asInt()).isEqualTo(1);
        assertThat(answer.at("/counts/FIELD").asInt()).isEqualTo(2);
        assertThat(answer.at("/results/2/errors").findValuesAsText("pointer")).containsExactly("/uln", "/grade");
        assertThat(answer.at("/results/1/errors/0/detail").asText()).contains("Dilyswch y dysgwr");
        var mohammed = server.rest().signIn("mohammed");
        assertThat(mohammed.get("/me/record").expect(200).text()).contains("Reading a loading plan", "Merit");
        assertThat(mohammed.get("/me/activity").expect(200).text()).contains("achievement.created");
    }

    @Test
    void anAwardIsChangedWithdrawnAndPutBack() {
        quillon.post("/achievements", request(submitted("IT-9", "Pass"))).expect(200);

        assertThat(outcome(submitted("IT-9", "Pass"))).isEqualTo("UNCHANGED");
        assertThat(outcome(submitted("IT-9", "Distinction"))).isEqualTo("UPDATED");
        assertThat(outcome(award("IT-9", "\"action\":\"WITHDRAW\",\"why\":\"entered in error\"")))
                .isEqualTo("WITHDRAWN");
        assertThat(outcome(award("IT-9", "\"action\":\"REINSTATE\",\"why\":\"it was right\"")))
                .isEqualTo("REINSTATED");
        assertThat(outcome("{\"action\":\"FINAL\",\"reference\":\"IT-9\",\"uln\":\"" + MOHAMMED + "\"}"))
                .isEqualTo("UNCHANGED");
    }

    @Test
    void aUniversityKeepsItsDegreesUnderItsOwnReferencesOfProgrammes() {
        var admissions = server.rest().signIn("admissions");
        var degree = submitted("2026/7", "First-class honours").replace("q9990101", "uh-n100");

        assertThat(admissions
                        .post("/achievements", request(degree, submitted("2026/8", "Pass")))
                        .expect(200)
                        .json()
                        .get("results")
                        .findValuesAsText("outcome"))
                .as("an organisation's own only")
                .containsExactly("CREATED", "REJECTED");
        var record =
                server.rest().signIn("mohammed").get("/me/record").expect(200).json();
        assertThat(record.get("events")).anySatisfy(event -> {
            assertThat(event.get("source").asText()).isEqualTo("HE");
            assertThat(event.at("/qualification/reference").asText()).isEqualTo("UH-N100");
            assertThat(event.at("/qualification/title").asText()).isEqualTo("BA (Hons) Business Management");
            assertThat(event.at("/awardingOrganisation/ukprn").asText()).isEqualTo("19990164");
        });
    }

    private String outcome(String one) {
        return quillon.post("/achievements", request(one))
                .expect(200)
                .json()
                .at("/results/0/outcome")
                .asText();
    }

    @Test
    void noneAndTooManyAreRefusedAndOthersDoNotGetIn() {
        quillon.post("/achievements", "{}").expect(422);
        quillon.post("/achievements", request()).expect(422);
        quillon.post("/achievements", request("null" + ",null".repeat(200))).expect(422);
        for (var other : new String[] {"office", "adviser", "mohammed"})
            server.rest()
                    .signIn(other)
                    .post("/achievements", request(submitted("IT-8", "Pass")))
                    .expect(404);
    }
}
