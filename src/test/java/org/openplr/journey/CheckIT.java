package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Somebody without an account looks at what learners shared: several records at once, by a link that asks for a PIN too. */
class CheckIT {
    private static final String PIN = "274916";

    private final Server server = Server.running();

    static Stream<Manner> withScript() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, true));
    }

    @ParameterizedTest
    @MethodSource("withScript")
    void twoRecordsSideBySideAreNeitherCountedAgainNorRefused(Manner manner) {
        var zoe = server.rest().signIn("zoe");
        var one = shared(zoe, "\"named\", \"name\": \"Otter Plumbing\"}, \"maxViews\": 1");
        var other = shared(zoe, "\"named\", \"name\": \"Otter Roofing\"}, \"maxViews\": 1");
        try (var employer = Browser.visitor(server, manner)) {
            opens(employer, one);
            var tab = employer.tab();
            opens(tab, other);

            assertThat(Sharer.download(employer, "#receipt")).contains("openplr-view-receipt");
            assertThat(Sharer.download(tab, "#receipt")).contains("openplr-view-receipt");
            employer.page().reload();
            employer.look("shown-beside-another");
        }
        for (var share : new JsonNode[] {one, other})
            assertThat(views(zoe, share)).as("reloads are no looks").isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("withScript")
    void aCollegeWithTwoRecordsSideBySideLikewise(Manner manner) {
        var zoe = server.rest().signIn("zoe");
        var one = shared(zoe, "\"organisation\", \"ukprn\": \"19990055\"}, \"maxViews\": 1");
        var other = shared(zoe, "\"organisation\", \"ukprn\": \"19990055\"}, \"maxViews\": 1");
        try (var office = Browser.signedIn(server, manner, "office")) {
            looks(office, one);
            var tab = office.tab();
            looks(tab, other);

            assertThat(Sharer.download(office, "#receipt")).contains("openplr-view-receipt");
        }
        assertThat(views(zoe, one)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("withScript")
    void aLinkAsksForThePinTooAndTheirAddressStandsInTheReceipt(Manner manner) {
        try (var learner = new Sharer(server, manner);
                var employer = Browser.visitor(server, manner)) {
            learner.signIn("zoe");
            var secret = learner.shareByLinkAndPin();

            employer.go("/s?with=pin#" + secret);
            employer.look("link-with-pin");
            employer.press("continue");
            employer.look("link-with-pin-missing");
            triesWith(employer, "111111");
            says(employer, "");
            employer.look("refused-link-with-pin");

            employer.go("/s#" + secret);
            employer.press("continue");
            says(employer, "");
            employer.look("refused-link-without-pin");

            employer.go("/s?with=pin#" + secret);
            triesWith(employer, PIN);
            says(employer, "no address");
            employer.look("check-who-no-address");
            employer.fill("email", "alex@otter.example");
            employer.press("see");
            employer.look("shown-by-link-and-pin");
            assertThat(Sharer.download(employer, "#receipt"))
                    .contains("Otter Plumbing", "\"email\":\"alex@otter.example\"");
            learner.visitor().go("/learner/");
            learner.withdraw();
        }
    }

    @ParameterizedTest
    @MethodSource("withScript")
    void withoutScriptItLeadsToTheCode(Manner manner) {
        try (var employer = Browser.visitor(server, new Manner(manner.language(), manner.width(), false))) {
            employer.go("/s?with=pin");
            employer.look("link-with-pin-no-script");

            assertThat(employer.page().locator("#main input[name=pin]").isVisible())
                    .isFalse();
            assertThat(employer.page().locator("#main a[href='/check']").isVisible())
                    .isTrue();
        }
    }

    private static void triesWith(Visitor employer, String pin) {
        employer.fill("pin", pin);
        employer.press("continue");
        employer.look("check-who");
    }

    private static void says(Visitor employer, String email) {
        employer.fill("organisation", "Otter Plumbing");
        employer.fill("name", "Alex Example");
        employer.fill("email", email);
        employer.fill("reason", "hiring");
        employer.press("see");
    }

    private static void opens(Visitor employer, JsonNode share) {
        var link = share.path("link").asText();
        employer.go("/s" + link.substring(link.indexOf('#')));
        employer.press("continue");
        says(employer, "");
        employer.look("shown");
    }

    private static void looks(Visitor office, JsonNode share) {
        office.go("/organisation/share?id=" + share.path("id").asText());
        office.fill("reason", "enrolment");
        office.press("see");
        office.look("organisation-record");
    }

    private static int views(Rest learner, JsonNode share) {
        var path = "/me/shares/" + share.path("id").asText();
        var views = learner.get(path).expect(200).json().path("views").asInt();
        learner.post(path + "/withdraw", "{}").expect(204);
        return views;
    }

    /** A share with somebody of this kind and so on. */
    private static JsonNode shared(Rest learner, String kind) {
        return learner.post("/me/shares", """
            {"purpose": "%s", "recipient": {"kind": %s, "scope": {"all": true}%s}\
            """.formatted(
                        kind.startsWith("\"organisation") ? "P" : "E",
                        kind,
                        kind.startsWith("\"organisation") ? "" : ", \"secondFactor\": {\"kind\": \"dateOfBirth\"}"))
                .expect(201)
                .json();
    }
}
