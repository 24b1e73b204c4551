package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** An awarding organisation asks whether a learner has an award that it is to count; the learner sees it. */
class CreditIT {
    private static final String MOHAMMED = "8363853088";
    private static final String ACCOUNTING = "603/6338/1";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aClerkVerifiesTheDetailsAndAsksForOneAward(Manner manner) {
        try (var clerk = Browser.signedIn(server, manner, "quillon")) {
            clerk.go("/organisation/");
            clerk.look("credit-home");
            clerk.page().locator("#main a[href='/organisation/credit']").click();
            clerk.look("credit");
            clerk.press("ask");
            clerk.look("credit-faults");
            clerk.fill("uln", MOHAMMED);
            clerk.fill("GivenName", "Mohammed");
            clerk.fill("FamilyName", "Iqbol");
            clerk.press("verify");
            clerk.look("credit-verified");
            assertThat(clerk.page().locator("#verified").count()).isEqualTo(1);
            assertThat(clerk.page().inputValue("[name=uln]")).isEqualTo(MOHAMMED);
            clerk.fill("reference", ACCOUNTING);
            clerk.press("ask");
            clerk.look("credit-not-confirmed");
            assertThat(text(clerk)).doesNotContain("2022");
            clerk.fill("FamilyName", "Iqbal");
            clerk.press("ask");
            clerk.look("credit-confirmed");
            assertThat(text(clerk)).contains("AAT Level 2 Certificate in Accounting", ACCOUNTING, "2022");
        }
        try (var mohammed = Browser.signedIn(server, manner, "mohammed")) {
            mohammed.go("/learner/activity");
            mohammed.look("credit-seen");
            assertThat(text(mohammed)).contains(ACCOUNTING);
        }
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }

    @Test
    void aSystemIsToldTheSevenFieldsOrOneAndTheSameNo() {
        var quillon = server.rest().signIn("quillon");

        var told = quillon.post("/credit-checks", asked(MOHAMMED, "Iqbal", "60363381"))
                .expect(200);

        assertThat(told.json().get("confirmed").asBoolean()).isTrue();
        var award = told.json().get("awards").get(0);
        assertThat(award.properties().stream()
                        .map(one -> one.getKey() + " " + one.getValue().asText()))
                .containsExactlyInAnyOrder(
                        "awardingOrganisation Association of Accounting Technicians",
                        "reference 603/6338/1",
                        "title AAT Level 2 Certificate in Accounting",
                        "level Level 2",
                        "awardedOn 2022-05-27",
                        "grade Pass",
                        "credits 29");
        var answers = Stream.of(
                        asked(MOHAMMED, "Iqbol", ACCOUNTING),
                        asked(MOHAMMED, "Iqbal", "K/501/5773"),
                        asked("1000000043", "Iqbal", ACCOUNTING))
                .map(body -> quillon.post("/credit-checks", body).expect(200).text())
                .distinct()
                .toList();
        assertThat(answers).containsExactly("{\"confirmed\":false}");
    }

    @Test
    void whatIsWrongIsToldAndOthersDoNotGetIn() {
        var quillon = server.rest().signIn("quillon");

        var refused =
                quillon.post("/credit-checks", asked("123", "Iqbal", "M/502/%")).expect(422);

        assertThat(refused.json().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/uln", "/reference");
        for (var other : List.of("office", "admissions", "sian"))
            server.rest()
                    .signIn(other)
                    .post("/credit-checks", asked(MOHAMMED, "Iqbal", ACCOUNTING))
                    .expect(404);
    }

    private static String asked(String uln, String family, String reference) {
        return """
            {"uln":"%s","givenName":"Mohammed","familyName":"%s","reference":"%s"}\
            """.formatted(uln, family, reference);
    }
}
