package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** The token endpoint as RFC 6749, 8414 and 9068 have it, on the real server. */
class TokenEndpointIT {
    private static final String CLIENT = "harrowmere-mis";
    private static final String SECRET = DemoAccount.of(CLIENT).password();
    private static final String GRANT = "grant_type=client_credentials";

    private final Server server = Server.running();
    private final Rest anyone = server.rest().with(Server.CLIENT_HEADER, "token-endpoint");

    @Test
    void metadataIsTrue() throws Exception {
        var metadata = anyone.get("//.well-known/oauth-authorization-server")
                .expect(200)
                .json();

        assertThat(metadata.path("issuer").asText()).isEqualTo(server.base().toString());
        assertThat(texts(metadata, "token_endpoint_auth_methods_supported"))
                .containsExactlyInAnyOrder("private_key_jwt", "client_secret_basic", "client_secret_post", "none");
        assertThat(texts(metadata, "token_endpoint_auth_signing_alg_values_supported"))
                .containsExactlyInAnyOrder("ES256", "PS256", "RS256", "EdDSA");
        assertThat(texts(metadata, "grant_types_supported"))
                .containsExactlyInAnyOrder("client_credentials", "authorization_code", "refresh_token");
        assertThat(texts(metadata, "scopes_supported")).contains("registration-batch", "awarding", "achievements");
        assertThat(texts(metadata, "response_types_supported")).containsExactly("code");
        assertThat(texts(metadata, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(place(metadata, "authorization_endpoint")).isEqualTo("/authorize");
        assertThat(metadata.path("authorization_response_iss_parameter_supported")
                        .asBoolean())
                .isTrue();
        var keys = JWKSet.parse(anyone.get("/" + place(metadata, "jwks_uri")).text());
        assertThat(place(metadata, "token_endpoint")).isEqualTo("/api/v1/token");
        var token = SignedJWT.parse(
                basic(GRANT).expect(200).json().path("access_token").asText());
        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
    }

    @Test
    void aSystemGetsNothingThatALearnerWouldHaveToAllow() {
        assertThat(basic("grant_type=refresh_token&refresh_token=a").expect(400).text())
                .isEqualTo("{\"error\":\"unauthorized_client\",\"error_description\":\"system\"}");
    }

    @Test
    void answerIsNotKeptAndTellsTheScope() {
        var answer = basic(GRANT + "&scope=registration-batch").expect(200);

        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isBetween(590, 600);
        assertThat(answer.json().path("scope").asText()).isEqualTo("registration-batch");
    }

    @Test
    void secretMayStandInTheForm() {
        post(GRANT + "&client_id=" + CLIENT + "&client_secret=" + SECRET).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, invalid_request",
        "grant_type=, 400, invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, 400, invalid_request",
        "grant_type=client_credentials&scope=a&scope=a, 400, invalid_request",
        "grant_type=client_credentials&x=1&x=2, 400, invalid_request",
        "grant_type=client_credentials&client_secret=x&client_id=harrowmere-mis, 400, invalid_request",
        "grant_type=client_credentials&client_assertion=x, 400, invalid_request",
        "grant_type=client_credentials&scope=%00, 400, invalid_request",
        "grant_type=password&username=a&password=b, 400, unsupported_grant_type",
        "grant_type=authorization_code&code=a, 400, invalid_request",
        "grant_type=refresh_token, 400, invalid_request",
        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange, 400, unsupported_grant_type",
        "grant_type=client_credentials&scope=awarding, 400, invalid_scope",
        "grant_type=client_credentials&scope=, 400, invalid_scope",
        "grant_type=client_credentials&client_id=another, 401, invalid_client"
    })
    void refusalsAreThoseOfRfc6749(String form, int status, String error) {
        var answer = basic(form).expect(status);

        assertThat(answer.json().toString()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        if (status == 401) assertThat(answer.header("WWW-Authenticate")).contains("Basic realm=\"openplr\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&client_id=harrowmere-mis",
                "&client_id=harrowmere-mis&client_secret=",
                "&client_id=harrowmere-mis&client_secret=wrong",
                "&client_id=harrowmere-mis&client_secret=oplr_x",
                "&client_assertion=a.b.c",
                "&client_assertion_type=x&client_assertion=a.b.c",
                "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=e30.e30."
            })
    void whoDoesNotProveItselfIsAnInvalidClient(String more) {
        var answer = server.rest().with(Server.CLIENT_HEADER, "unproved" + more.hashCode());

        assertThat(answer.post(
                                "/token",
                                "application/x-www-form-urlencoded",
                                (GRANT + more).getBytes(StandardCharsets.UTF_8))
                        .expect(401)
                        .json()
                        .toString())
                .isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Basic bm9jb2xvbg==", "Basic YSV6ejpi", "Basic /////w==", "Digest x"})
    void headerThatIsNoneIsAnInvalidClient(String header) {
        assertThat(server.rest()
                        .with(Server.CLIENT_HEADER, "header" + header.hashCode())
                        .with("Authorization", header)
                        .post("/token", "application/x-www-form-urlencoded", GRANT.getBytes(StandardCharsets.UTF_8))
                        .expect(401)
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("invalid_client");
    }

    @Test
    void failuresAreThrottledAndTheSystemItselfIsNot() {
        var attacker = server.rest().with(Server.CLIENT_HEADER, "token-attacker");
        var wrong = (GRANT + "&client_id=" + CLIENT + "&client_secret=wrong").getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 10; i++)
            attacker.post("/token", "application/x-www-form-urlencoded", wrong).expect(401);

        assertThat(attacker.post("/token", "application/x-www-form-urlencoded", wrong)
                        .expect(429)
                        .header("Retry-After"))
                .isPresent();
        basic(GRANT).expect(200);
    }

    @Test
    void nobodyButASystemHasAToken() {
        post(GRANT + "&client_id=sian&client_secret=" + DemoAccount.of("sian").password())
                .expect(401);
        server.rest()
                .post("/session", "{\"username\":\"" + CLIENT + "\",\"password\":\"" + SECRET + "\"}")
                .expect(401);
    }

    private Rest.Answer basic(String form) {
        var basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return anyone.with("Authorization", "Basic " + basic)
                .post("/token", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private Rest.Answer post(String form) {
        return anyone.post("/token", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private String place(JsonNode metadata, String name) {
        var address = metadata.path(name).asText();
        assertThat(address).startsWith(server.base() + "/");
        return address.substring(server.base().toString().length());
    }

    private static List<String> texts(JsonNode metadata, String name) {
        var texts = new ArrayList<String>();
        metadata.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
