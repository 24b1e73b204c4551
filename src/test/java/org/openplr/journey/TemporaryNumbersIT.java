package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** Learners who are still on 9999999999: the work list, by REST and on its pages. */
class TemporaryNumbersIT {
    private final Rest anyone = Server.running().rest();
    private final Rest office = anyone.signIn("office");

    private static String person(String reference, String given, String born) {
        return """
            {"reference":"%s","givenName":"%s","familyName":"Quillfeather","dateOfBirth":"%s","gender":"2",\
            "postcode":"SA62 6QR"}\
            """.formatted(reference, given, born);
    }

    private static Rest.Answer delete(Rest who, String id) {
        return who.send("DELETE", "/temporary-numbers/" + id, BodyPublishers.noBody());
    }

    @Test
    void aSystemNotesOneLooksAndResolves() {
        var noted = office.post("/temporary-numbers", person("IT-1", "Angharad", "2008-05-17"))
                .expect(201)
                .json();
        var id = noted.path("id").asText();
        assertThat(noted.path("advice").asText()).isEqualTo("not-looked");

        var none = office.post("/temporary-numbers/" + id + "/find", "{}")
                .expect(200)
                .json();
        assertThat(none.path("number").path("advice").asText()).isEqualTo("none");
        var uln = office.post("/learners", """
            {"givenName":"Angharad","familyName":"Quillfeather","dateOfBirth":"2008-05-17","gender":"2",\
            "postcode":"SA62 6QR","verificationType":"1","abilityToShare":"1"}\
            """).expect(201).json().path("uln").asText();
        office.post("/temporary-numbers/" + id + "/resolve", "{\"uln\":\"6651411488\"}")
                .expect(409);
        var done = office.post("/temporary-numbers/" + id + "/resolve", "{\"uln\":\"" + uln + "\"}")
                .expect(200)
                .json();

        assertThat(done.path("state").asText()).isEqualTo("resolved");
        assertThat(office.get("/temporary-numbers?text=it-1").expect(200).json().path("items"))
                .isEmpty();
        assertThat(office.get("/temporary-numbers?state=resolved&text=it-1")
                        .json()
                        .path("items"))
                .hasSize(1);
        anyone.signIn("larkwell").get("/temporary-numbers/" + id).expect(404);
        anyone.get("/temporary-numbers").expect(401);
        office.get("/temporary-numbers?state=else").expect(422);
    }

    @Test
    void whatIsMissingIsNamedAndOneIsTakenOffTheList() {
        var noted = office.post("/temporary-numbers", person("IT-2", "", "17/05/2008"))
                .expect(201)
                .json();
        assertThat(noted.path("missing").toString()).isEqualTo("[\"GivenName\",\"DateOfBirth\"]");
        var id = noted.path("id").asText();

        assertThat(office.post("/temporary-numbers/" + id + "/find", "{}")
                        .expect(200)
                        .json()
                        .has("found"))
                .isFalse();
        delete(office, id).expect(204);
        delete(office, id).expect(204);

        assertThat(office.get("/temporary-numbers/" + id).json().path("state").asText())
                .isEqualTo("removed");
    }

    @Test
    void anOfficerResolvesOneOnThePage() {
        resolve(new Manner("en", 1280, true), "Bronwen");
    }

    @Test
    void andInWelshOnAPhoneWithoutScript() {
        resolve(new Manner("cy", 320, false), "Ceridwen");
    }

    private void resolve(Manner manner, String given) {
        try (var registrar = new SuperUser(Server.running(), manner)) {
            var visitor = registrar.visitor();
            var page = visitor.page();
            visitor.go("/organisation/temporary/add");
            visitor.fill("reference", "PAGE-" + given);
            visitor.fill("GivenName", given);
            visitor.fill("FamilyName", "Quillfeather");
            visitor.fill("DateOfBirth-day", "3");
            visitor.fill("DateOfBirth-month", "4");
            visitor.fill("DateOfBirth-year", "2009");
            visitor.choose("Gender", "FEMALE");
            visitor.fill("LastKnownPostCode", "CF10 3AT");
            visitor.look("temporary-add");
            visitor.press("note");
            assertThat(page.url()).contains("told=noted");
            visitor.look("temporary");

            page.locator("#main a:has-text('PAGE-" + given + "')").click();
            visitor.look("temporary-one");
            visitor.press("look");
            visitor.look("temporary-none");
            visitor.press("toRegister");
            visitor.choose("VerificationType", "RELATIONSHIP_WITH_SCHOOL");
            visitor.choose("AbilityToShare", "MAY_SHARE");
            visitor.press("register");
            visitor.go("/organisation/temporary?text=PAGE-" + given);
            assertThat(page.locator("#main .op-card").count()).isZero();
            visitor.go("/organisation/temporary?state=resolved&text=PAGE-" + given);
            assertThat(page.locator("#main .op-card").count()).isEqualTo(1);

            note(given + "2", given);
            visitor.go("/organisation/temporary?text=PAGE-" + given + "2");
            page.locator("#main a:has-text('PAGE-" + given + "2')").click();
            visitor.press("look");
            visitor.look("temporary-exact");
            page.locator("#main .govuk-radios__input").first().check();
            visitor.press("take");
            assertThat(page.url()).contains("told=resolved");
        }
    }

    private void note(String reference, String given) {
        office.post("/temporary-numbers", """
            {"reference":"PAGE-%s","givenName":"%s","familyName":"Quillfeather","dateOfBirth":"2009-04-03",\
            "gender":"2","postcode":"CF10 3AT"}\
            """.formatted(reference, given)).expect(201);
    }
}
