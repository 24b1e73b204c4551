package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** What an organisation did: a super user reads all of it, others their own, and nobody what another one did. */
class HistoryIT {
    private final Rest anyone = Server.running().rest();

    private static void find(Rest who, String given) {
        who.post("/learners/find", """
            {"givenName":"%s","familyName":"Historia","dateOfBirth":"2009-02-14"}\
            """.formatted(given)).expect(200);
    }

    @Test
    void aFindIsInTheHistoryOfItsOrganisationOnly() {
        var office = anyone.signIn("office");
        find(office, "Gwen");

        var own = office.get("/organisation/activity?kind=find&limit=1")
                .expect(200)
                .json();
        var all = anyone.signIn("registrar")
                .get("/organisation/activity?kind=find&limit=1")
                .expect(200)
                .json();
        var others = anyone.signIn("larkwell")
                .get("/organisation/activity?limit=100")
                .expect(200);

        var id = own.path("items").get(0).path("id").asText();
        assertThat(own.path("items").get(0).path("what").asText()).isEqualTo("learner.found");
        assertThat(own.path("items").get(0).path("outcome").asText()).isEqualTo("refused");
        assertThat(all.path("items").get(0).path("id").asText()).isEqualTo(id);
        assertThat(others.text()).doesNotContain(id);
        office.get("/organisation/activity?kind=else").expect(422);
        office.get("/organisation/activity?from=yesterday").expect(422);
        office.get("/organisation/activity?cursor=none").expect(422);
        anyone.signIn("sian").get("/organisation/activity").expect(404);
        anyone.get("/organisation/activity").expect(401);
    }

    @Test
    void aSuperUserReadsItOnAPage() {
        read(new Manner("en", 1280, true));
    }

    @Test
    void andInWelshOnAPhoneWithoutScript() {
        read(new Manner("cy", 320, false));
    }

    private void read(Manner manner) {
        find(anyone.signIn("office"), "Mair");
        try (var registrar = new SuperUser(Server.running(), manner)) {
            var visitor = registrar.visitor();
            visitor.go("/organisation/");
            visitor.page().locator("#main a[href='/organisation/history']").click();
            visitor.look("history");
            assertThat(visitor.page().locator("#deeds li").count()).isPositive();
            visitor.go("/organisation/history?kind=find&from=2020-01-01&to=2020-01-02");
            visitor.look("history-none");
            assertThat(visitor.page().locator("#deeds li").count()).isZero();
        }
    }
}
