package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A college looks at the record of somebody whom it teaches, by its own lawful route; the learner sees it. */
class LookIT {
    /** Łukasz, whom Harrowmere College registered. */
    private static final String LUKASZ = "6651411488";

    private static final String SIAN = "8052553457";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anOfficerSaysWhatForAndSeesTheRecordAndTheLearnerSeesThat(Manner manner) {
        try (var office = Browser.signedIn(server, manner, "office")) {
            office.go("/organisation/");
            office.page().locator("#main a[href='/organisation/look']").click();
            office.look("law");
            office.press("look");
            office.look("law-faults");
            office.fill("uln", SIAN);
            office.choose("purpose", "enrolment");
            office.press("look");
            office.look("law-not-ours");
            office.fill("uln", LUKASZ);
            office.press("look");
            office.look("law-record");
            assertThat(text(office)).contains("Łukasz", "NVQ");
            assertThat(office.page().url()).as("no number in an address").doesNotContain(LUKASZ);
        }
        try (var lukasz = Browser.signedIn(server, manner, "lukasz")) {
            lukasz.go("/learner/activity");
            lukasz.look("law-seen");
            var purpose = manner.language().equals("cy") ? "ar gyfer ymrestru" : "for enrolling";
            assertThat(text(lukasz)).contains("Harrowmere College", purpose);
        }
    }

    @Test
    void aSystemSaysWhatForAndIsToldTheBasis() {
        var office = server.rest().signIn("office");

        var told = office.get("/learners/" + LUKASZ + "/record?purpose=funding")
                .expect(200)
                .json();

        assertThat(told.get("basis").asText()).isEqualTo("legal-obligation");
        assertThat(told.get("events").size()).isPositive();
        assertThat(told.get("learner").get("familyName").asText()).isEqualTo("Wiśniewski");
        assertThat(office.get("/learners/" + LUKASZ + "/record")
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/purpose");
        office.get("/learners/" + LUKASZ + "/record?purpose=admission").expect(422);
        office.get("/learners/" + LUKASZ + "/record?purpose=funding&basis=consent")
                .expect(422);
        office.get("/learners/" + SIAN + "/record?purpose=funding").expect(404);
        for (var other : new String[] {"quillon", "sian"})
            server.rest()
                    .signIn(other)
                    .get("/learners/" + LUKASZ + "/record?purpose=funding")
                    .expect(404);
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").textContent();
    }
}
