package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.platform.SigningKey;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Keycloak;
import org.openplr.testing.Server;
import org.openplr.testing.StubProvider;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/**
 * Signing in with identity providers, in a browser: a real Keycloak, and a stub that answers what is wrong. Keycloak is
 * prepared and started while the stub's part goes on.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvidersIT {
    private static final Manner DESKTOP = new Manner("en", 1280, true);
    private static final Manner PHONE = new Manner("cy", 320, false);
    private static final String KEYCLOAK_PASSWORD = "a-password-of-keycloak";

    private static Keycloak keycloak;
    private static CompletableFuture<Void> keycloakReady;
    private static StubProvider stub;
    private static StubProvider college;
    private static Server server;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.prepared();
        stub = StubProvider.start("stub", Clock.systemUTC());
        college = StubProvider.start("college", Clock.systemUTC());
        var settings = new HashMap<String, String>();
        settings.putAll(stub.settings());
        settings.putAll(college.settings());
        settings.put("openplr.providers", "keycloak stub college silent");
        // Nobody listens there any more.
        try (var silent = StubProvider.start("silent", Clock.systemUTC())) {
            settings.putAll(silent.settings());
        }
        settings.put(
                "openplr.provider.college.ukprn", DemoAccount.of("registrar").ukprn());
        settings.put("openplr.provider.keycloak.issuer", keycloak.issuer());
        settings.put("openplr.provider.keycloak.client-id", "openplr");
        settings.put(
                "openplr.provider.keycloak.key", SigningKey.generate(SigningKey.Algorithm.ES256, "with-keycloak-1"));
        settings.put("openplr.provider.keycloak.name", "Keycloak");
        server = Server.start("providers", settings);
        keycloakReady = keycloak.start(server.base());
    }

    @AfterAll
    static void stop() {
        server.close();
        keycloak.close();
        stub.close();
        college.close();
    }

    @BeforeEach
    void behave() {
        stub.behave();
        college.behave();
    }

    private static void signIn(Visitor visitor, String account) {
        visitor.go("/sign-in");
        visitor.fill("username", account);
        visitor.fill("password", DemoAccount.of(account).password());
        visitor.press("continue");
    }

    private static void choose(Visitor visitor, String provider) {
        visitor.page()
                .locator("#main a[href^='/sign-in-with/" + provider + "']")
                .click();
    }

    private static String title(Visitor visitor) {
        return visitor.page().locator("#main h1").textContent();
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "cy,320,false"})
    @Order(1)
    void whoHasNoAccountReadsHowToGetOneAndNothingOfAnybody(String language, int width, boolean script) {
        try (var visitor = Browser.visitor(server, new Manner(language, width, script))) {
            stub.person("a stranger");
            visitor.go("/sign-in");
            visitor.look("provider-sign-in");
            choose(visitor, "stub");
            visitor.look("provider-unknown");

            assertThat(visitor.page().url()).contains("why=unknown").doesNotContain("code=");
            assertThat(visitor.page().locator("#main").textContent())
                    .contains(language.equals("en") ? "activation code" : "cod cychwyn")
                    .doesNotContain("stranger");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied,declined",
        "temporarily_unavailable,silent",
        "login_required,again",
        "invalid_scope,odd",
    })
    @Order(2)
    void whatTheProviderRefusesHasAPageThatHelps(String error, String why) {
        try (var visitor = Browser.visitor(server, PHONE)) {
            stub.says(error);
            visitor.go("/sign-in");
            choose(visitor, "stub");

            assertThat(visitor.page().url()).contains("why=" + why);
            visitor.look("provider-" + why);
        }
    }

    @Test
    @Order(3)
    void wrongAnswersLetNobodyIn() {
        try (var visitor = Browser.visitor(server, DESKTOP)) {
            stub.mints(claims -> StubProvider.signed(
                    claims.build(),
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(stub.key().getKeyID())
                            .build(),
                    StubProvider.rsaKey("x")));
            visitor.go("/sign-in");
            choose(visitor, "stub");
            visitor.look("provider-odd");
            assertThat(visitor.page().url()).contains("why=odd");

            stub.behave();
            stub.namesItself("https://evil.example");
            visitor.go("/sign-in");
            choose(visitor, "stub");
            assertThat(visitor.page().url()).contains("why=odd");

            stub.behave();
            visitor.go("/sign-in-with/stub/back?code=x&state=y");
            assertThat(visitor.page().url()).contains("why=again");
            visitor.go("/learner/record");
            assertThat(visitor.page().url()).contains("/sign-in");
        }
    }

    @Test
    @Order(4)
    void aProviderThatIsDownIsToldAndEverythingElseWorks() {
        try (var visitor = Browser.visitor(server, DESKTOP)) {
            visitor.go("/sign-in");
            choose(visitor, "silent");
            visitor.look("provider-silent");
            assertThat(title(visitor)).contains("does not answer");

            visitor.go("/sign-in");
            visitor.look("provider-sign-in-down");
            assertThat(visitor.page().locator("#main").textContent())
                    .contains("Stub silent does not answer at the moment");
            signIn(visitor, "priya");
            assertThat(visitor.page().url()).endsWith("/learner/");
        }
    }

    @Test
    @Order(5)
    void aLearnerAddsAProviderSignsInWithItAndRemovesIt() {
        try (var visitor = Browser.visitor(server, DESKTOP)) {
            stub.person("emeka-at-the-stub");
            signIn(visitor, "emeka");
            visitor.go("/account/");
            visitor.look("provider-account");
            visitor.page().locator("#main a[href='/account/providers']").click();
            visitor.look("provider-add");
            choose(visitor, "stub");
            assertThat(visitor.page().url()).endsWith("/account/?done=provider-added");
            visitor.look("provider-added");

            visitor.page().locator("form[action='/sign-out'] button").click();
            visitor.go("/sign-in?next=/learner/record");
            choose(visitor, "stub");
            assertThat(visitor.page().url()).endsWith("/learner/record");

            visitor.go("/account/providers");
            visitor.page().locator("#main input[name='remove']").first().check();
            visitor.look("provider-remove");
            visitor.press("take");
            assertThat(visitor.page().url()).endsWith("/account/?done=provider-removed");
            visitor.page().locator("form[action='/sign-out'] button").click();
            visitor.page().waitForURL(stub.issuer() + "/end**");
            assertThat(visitor.page().url())
                    .contains("client_id=", "id_token_hint=eyJ", "post_logout_redirect_uri=")
                    .contains(URLEncoder.encode(server.base() + "/signed-out", StandardCharsets.UTF_8));

            visitor.go("/sign-in");
            choose(visitor, "stub");
            assertThat(visitor.page().url()).contains("why=unknown");
        }
    }

    @Test
    @Order(6)
    void afterSigningInNobodyIsLedAway() {
        try (var visitor = Browser.visitor(server, DESKTOP)) {
            stub.person("priya-at-the-stub");
            signIn(visitor, "priya");
            visitor.go("/account/providers");
            choose(visitor, "stub");
            visitor.page().navigate(server.base() + "/sign-in-with/stub?next=//evil.example/");
            assertThat(visitor.page().url()).isEqualTo(server.base() + "/learner/");
            visitor.page().navigate(server.base() + "/sign-in-with/stub?next=https://evil.example/");
            assertThat(visitor.page().url()).isEqualTo(server.base() + "/learner/");
        }
    }

    @Test
    @Order(7)
    void anOrganisationsPersonComesByItsProviderWithTwoFactors() {
        try (var visitor = Browser.visitor(server, DESKTOP)) {
            college.person("registrar-at-college");
            college.mints(claims ->
                    college.signed(claims.claim("amr", List.of("pwd", "mfa")).build()));
            signIn(visitor, "registrar");
            visitor.go("/account/providers");
            assertThat(visitor.page().locator("#main a[href^='/sign-in-with/']").count())
                    .isEqualTo(1);
            choose(visitor, "college");
            assertThat(visitor.page().url()).endsWith("/account/?done=provider-added");

            visitor.go("/sign-in");
            choose(visitor, "college");
            assertThat(visitor.page().url()).endsWith("/organisation/");

            college.mints(
                    claims -> college.signed(claims.claim("amr", List.of("pwd")).build()));
            visitor.go("/sign-in");
            choose(visitor, "college");
            visitor.look("provider-one-factor");
            assertThat(visitor.page().url()).contains("why=one-factor");
        }
    }

    @Test
    @Order(8)
    void aPasswordGivesNoTokenWhereLearnersHaveAProvider() {
        var who = "{\"username\":\"sian\",\"password\":\""
                + DemoAccount.of("sian").password() + "\"}";

        var answer = server.rest().post("/session", who).expect(403);

        assertThat(answer.json().required("code").asText()).isEqualTo("sign-in-elsewhere");
    }

    @Test
    @Order(9)
    void aLogoutTokenThatIsNoneIsRefused() {
        var form = "logout_token=eyJ.no.token".getBytes(StandardCharsets.UTF_8);

        server.rest()
                .post("//sign-in-with/stub/signed-out", "application/x-www-form-urlencoded", form)
                .expect(400);
        server.rest()
                .send("POST", "//sign-in-with/nobody/signed-out", BodyPublishers.noBody())
                .expect(404);
    }

    private static void atKeycloak(Visitor visitor) {
        visitor.page().locator("#username").fill("sian");
        visitor.page().locator("#password").fill(KEYCLOAK_PASSWORD);
        visitor.page().locator("#kc-login").click();
    }

    @Test
    @Order(10)
    void aLearnerComesByARealKeycloakAndLeavesWhenTheyLeaveIt() {
        keycloakReady.join();
        try (var desk = Browser.visitor(server, DESKTOP);
                var phone = Browser.visitor(server, DESKTOP)) {
            signIn(desk, "sian");
            desk.go("/account/providers");
            choose(desk, "keycloak");
            atKeycloak(desk);
            desk.page().waitForURL("**/account/?done=provider-added");

            phone.go("/sign-in?next=/learner/record");
            choose(phone, "keycloak");
            atKeycloak(phone);
            phone.page().waitForURL("**/learner/record");
            phone.look("keycloak-record");

            phone.page().navigate(keycloak.issuer() + "/protocol/openid-connect/logout?client_id=openplr");
            phone.page().locator("#kc-logout").click();
            phone.page().waitForLoadState();
            phone.go("/learner/record");
            assertThat(phone.page().url()).contains("/sign-in").contains("ended=true");
            desk.go("/learner/record");
            assertThat(desk.page().url()).contains("/learner/record");
        }
    }

    @Test
    @Order(11)
    void whoSignsOutHereIsSignedOutOfKeycloakTooAndComesBackWithoutAQuestion() {
        keycloakReady.join();
        try (var visitor = Browser.visitor(server, DESKTOP)) {
            visitor.go("/sign-in?next=/learner/record");
            choose(visitor, "keycloak");
            atKeycloak(visitor);
            visitor.page().waitForURL("**/learner/record");

            visitor.page().locator("form[action='/sign-out'] button").click();

            visitor.page().waitForURL(server.base() + "/signed-out");
            visitor.page().waitForLoadState();
            visitor.page().waitForTimeout(1_500);
            assertThat(visitor.page().url()).isEqualTo(server.base() + "/signed-out");
            assertThat(visitor.page().context().cookies())
                    .extracting(cookie -> cookie.name)
                    .doesNotContain("openplr-leaving", "openplr-session");
            visitor.go("/sign-in?next=/learner/record");
            choose(visitor, "keycloak");
            visitor.page().locator("#password").waitFor();
            assertThat(visitor.page().url())
                    .as("Keycloak asks for the password again")
                    .startsWith(keycloak.issuer());
        }
    }

    @Test
    @Order(12)
    void noAddressOfOursLeadsAnybodyOutOfTheHouse() {
        for (var query : List.of("", "?provider=stub", "?provider=https://evil.example", "?there=//evil.example")) {
            var page = server.rest().get("//signed-out" + query).expect(200);
            assertThat(page.header("Refresh")).as(query).isEmpty();
            assertThat(page.text())
                    .as("but for the same page in the other language")
                    .doesNotContain("href=\"https://evil.example", "href=\"//evil.example", stub.issuer());
        }
        for (var cookie : List.of("nobody.e30", "https://evil.example", "stub%0d%0aX: y", "."))
            assertThat(server.rest()
                            .with("Cookie", "openplr-leaving=" + cookie)
                            .get("//signed-out")
                            .expect(200)
                            .header("Refresh"))
                    .as(cookie)
                    .isEmpty();
        assertThat(server.rest()
                        .with("Cookie", "openplr-leaving=stub.a&post_logout_redirect_uri=https://evil.example")
                        .get("//signed-out")
                        .header("Refresh"))
                .get()
                .asString()
                .startsWith("0; url=" + stub.issuer() + "/end?")
                .doesNotContain("https://evil.example");
    }

    @Test
    @Order(13)
    void noTokenAndNobodysNameIsInAnyLog() {
        assertThat(server.logLines())
                .noneMatch(line -> line.contains("eyJ"))
                .noneMatch(line -> line.contains("a stranger") || line.contains("emeka-at-the-stub"))
                .noneMatch(line -> line.contains("sian@keycloak.example"));
    }
}
