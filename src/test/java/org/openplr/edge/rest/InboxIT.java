package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** A share with an organisation of the register by REST: no secret, the organisation's own inbox, and nobody else. */
class InboxIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLLEGE = "19990055";
    private static final String NOBODYS = "/shares/inbox/01939f2e-0000-7000-8000-000000000000/open";
    private static final String LOOK = "{\"purpose\":\"enrolment\"}";

    private final Rest anyone = Server.running().rest();
    private final Rest margaret = anyone.signIn("margaret");
    private final Rest office = anyone.signIn("office");

    @Test
    void theMainJob() {
        var made = margaret.post("/me/shares", share()).expect(201).json();
        var id = made.path("id").asText();
        assertThat(made.has("link") || made.has("code") || made.has("qr")).isFalse();
        assertThat(made.path("secondFactor").path("kind").asText()).isEqualTo("signIn");
        assertThat(made.path("receipt").path("recipient").asText()).isEqualTo("Harrowmere College");

        var inbox = office.get("/shares/inbox").expect(200);
        assertThat(inbox.text()).doesNotContain("Margaret", "Hughes", "4476781828");
        var item = received(inbox.json(), id);
        assertThat(item.path("purpose").asText()).isEqualTo("P");
        assertThat(item.path("opened").asInt()).isZero();
        assertThat(item.path("expires")).isEqualTo(made.path("expires"));
        assertThat(item.path("scope").path("all").asBoolean()).isTrue();

        var preview = margaret.get("/me/shares/" + id + "/preview").text();
        var opened = office.post(open(id), LOOK).expect(200);
        assertThat(opened.text()).startsWith(preview.substring(0, preview.length() - 1) + ",\"scope\":");
        assertThat(opened.header("Cache-Control")).contains("no-store");
        assertThat(received(office.get("/shares/inbox").json(), id)
                        .path("opened")
                        .asInt())
                .isEqualTo(1);
        theLearnerSeesWhoItWas(id, opened.json().path("receipt"));

        margaret.post("/me/shares/" + id + "/withdraw", "{}").expect(204);
        var gone = office.post(open(id), LOOK).expect(410);
        assertThat(gone.code()).isEqualTo("share-withdrawn");
        assertThat(gone.json().path("since").asText()).isNotEmpty();
        assertThat(received(office.get("/shares/inbox").json(), id).isMissingNode())
                .isTrue();
    }

    private void theLearnerSeesWhoItWas(String id, JsonNode receipt) {
        var who = margaret.get("/me/activity").json().path("items").get(0).path("who");
        assertThat(who.path("organisation").asText()).isEqualTo("Harrowmere College");
        assertThat(who.path("ukprn").asText()).isEqualTo(COLLEGE);
        assertThat(who.path("roles").get(0).asText()).isEqualTo("registration-online");
        assertThat(who.path("proof").asText()).isEqualTo("registered");
        var view =
                margaret.get("/me/shares/" + id + "/views").json().path("items").get(0);
        assertThat(view.path("who").path("proof").asText()).isEqualTo("registered");
        assertThat(view.path("receipt")).isEqualTo(receipt);
        assertThat(receipt.path("viewer").path("ukprn").asText()).isEqualTo(COLLEGE);
    }

    @Test
    void anEmployerWithoutAUkprnIsFoundSharedWithAndOpensIt() {
        var firm = margaret.get("/recipients?name=lanternlight")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(firm.path("domain").asText()).isEqualTo("lanternlight-bakers.example.org");
        assertThat(margaret.get("/recipients?name=l").json().path("items")).isEmpty();
        office.get("/recipients?name=lanternlight").expect(404);
        var body = share();
        body.put("purpose", "E");
        body.putObject("recipient")
                .put("kind", "confirmed")
                .put("id", firm.path("id").asText());
        var made = margaret.post("/me/shares", body).expect(201).json();
        var id = made.path("id").asText();
        assertThat(made.has("link") || made.has("code")).isFalse();
        assertThat(made.path("recipient").path("name").asText())
                .isEqualTo(firm.path("name").asText());

        var baker = anyone.signIn("baker");
        assertThat(received(baker.get("/shares/inbox").expect(200).json(), id)
                        .path("opened")
                        .asInt())
                .isZero();
        office.post(open(id), LOOK).expect(404);
        baker.post(open(id), LOOK).expect(200);

        var who = margaret.get("/me/activity").json().path("items").get(0).path("who");
        assertThat(who.path("kind").asText()).isEqualTo("recipient-user");
        assertThat(who.path("organisation")).isEqualTo(firm.path("name"));
        assertThat(who.path("recipient")).isEqualTo(firm.path("id"));
        assertThat(who.path("proof").asText()).isEqualTo("confirmed");
        var views = margaret.get("/me/shares/" + id + "/views").json();
        assertThat(views.path("items").get(0).path("who").path("recipient")).isEqualTo(firm.path("id"));
        assertThat(views.path("refusals")).hasSize(1);

        body.putObject("recipient")
                .put("kind", "confirmed")
                .put("id", UUID.randomUUID().toString());
        assertThat(fault(margaret.post("/me/shares", body))).isEqualTo("/recipient/id recipient-unknown");
        margaret.post("/me/shares/" + id + "/withdraw", "{}").expect(204);
        assertThat(baker.post(open(id), LOOK).expect(410).code()).isEqualTo("share-withdrawn");
    }

    @Test
    void nobodyElseFindsItAndTheLearnerSeesTheTry() {
        var id = margaret.post("/me/shares", share())
                .expect(201)
                .json()
                .path("id")
                .asText();

        var stranger = anyone.signIn("admissions");
        var refused = stranger.post(open(id), LOOK).expect(404).text();
        assertThat(refused).isEqualTo(stranger.post(NOBODYS, LOOK).expect(404).text());
        assertThat(refused)
                .isEqualTo(stranger.post(open("none"), LOOK).expect(404).text());
        assertThat(received(stranger.get("/shares/inbox").expect(200).json(), id)
                        .isMissingNode())
                .isTrue();
        margaret.post(open(id), LOOK).expect(404);
        margaret.get("/shares/inbox").expect(404);
        anyone.post(open(id), LOOK).expect(401);
        anyone.get("/shares/inbox").expect(401);

        var refusals = margaret.get("/me/shares/" + id + "/views").json().path("refusals");
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.path("reason").asText()).isEqualTo("not-for-them");
            assertThat(refusal.path("who").path("organisation").asText()).isEqualTo("University of Harrowmere");
        });
        margaret.post("/me/shares/" + id + "/withdraw", "{}").expect(204);
    }

    @Test
    void withAPinItHasItsLinkAndCodeAndStandsInTheInboxToo() {
        var body = share();
        body.putObject("secondFactor").put("kind", "pin").put("pin", "471108");
        var made = margaret.post("/me/shares", body).expect(201).json();
        var id = made.path("id").asText();
        assertThat(made.has("link") && made.has("code")).isTrue();

        assertThat(received(office.get("/shares/inbox?limit=100").json(), id).path("opened"))
                .hasToString("0");
        anyone.system("harrowmere-mis").post(open(id), LOOK).expect(200);
        assertThat(received(office.get("/shares/inbox?limit=100").json(), id).path("opened"))
                .hasToString("1");
        margaret.post("/me/shares/" + id + "/withdraw", "{}").expect(204);
    }

    @Test
    void whatIsWrongIsSaidWhereItIsWrong() {
        var typed = share();
        typed.putObject("recipient").put("kind", "named").put("name", "A college (fictional)");
        typed.putObject("secondFactor").put("kind", "signIn");
        assertThat(fault(margaret.post("/me/shares", typed))).isEqualTo("/secondFactor/kind sign-in-impossible");
        typed.remove("secondFactor");
        assertThat(fault(margaret.post("/me/shares", typed))).isEqualTo("/secondFactor missing");
        assertThat(fault(office.post(NOBODYS, "{}"))).isEqualTo("/purpose missing");
        assertThat(office.send("POST", NOBODYS, BodyPublishers.noBody()).status())
                .isBetween(400, 422);
        assertThat(fault(office.get("/shares/inbox?cursor=none"))).isEqualTo("cursor unknown-cursor");
    }

    private static String fault(Rest.Answer answer) {
        var fault = answer.expect(422).json().path("errors").get(0);
        return fault.path("pointer").asText() + " " + fault.path("code").asText();
    }

    private static JsonNode received(JsonNode inbox, String id) {
        return StreamSupport.stream(inbox.path("items").spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String open(String id) {
        return "/shares/inbox/" + id + "/open";
    }

    private static ObjectNode share() {
        var share = JSON.createObjectNode().put("purpose", "P");
        share.putObject("recipient").put("kind", "organisation").put("ukprn", COLLEGE);
        share.putObject("scope").put("all", true).putArray("identity").add("name");
        return share;
    }
}
