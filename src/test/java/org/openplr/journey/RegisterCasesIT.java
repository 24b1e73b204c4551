package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Browser;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** What an officer of the register meets now and then, on its pages: each case as whoever meets it sees it. */
class RegisterCasesIT {
    private static final Manner PHONE = new Manner("cy", 320, false);
    private static final Manner DESK = new Manner("en", 1280, true);

    private final Server server = Server.running();
    private final Rest office = server.rest().signIn("office");

    private static String demographics(String given, String family, String postcode) {
        return """
            {"givenName":"%s","familyName":"%s","dateOfBirth":"2008-11-30","gender":"MALE","postcode":"%s"}\
            """.formatted(given, family, postcode);
    }

    private String registered(String given, String family, String postcode) {
        var one = demographics(given, family, postcode);
        office.post("/learners/find", one).expect(200);
        var more = ",\"verificationType\":\"RELATIONSHIP_WITH_SCHOOL\",\"abilityToShare\":\"1\"}";
        return office.post("/learners", one.replace("}", more))
                .expect(201)
                .json()
                .get("uln")
                .asText();
    }

    @Test
    void twoOfficersChangeOneLearnerAndNothingIsOverwritten() {
        var uln = registered("Caradog", "Twiceby", "LL57 2DG");
        try (var officer = Browser.signedIn(server, PHONE, "office")) {
            officer.go("/organisation/learner");
            officer.fill("uln", uln);
            officer.press("show");
            officer.press("toUpdate");
            var tag = office.get("/learners/" + uln).expect(200).header("ETag").orElseThrow();
            office.with("If-Match", tag)
                    .with("Content-Type", "application/merge-patch+json")
                    .send("PATCH", "/learners/" + uln, BodyPublishers.ofString("{\"postcode\":\"CF10 3AT\"}"))
                    .expect(200);

            officer.fill("SchoolAtAge16", "Ysgol Friars");
            officer.press("save");

            officer.look("learner-stale");
            assertThat(officer.page().locator("#meanwhile").textContent()).contains("CF10 3AT");
            assertThat(officer.page().inputValue("[name=SchoolAtAge16]")).isEqualTo("Ysgol Friars");
            assertThat(office.get("/learners/" + uln).text())
                    .contains("CF10 3AT")
                    .doesNotContain("Friars");
            officer.fill("LastKnownPostCode", "CF10 3AT");
            officer.press("save");
            assertThat(office.get("/learners/" + uln).text()).contains("CF10 3AT", "Ysgol Friars");
        }
    }

    @Test
    void twoNumbersOfOnePersonAreLinkedFoundTogetherAndTakenApart() {
        var kept = registered("Peredur", "Doublet", "LL57 2DG");
        var old = registered("Peredur", "Doublett", "SY23 9ZZ");
        try (var administrator = Browser.signedIn(server, DESK, "admin");
                var officer = Browser.signedIn(server, PHONE, "office")) {
            administrator.go("/admin/numbers");
            administrator.fill("uln", old);
            administrator.fill("master", kept);
            administrator.fill("why", "the college wrote that it is one person");
            administrator.press("link");
            administrator.look("admin-linked");
            isDone(administrator);

            officer.go("/organisation/find");
            officer.fill("wanted", old);
            officer.fill("GivenName", "Peredur");
            officer.fill("FamilyName", "Doublett");
            officer.press("find");
            officer.look("find-linked");
            assertThat(officer.page().locator("#superseded").textContent()).contains(old, kept);

            administrator.fill("uln", old);
            administrator.fill("why", "they are twins after all");
            administrator.press("unlink");
            administrator.look("admin-unlinked");
            isDone(administrator);
            assertThat(office.get("/learners/" + old)
                            .expect(200)
                            .json()
                            .get("uln")
                            .asText())
                    .isEqualTo(old);
        }
    }

    @Test
    void aNumberThatNobodyIsMeantByIsDeletedAndToldToThoseWhoKeepNumbers() {
        var uln = registered("Nobody", "Whatsoever", "LL57 2DG");
        try (var administrator = Browser.signedIn(server, DESK, "admin")) {
            administrator.go("/admin/numbers");
            administrator.fill("uln", uln);
            administrator.fill("why", "entered while trying the page");
            administrator.choose("reason", "NOBODY");
            administrator.press("delete");
            administrator.look("admin-deleted");
            isDone(administrator);
        }
        office.get("/learners/" + uln).expect(404);
        assertThat(office.get("/learners/number-changes?kind=deleted&from=2020-01-01&to=2099-01-01")
                        .expect(200)
                        .text())
                .contains(uln);
    }

    @Test
    void moreThanTenAlikeTellNothing() {
        for (var i = 0; i < 11; i++) registered("Wibblewick", "Manyfold", "LL" + (10 + i) + " 2DG");
        try (var officer = Browser.signedIn(server, PHONE, "registrar")) {
            find(officer, "Wibblewick", "Manyfold");
            officer.look("find-too-many");
            assertThat(officer.page().locator(".op-candidate").count()).isZero();
            assertThat(officer.page().locator("#main").textContent()).doesNotContain("LL10");
        }
    }

    @Test
    void aSensitiveLearnersPlacesAreWithheldFromAnOfficer() {
        var uln = registered("Ysella", "Hiddenham", "EH1 1YZ");
        try (var administrator = Browser.signedIn(server, DESK, "admin");
                var officer = Browser.signedIn(server, PHONE, "office")) {
            administrator.go("/admin/sensitive");
            administrator.fill("uln", uln);
            administrator.fill("why", "asked for by the police");
            administrator.date("reviewOn", "1", "6", "2027");
            administrator.press("mark");
            administrator.look("admin-marked");
            assertThat(administrator.page().locator("#marks").textContent()).contains(uln);

            officer.go("/organisation/learner");
            officer.fill("uln", uln);
            officer.press("show");
            officer.look("learner-withheld");
            assertThat(officer.page().locator("#withheld").count()).isEqualTo(1);
            assertThat(officer.page().content()).doesNotContain("EH1 1YZ");
            officer.go("/organisation/find");
            officer.fill("wanted", uln);
            officer.fill("GivenName", "Ysella");
            officer.fill("FamilyName", "Hiddenham");
            officer.press("find");
            officer.look("find-withheld");
            assertThat(officer.page().locator(".op-candidate").textContent())
                    .contains(uln)
                    .doesNotContain("2008");
            var byNumber = "{\"uln\":\"%s\",\"givenName\":\"Ysella\",\"familyName\":\"Hiddenham\"}".formatted(uln);
            assertThat(office.post("/learners/find", byNumber).expect(200).text())
                    .contains("EXACT", uln)
                    .doesNotContain("2008-11-30", "\"MALE\"");
            opensToNamedOrganisationsOnly(administrator, uln);

            administrator.go("/admin/");
            administrator.look("admin-home");
            administrator.go("/admin/sensitive");
            administrator.look("admin-sensitive-looks");
            assertThat(administrator.page().locator("#looks").textContent()).contains("Harrowmere College", uln);
            administrator.fill("uln", uln);
            administrator.fill("why", "no longer at risk");
            administrator.press("unmark");
            administrator.look("admin-unmarked");
            assertThat(administrator.page().locator("#marks").textContent()).doesNotContain(uln);
            officer.go("/organisation/learner");
            officer.fill("uln", uln);
            officer.press("show");
            assertThat(officer.page().content()).contains("EH1 1YZ");
        }
    }

    private void opensToNamedOrganisationsOnly(Visitor administrator, String uln) {
        var registrar = server.rest().signIn("registrar");
        assertThat(registrar.get("/learners/" + uln).expect(200).text()).doesNotContain("EH1 1YZ");
        administrator.fill("uln", uln);
        administrator.fill("why", "the college asked for it");
        administrator.date("reviewOn", "1", "6", "2027");
        administrator.fill("organisations", "19990055, 19990056");
        administrator.press("mark");
        administrator.look("admin-marked-faults");
        assertThat(administrator.page().locator("#organisations-error").textContent())
                .contains("19990056");
        administrator.fill("organisations", "19990055");
        administrator.press("mark");
        administrator.look("admin-marked-named");
        assertThat(administrator.page().locator("#marks").textContent()).contains("Harrowmere College 19990055");
        assertThat(registrar.get("/learners/" + uln).expect(200).text()).contains("EH1 1YZ");
        assertThat(office.get("/learners/" + uln).expect(200).text()).doesNotContain("EH1 1YZ");
    }

    @Test
    void whoeverHasLookedForThreeHundredPeopleGoesOnTomorrow() {
        var busy = server.rest().signIn("enrolment");
        // Whom they looked for in other tests today counts too.
        var asked = 0;
        while (asked <= 300
                && busy.post("/learners/find", nobody("Unfound" + letters(asked)))
                                .status()
                        == 200) asked++;
        assertThat(asked).isBetween(200, 300);
        busy.post("/learners/find", nobody("Onemore")).expect(429);
        try (var officer = Browser.signedIn(server, PHONE, "enrolment")) {
            find(officer, "Nemo", "Onemore");
            officer.look("find-over-quota");
            assertThat(officer.page().locator(".op-candidate").count()).isZero();
            assertThat(officer.page().locator("h1").textContent()).contains("heddiw");
        }
    }

    /** Somebody who is like nobody of the register. */
    private static String nobody(String family) {
        return demographics("Nemo", family, "ZE1 0AA").replace("2008-11-30", "1931-02-27");
    }

    /** A name of its own for each number. */
    private static String letters(int number) {
        return Character.toString('a' + number / 26) + (char) ('a' + number % 26);
    }

    private static void isDone(Visitor administrator) {
        assertThat(administrator
                        .page()
                        .locator(".govuk-notification-banner--success")
                        .count())
                .isEqualTo(1);
        assertThat(administrator.page().locator(".govuk-error-summary").count()).isZero();
    }

    private static void find(Visitor officer, String given, String family) {
        officer.go("/organisation/find");
        officer.fill("GivenName", given);
        officer.fill("FamilyName", family);
        officer.date("DateOfBirth", "30", "11", "2008");
        officer.press("find");
    }
}
