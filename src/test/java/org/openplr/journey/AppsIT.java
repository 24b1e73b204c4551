package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/**
 * An app that learners use, on their own device: a college registers it, a learner allows it in a browser, it reads what
 * they allowed and nothing else, they see it and stop it.
 */
class AppsIT {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Server server = Server.running();
    private final Rest anyone = server.rest().with(Server.CLIENT_HEADER, "apps");

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true), new Manner("en", 320, false));
    }

    /** The app on the learner's device: it waits for the browser to come back. */
    private record Device(HttpServer listener) implements AutoCloseable {
        static Device listening() throws IOException {
            var listener = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            listener.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            listener.start();
            return new Device(listener);
        }

        String address() {
            return "http://127.0.0.1:" + listener.getAddress().getPort() + "/back";
        }

        @Override
        public void close() {
            listener.stop(0);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aLearnerAllowsAnAppWhichSeesThatMuchUntilTheyStopIt(Manner manner) throws Exception {
        try (var device = Device.listening();
                var learner = Browser.visitor(server, manner)) {
            var client = registered(manner, "Skills tracker " + manner);
            var question = question(client, device.address());

            learner.go("/authorize?" + query(question));
            assertThat(learner.page().url()).contains("/sign-in?next=");
            signIn(learner, "mohammed");
            learner.look("app-allow");
            assertThat(main(learner))
                    .contains("Skills tracker " + manner, "Harrowmere College", "19990055", "127.0.0.1");
            learner.page().locator("#main details summary").click();
            learner.choose("until", "1");
            learner.press("allow");
            var back = parameters(learner.page().url());
            assertThat(learner.page().url()).startsWith(device.address() + "?code=");
            assertThat(back)
                    .containsEntry("state", "x y~*")
                    .containsEntry("iss", server.base().toString());

            var tokens = tokens(client, said(back, "code"), device.address()).expect(200);
            assertThat(tokens.header("Cache-Control")).contains("no-store");
            var token = tokens.json().path("access_token").asText();
            var shown = read(token).expect(200).json();
            assertThat(shown.path("record").path("learner").path("givenName").asText())
                    .isEqualTo("Mohammed");
            assertThat(shown.path("record").path("learner").has("uln")).isFalse();
            assertThat(shown.path("record").path("events")).isNotEmpty();
            assertThat(shown.path("receipt").path("viewer").path("name").asText())
                    .isEqualTo("Skills tracker " + manner);
            assertNothingElse(token);

            var next = refreshed(client, tokens.json()).expect(200).json();
            assertThat(read(next.path("access_token").asText()).status()).isEqualTo(200);

            stops(learner, "Skills tracker " + manner);
            assertThat(read(token).expect(410).code()).isEqualTo("share-withdrawn");
            assertThat(read(next.path("access_token").asText()).status()).isEqualTo(410);
            assertThat(error(refreshed(client, next))).isEqualTo("invalid_grant");
        }
    }

    /** The learner finds it beside the shares, sees that it looked, and stops it. */
    private void stops(Visitor learner, String app) {
        learner.go("/learner/shares");
        learner.look("app-shares");
        var card = learner.page()
                .locator(".op-card")
                .filter(new Locator.FilterOptions().setHasText(app + " ("))
                .first();
        assertThat(card.textContent()).contains("Harrowmere College", "UKPRN 19990055");
        card.locator("a[href*='/learner/share?id=']").click();
        learner.look("app-share");
        assertThat(main(learner)).contains(app);
        assertThat(learner.page().locator("#main a[href*='/learner/renew']").count())
                .isZero();
        learner.page().locator("#main a[href*='/learner/stop']").click();
        learner.look("app-stop");
        learner.press("stop");
        learner.go("/learner/activity");
        learner.look("app-activity");
        assertThat(main(learner)).contains(app);
    }

    private void assertNothingElse(String token) {
        var app = anyone.bearer(token);
        for (var path : new String[] {"/me", "/me/record", "/me/shares", "/me/activity", "/shares/inbox"})
            assertThat(app.get(path).status()).as(path).isEqualTo(404);
        assertThat(app.get("/organisations?name=college").status()).isEqualTo(404);
    }

    /** An app that can keep a key proves itself by it each time, and all else is as for one that cannot. */
    @ParameterizedTest
    @MethodSource("manners")
    void anAppWithAKeyIsAllowedReadsRefreshesAndIsStopped(Manner manner) throws Exception {
        try (var device = Device.listening();
                var learner = Browser.visitor(server, manner)) {
            var name = "Keyed tracker " + manner;
            var key = new ECKeyGenerator(Curve.P_256).generate();
            var client = registered(manner, name, "confidential-app", key);

            learner.go("/authorize?" + query(question(client, device.address())));
            signIn(learner, "priya");
            learner.look("app-keyed-allow");
            assertNamesEverything(learner, name);
            learner.choose("until", "14");
            learner.press("allow");
            var code = said(parameters(learner.page().url()), "code");

            var brought = Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    device.address(),
                    "code_verifier",
                    VERIFIER);
            tokens(client, code, device.address()).expect(401);
            ask(both(brought, proof(new ECKeyGenerator(Curve.P_256).generate(), client)))
                    .expect(401);
            var tokens = ask(both(brought, proof(key, client))).expect(200).json();
            read(tokens.path("access_token").asText()).expect(200);

            refreshed(client, tokens).expect(401);
            var next = refreshed(key, client, tokens).expect(200).json();
            var again = refreshed(key, client, tokens).expect(200).json();
            assertThat(again.path("refresh_token").asText())
                    .as("the same request again")
                    .isEqualTo(next.path("refresh_token").asText());
            read(next.path("access_token").asText()).expect(200);

            stops(learner, name);
            read(next.path("access_token").asText()).expect(410);
            assertThat(error(refreshed(key, client, next))).isEqualTo("invalid_grant");
        }
    }

    /** Which app of whom, what it would see, where one goes next, and for each choice on which day it ends. */
    private void assertNamesEverything(Visitor learner, String name) {
        assertThat(main(learner)).contains(name, "Harrowmere College", "19990055", "127.0.0.1");
        assertThat(learner.page().locator("#main .govuk-summary-list__value li").allTextContents())
                .isNotEmpty()
                .noneMatch(String::isBlank);
        var last = LocalDate.now(ZoneId.of("Europe/London")).plusDays(14);
        assertThat(learner.page()
                        .locator("#main .govuk-radios__item")
                        .filter(new Locator.FilterOptions()
                                .setHas(learner.page().locator("input[name='until'][value='14']")))
                        .textContent())
                .contains(String.valueOf(last.getDayOfMonth()), String.valueOf(last.getYear()));
    }

    /** Whoever is under 18 allows nothing that lasts: two weeks at most, told in plain words, whatever is sent. */
    @ParameterizedTest
    @MethodSource("manners")
    void whoIsUnderEighteenAllowsAnAppForTwoWeeksAtMost(Manner manner) throws Exception {
        try (var device = Device.listening();
                var learner = Seventeen.signedIn(server, manner)) {
            var name = "School tracker " + manner;
            var client = registered(manner, name);
            learner.go("/authorize?" + query(question(client, device.address())));
            assertThat(learner.page().url()).contains("/learner/allow?ask=");
            learner.look("app-minor-allow");
            UnderEighteenIT.assertTwoWeeksAtMost(learner, "until");

            var first = learner.page().locator("#main input[name='until']").first();
            first.evaluate("e => { e.value = '30'; e.checked = true }");
            learner.press("allow");
            learner.look("app-minor-too-long");
            assertThat(learner.page().url())
                    .as("nobody goes back")
                    .startsWith(server.base().toString());
            assertThat(learner.page().locator("#until-error").isVisible()).isTrue();

            learner.choose("until", "14");
            learner.press("allow");
            var code = said(parameters(learner.page().url()), "code");
            var token = tokens(client, code, device.address()).expect(200).json();
            read(token.path("access_token").asText()).expect(200);
            stops(learner, name);
        }
    }

    @Test
    void aLearnerWhoDoesNotAllowItGoesBackWithThatAndNothingElse() throws Exception {
        try (var device = Device.listening();
                var learner = Browser.visitor(server, new Manner("en", 320, true))) {
            var client = registered(learner.manner(), "Refused tracker");
            learner.go("/authorize?" + query(question(client, device.address())));
            signIn(learner, "sian");
            learner.press("refuse");

            assertThat(parameters(learner.page().url()))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "x y~*")
                    .doesNotContainKey("code");
        }
    }

    @Test
    void aCodeThatComesTwiceEndsWhatItGave() throws Exception {
        try (var device = Device.listening();
                var learner = Browser.visitor(server, new Manner("en", 1280, true))) {
            var client = registered(learner.manner(), "Twice tracker");
            learner.go("/authorize?" + query(question(client, device.address())));
            signIn(learner, "sian");
            learner.press("allow");
            var code = said(parameters(learner.page().url()), "code");

            var token = tokens(client, code, device.address())
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asText();
            assertThat(error(tokens(client, code, device.address()))).isEqualTo("invalid_grant");

            assertThat(read(token).status()).isEqualTo(410);
        }
    }

    @Test
    void nobodyIsSentAnywhereByAnAppThatNobodyKnows() throws Exception {
        for (var manner : new Manner[] {new Manner("cy", 320, true), new Manner("en", 1280, false)})
            try (var learner = Browser.visitor(server, manner)) {
                var client = registered(manner, "Known tracker " + manner);
                var thief = query(question(client, "https://thief.example/back"));
                assertThat(Objects.requireNonNull(learner.go("/authorize?" + thief))
                                .status())
                        .isEqualTo(400);
                learner.look("app-unknown");
                assertThat(learner.page().url()).startsWith(server.base().toString());
                assertThat(Objects.requireNonNull(learner.go("/authorize?client_id=nobody"))
                                .status())
                        .isEqualTo(400);

                var wrong = question(client, "http://127.0.0.1:1/back");
                wrong.put("code_challenge_method", "plain");
                var answer = learner.page()
                        .request()
                        .get(
                                server.base() + "/authorize?" + query(wrong),
                                RequestOptions.create().setMaxRedirects(0));
                assertThat(answer.status()).isEqualTo(302);
                assertThat(parameters(Objects.requireNonNull(answer.headers().get("location"))))
                        .containsEntry("error", "invalid_request")
                        .containsEntry("iss", server.base().toString());
            }
    }

    /** A super user registers it; its client id. */
    private String registered(Manner manner, String name) {
        return registered(manner, name, "public-app", null);
    }

    private String registered(Manner manner, String name, String what, @Nullable ECKey key) {
        try (var who = new SuperUser(server, manner)) {
            var visitor = who.visitor();
            visitor.go("/organisation/clients/new");
            visitor.fill("name", name);
            visitor.choose("what", what);
            if (key != null) who.paste(key.toPublicJWK().toJSONString());
            visitor.press("make");
            visitor.look("app-new-faults");
            assertThat(visitor.page().locator("#purpose-error").isVisible()).isTrue();
            visitor.choose("purpose", "P");
            visitor.page().locator("#main textarea[name='redirects']").fill("http://127.0.0.1/back");
            visitor.press("make");
            visitor.look("app-made");
            assertThat(main(visitor)).contains("http://127.0.0.1/back");
            return visitor.page()
                    .locator(".govuk-summary-list__value")
                    .nth(1)
                    .textContent()
                    .strip();
        }
    }

    private static void signIn(Visitor learner, String username) {
        learner.fill("username", username);
        learner.fill("password", DemoAccount.of(username).password());
        learner.press("continue");
        assertThat(learner.page().url()).contains("/learner/allow?ask=");
    }

    private Rest.Answer tokens(String client, String code, String redirect) {
        return ask(Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", VERIFIER));
    }

    private Rest.Answer refreshed(String client, JsonNode tokens) {
        return ask(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                client,
                "refresh_token",
                tokens.path("refresh_token").asText()));
    }

    private Rest.Answer refreshed(ECKey key, String client, JsonNode tokens) throws JOSEException {
        var brought = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asText());
        return ask(both(brought, proof(key, client)));
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** {@code private_key_jwt} (RFC 7523), good once. */
    private Map<String, String> proof(ECKey key, String client) throws JOSEException {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(server.base() + "/api/v1/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        jwt.sign(new ECDSASigner(key));
        return Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                jwt.serialize());
    }

    private Rest.Answer ask(Map<String, String> form) {
        return anyone.post("/token", FORM, query(form).getBytes(StandardCharsets.UTF_8));
    }

    private static String error(Rest.Answer answer) {
        return answer.expect(400).json().path("error").asText();
    }

    private Rest.Answer read(String token) {
        return anyone.bearer(token).get("/app/record");
    }

    private static Map<String, String> question(String client, String redirect) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        var question = new LinkedHashMap<String, String>();
        question.put("response_type", "code");
        question.put("client_id", client);
        question.put("redirect_uri", redirect);
        question.put("scope", "achievements name");
        question.put("state", "x y~*");
        question.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        question.put("code_challenge_method", "S256");
        return question;
    }

    private static String query(Map<String, String> said) {
        return said.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(String address) {
        return Arrays.stream(address.split("\\?", 2)[1].split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String said(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static String main(Visitor visitor) {
        return visitor.page().locator("#main").innerText();
    }
}
