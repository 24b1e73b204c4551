package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** A super user makes systems, and the systems get tokens by what they were given. */
class ClientsIT {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Server server = Server.running();
    private final Rest anyone = server.rest();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, false));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aSystemIsMadeUsedGivenASecondKeySuspendedAndLetWorkAgain(Manner manner) throws Exception {
        try (var who = new SuperUser(server, manner)) {
            var page = who.visitor().page();
            var secret = who.withSecret("Student records " + manner);
            var clientId = page.locator("#client-id").textContent().strip();
            page.locator("button[name='lang']").click();
            assertThat(page.locator("#secret-text").textContent())
                    .as("told in the other language too")
                    .contains(secret);
            page.locator("button[name='lang']").click();
            var first = token(form("client_id", clientId, "client_secret", secret));
            assertWorks(first);

            page.locator("#main .govuk-button[href*='/organisation/client?id=']")
                    .click();
            who.visitor().look("client");
            assertThat(page.content()).doesNotContain(secret);
            page.locator("#main a[href*='/organisation/clients/key?']").click();
            who.visitor().look("client-key");
            var key = new ECKeyGenerator(Curve.P_256).keyID("second").generate();
            who.paste(key.toJSONString());
            who.visitor().press("add");
            who.visitor().look("client-key-private");
            assertThat(page.locator("#jwk-error").isVisible())
                    .as("a private key is refused")
                    .isTrue();
            who.paste(key.toPublicJWK().toJSONString());
            who.visitor().press("add");
            who.visitor().look("client-key-added");
            var second = token(proof(key, clientId));
            assertWorks(second);

            page.locator("#main a[href*='/organisation/clients/end-key?']")
                    .first()
                    .click();
            who.visitor().look("client-end-key");
            who.visitor().press("end");
            who.visitor().look("client-key-ended");
            assertRefused(first);
            assertWorks(second);

            who.visitor().press("suspend");
            who.visitor().look("client-suspended");
            assertRefused(second);
            assertThat(ask(proof(key, clientId)).expect(400).json().toString())
                    .isEqualTo("{\"error\":\"unauthorized_client\",\"error_description\":\"suspended\"}");
            who.visitor().press("resume");
            who.visitor().look("client-resumed");
            assertWorks(second);
            who.visitor().go("/organisation/clients");
            who.visitor().look("clients-all");
        }
    }

    @Test
    void assertionIsGoodForOneTokenHoweverManyShowItAtOnce() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        try (var who = new SuperUser(server, new Manner("en", 1280, true))) {
            var clientId = who.withKey("Batch export", key.toPublicJWK().toJSONString());
            var proof = proof(key, clientId);

            var answers = IntStream.range(0, 20)
                    .parallel()
                    .mapToObj(_ -> anyone.with(Server.CLIENT_HEADER, "replay")
                            .post("/token", "application/x-www-form-urlencoded", proof))
                    .map(Rest.Answer::status)
                    .toList();

            assertThat(answers)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 401 || status == 429);
        }
    }

    @Test
    void everyFaultOfTheFormIsTold() {
        try (var who = new SuperUser(server, new Manner("cy", 320, true))) {
            who.visitor().go("/organisation/clients/new");
            who.visitor().page().locator("#main textarea[name='networks']").fill("10.0.0.0/99");
            who.visitor().choose("kind", "public");
            who.visitor().press("make");
            who.visitor().look("client-new-missing");
            who.visitor().fill("name", "x");
            who.visitor().page().locator("#main textarea[name='jwk']").fill("{}");
            who.visitor().press("make");
            who.visitor().look("client-new-faults");

            assertThat(who.visitor().page().locator("#networks").inputValue()).isEqualTo("10.0.0.0/99");
            assertThat(who.visitor()
                            .page()
                            .locator("#networks-error, #jwk-error")
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void forAnybodyElseThereAreNoSuchPages() {
        try (var other = org.openplr.testing.Browser.visitor(server)) {
            other.go("/sign-in");
            other.fill("username", "office");
            other.fill("password", org.openplr.testing.DemoAccount.of("office").password());
            other.press("continue");
            assertThat(other.page().content()).doesNotContain("/organisation/clients");
            for (var page : Stream.of("clients", "clients/new", "client", "clients/key", "clients/end-key")
                    .toList())
                assertThat(other.go("/organisation/" + page).status()).as(page).isEqualTo(404);
        }
    }

    @Test
    void buttonForASystemThatIsNotTheirsFindsNothing() {
        try (var who = new SuperUser(server, new Manner("en", 1280, true))) {
            for (var page :
                    Stream.of("client", "clients/key", "clients/end-key").toList())
                for (var button : Stream.of("suspend", "renew", "add", "end").toList()) {
                    var form = FormData.create()
                            .set("id", UUID.randomUUID().toString())
                            .set("key", UUID.randomUUID().toString())
                            .set("form_SUBMIT", "1")
                            .set("jakarta.faces.ViewState", "stateless")
                            .set(button, button);

                    var answer = who.visitor()
                            .page()
                            .request()
                            .post(
                                    server.base() + "/organisation/" + page,
                                    RequestOptions.create().setForm(form));

                    assertThat(answer.status()).as(page + " " + button).isEqualTo(404);
                }
        }
    }

    private void assertWorks(String token) {
        anyone.bearer(token).get("/organisations?ukprn=19990055").expect(200);
    }

    private void assertRefused(String token) {
        anyone.bearer(token).get("/organisations?ukprn=19990055").expect(401);
    }

    private String token(byte[] form) {
        return ask(form).expect(200).json().path("access_token").asText();
    }

    private Rest.Answer ask(byte[] form) {
        return anyone.post("/token", "application/x-www-form-urlencoded", form);
    }

    private byte[] proof(ECKey key, String clientId) throws Exception {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(server.base() + "/api/v1/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        jwt.sign(new ECDSASigner(key));
        return form("client_assertion_type", ASSERTION, "client_assertion", jwt.serialize());
    }

    private static byte[] form(String... pairs) {
        var text = new StringBuilder("grant_type=client_credentials");
        for (var i = 0; i < pairs.length; i += 2)
            text.append('&')
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
