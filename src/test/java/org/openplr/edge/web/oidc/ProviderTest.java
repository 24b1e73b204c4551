package org.openplr.edge.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.ProvenIdentities;
import org.openplr.identity.ProvenIdentity;
import org.openplr.identity.ProviderIdentity;
import org.openplr.identity.ProviderVisit;
import org.openplr.identity.TokenFault;
import org.openplr.platform.Settings;
import org.openplr.testing.FixedClock;
import org.openplr.testing.StubProvider;

/** Everything that a provider may answer, right and wrong, over real HTTP. */
class ProviderTest {
    private static final String IDENTITY_ISSUER = "https://identity.example";

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final StubProvider stub = StubProvider.start("stub", clock);
    private final ProviderVisit visit = new ProviderVisit(
            "a-secret-of-this-browser", "stub", ProviderVisit.Purpose.SIGN_IN, null, "", clock.instant());

    @AfterEach
    void stop() {
        stub.close();
    }

    private Provider provider(String... more) {
        var settings = new HashMap<>(stub.settings());
        settings.put("openplr.providers", "stub");
        settings.put("openplr.demo", "false");
        settings.put("openplr.data", "target/identity-test");
        for (var i = 0; i < more.length; i += 2) settings.put("openplr.provider.stub." + more[i], more[i + 1]);
        var read = Settings.read(name -> Optional.ofNullable(settings.get(name)));
        return new Providers(
                        read,
                        IdentityFixtures.idTokens(clock),
                        IdentityFixtures.provenIdentities(clock),
                        clock,
                        IdentityFixtures.ids(clock))
                .find("stub")
                .orElseThrow();
    }

    /** What a browser brings back. */
    private Map<String, String> sent(Provider provider) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(
                    HttpRequest.newBuilder(provider.authorization(visit, "cy")).build(), BodyHandlers.discarding());
            return StubProvider.fields(
                    URI.create(answer.headers().firstValue("Location").orElseThrow()));
        }
    }

    private Redeemed redeemed(Provider provider) throws IOException, InterruptedException {
        return provider.redeem(visit, sent(provider).getOrDefault("code", ""));
    }

    private static ProviderIdentity who(Redeemed redeemed) {
        return ((Redeemed.Known) redeemed).who();
    }

    @Test
    void whoComesBackIsWhomTheProviderNames() throws Exception {
        stub.mints(claims -> stub.signed(claims.claim("sid", "s-1").build()));

        var who = who(redeemed(provider()));

        assertThat(who.issuer()).isEqualTo(stub.issuer());
        assertThat(who.subject()).isEqualTo("person-1");
        assertThat(who.sid()).isEqualTo("s-1");
        assertThat(who.twoFactors()).isFalse();
    }

    @Test
    void theRequestHasStateNonceAndChallengeOfThisBrowserAlone() throws Exception {
        var asked = StubProvider.fields(
                provider("vtr", "Cl.Cm.P2 Cl.Cm", "acr-values", "gold silver").authorization(visit, "cy"));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("state", visit.state())
                .containsEntry("nonce", visit.nonce())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("vtr", "[\"Cl.Cm.P2\",\"Cl.Cm\"]")
                .containsEntry("acr_values", "gold silver")
                .containsEntry("ui_locales", "cy")
                .containsEntry("redirect_uri", "http://localhost:9080/sign-in-with/stub/back");
        assertThat(List.of(visit.state(), visit.nonce(), visit.verifier(), visit.secret()))
                .doesNotHaveDuplicates();
        assertThat(asked.values()).doesNotContain(visit.verifier(), visit.secret());
    }

    /** How a wrong token is made of right claims. */
    interface Wrong extends BiFunction<StubProvider, JWTClaimsSet.Builder, String> {}

    private static Arguments wrong(String what, TokenFault fault, Wrong wrong) {
        return arguments(what, fault, wrong);
    }

    private static JWSHeader.Builder header(StubProvider stub) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(stub.key().getKeyID());
    }

    private static Date at(int seconds) {
        return Date.from(Instant.parse("2026-11-25T09:30:00Z").plusSeconds(seconds));
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong(
                        "issuer",
                        TokenFault.ISSUER,
                        (s, c) -> s.signed(c.issuer("https://evil.example").build())),
                wrong(
                        "no issuer",
                        TokenFault.ISSUER,
                        (s, c) -> s.signed(c.issuer(null).build())),
                wrong(
                        "audience",
                        TokenFault.AUDIENCE,
                        (s, c) -> s.signed(c.audience("other").build())),
                wrong(
                        "audience list",
                        TokenFault.AUDIENCE,
                        (s, c) -> s.signed(c.audience(List.of(StubProvider.CLIENT, "other"))
                                .build())),
                wrong(
                        "no audience",
                        TokenFault.AUDIENCE,
                        (s, c) -> s.signed(c.audience(List.of()).build())),
                wrong(
                        "authorized party",
                        TokenFault.AUDIENCE,
                        (s, c) -> s.signed(c.claim("azp", "other").build())),
                wrong("alg none", TokenFault.ALGORITHM, (s, c) -> new PlainJWT(c.build()).serialize()),
                wrong("HS256 with the public key", TokenFault.ALGORITHM, (s, c) -> withPublicKey(s, c.build())),
                wrong(
                        "signature",
                        TokenFault.SIGNATURE,
                        (s, c) -> s.signed(c.build()).replaceFirst("[^.]{8}$", "AAAAAAAA")),
                wrong(
                        "another's key under the right id",
                        TokenFault.SIGNATURE,
                        (s, c) -> StubProvider.signed(c.build(), header(s).build(), StubProvider.rsaKey("x"))),
                wrong("key of its own header", TokenFault.SIGNATURE, (s, c) -> {
                    var own = StubProvider.rsaKey(s.key().getKeyID());
                    return StubProvider.signed(
                            c.build(), header(s).jwk(own.toPublicJWK()).build(), own);
                }),
                wrong("key by jku and x5u", TokenFault.SIGNATURE, (s, c) -> {
                    var there = URI.create(s.issuer() + "/evil-keys");
                    return StubProvider.signed(
                            c.build(),
                            header(s).jwkURL(there).x509CertURL(there).build(),
                            StubProvider.rsaKey("x"));
                }),
                wrong(
                        "expired by 31 s",
                        TokenFault.EXPIRED,
                        (s, c) -> s.signed(c.expirationTime(at(-31)).build())),
                wrong(
                        "no expiry",
                        TokenFault.MALFORMED,
                        (s, c) -> s.signed(c.expirationTime(null).build())),
                wrong(
                        "of 31 s from now",
                        TokenFault.NOT_YET,
                        (s, c) -> s.signed(c.issueTime(at(31)).build())),
                wrong(
                        "not before 31 s from now",
                        TokenFault.NOT_YET,
                        (s, c) -> s.signed(c.notBeforeTime(at(31)).build())),
                wrong(
                        "nonce",
                        TokenFault.NONCE,
                        (s, c) -> s.signed(c.claim("nonce", "other").build())),
                wrong(
                        "no nonce",
                        TokenFault.NONCE,
                        (s, c) -> s.signed(c.claim("nonce", null).build())),
                wrong(
                        "no subject",
                        TokenFault.SUBJECT,
                        (s, c) -> s.signed(c.subject(null).build())),
                wrong(
                        "blank subject",
                        TokenFault.SUBJECT,
                        (s, c) -> s.signed(c.subject(" ").build())),
                wrong(
                        "an access token",
                        TokenFault.TYPE,
                        (s, c) -> s.signed(
                                c.build(),
                                header(s).type(new JOSEObjectType("at+jwt")).build())),
                wrong(
                        "a logout token",
                        TokenFault.TYPE,
                        (s, c) -> s.signed(
                                c.build(),
                                header(s).type(new JOSEObjectType("logout+jwt")).build())),
                wrong("no token", TokenFault.MALFORMED, (s, c) -> "eyJ.no.token"),
                wrong(
                        "a huge token",
                        TokenFault.MALFORMED,
                        (s, c) -> s.signed(c.claim("more", "x".repeat(20_000)).build())));
    }

    private static String withPublicKey(StubProvider stub, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(stub.key().getKeyID())
                            .build(),
                    claims);
            jwt.sign(new MACSigner(stub.key().toPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aWrongTokenIsRefused(String what, TokenFault fault, Wrong wrong) throws Exception {
        stub.mints(claims -> wrong.apply(stub, claims));

        assertThat(redeemed(provider())).as(what).isEqualTo(new Redeemed.Faulty(fault));
    }

    @Test
    void aClockThatIs29SecondsOffIsForgiven() throws Exception {
        stub.mints(claims -> stub.signed(claims.expirationTime(at(-29)).build()));
        assertThat(redeemed(provider())).isInstanceOf(Redeemed.Known.class);

        stub.mints(claims -> stub.signed(claims.issueTime(at(29)).build()));
        assertThat(redeemed(provider())).isInstanceOf(Redeemed.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cl", "", "Cm.P2", "P2"})
    void aVectorOfTrustThatIsTooLowIsRefused(String vot) throws Exception {
        stub.mints(claims -> stub.signed(claims.claim("vot", vot).build()));

        assertThat(redeemed(provider("vtr", "Cl.Cm"))).isEqualTo(new Redeemed.Faulty(TokenFault.TRUST));
    }

    @Test
    void aClassThatWasNotAskedForIsRefused() throws Exception {
        stub.mints(claims -> stub.signed(claims.claim("acr", "bronze").build()));

        assertThat(redeemed(provider("acr-values", "gold silver"))).isEqualTo(new Redeemed.Faulty(TokenFault.TRUST));
    }

    @Test
    void twoFactorsAreWhatTheSettingsTakeForThem() throws Exception {
        stub.mints(
                claims -> stub.signed(claims.claim("amr", List.of("pwd", "mfa")).build()));
        assertThat(who(redeemed(provider())).twoFactors()).isTrue();
        assertThat(who(redeemed(provider("two-factors", "gold"))).twoFactors()).isFalse();

        stub.mints(claims -> stub.signed(claims.claim("acr", "gold").build()));
        assertThat(who(redeemed(provider("two-factors", "gold"))).twoFactors()).isTrue();

        stub.mints(claims -> stub.signed(claims.claim("vot", "Cl.Cm").build()));
        assertThat(who(redeemed(provider("two-factors", "Cm"))).twoFactors()).isTrue();
    }

    @Test
    void aCodeIsWorthNothingTwiceAndNothingWithoutItsVerifier() throws Exception {
        var provider = provider();
        var code = sent(provider).getOrDefault("code", "");
        var stranger = new ProviderVisit("other", "stub", visit.purpose(), null, "", clock.instant());

        assertThat(provider.redeem(stranger, sent(provider).getOrDefault("code", "")))
                .isEqualTo(new Redeemed.Stale());
        assertThat(provider.redeem(visit, code)).isInstanceOf(Redeemed.Known.class);
        assertThat(provider.redeem(visit, code)).isEqualTo(new Redeemed.Stale());
    }

    @Test
    void aNewKeyIsAskedForAndUnknownOnesDoNotKeepAsking() throws Exception {
        var provider = provider();
        assertThat(redeemed(provider)).isInstanceOf(Redeemed.Known.class);

        stub.changeKey();
        assertThat(redeemed(provider)).as("signed by the new key").isInstanceOf(Redeemed.Known.class);

        stub.mints(claims -> StubProvider.signed(
                claims.build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("nobody's").build(),
                StubProvider.rsaKey("x")));
        for (var i = 0; i < 5; i++)
            try {
                assertThat(redeemed(provider)).isEqualTo(new Redeemed.Faulty(TokenFault.SIGNATURE));
            } catch (Unreachable limited) {
                assertThat(limited).hasMessage("keys: none");
            }
        assertThat(stub.keyRequests()).isLessThanOrEqualTo(3);
    }

    @Test
    void aProviderThatCallsItselfSomethingElseIsNotAsked() {
        stub.tells(text -> text.replace("\"" + stub.issuer() + "\"", "\"https://evil.example\""));

        assertThatThrownBy(() -> provider().authorization(visit, "en"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("calls itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/keys", "file:///etc/passwd", "ftp://localhost/keys", "https://u:p@x/k"})
    void anAddressThatIsNotAskedIsNotTaken(String address) {
        stub.tells(text -> text.replace(stub.issuer() + "/token", address)
                .replace(stub.issuer().replace("/", "\\/") + "\\/token", address));

        assertThatThrownBy(() -> provider().authorization(visit, "en"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("token_endpoint");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500, 503})
    void aProviderThatIsDownIsNotAskedAgainForAWhile(int status) throws Exception {
        var provider = provider();
        stub.status(status);
        assertThatThrownBy(() -> provider.authorization(visit, "en")).isInstanceOf(Unreachable.class);
        assertThat(provider.isSilent()).isTrue();

        stub.status(200);
        assertThatThrownBy(() -> provider.authorization(visit, "en")).hasMessage("silent");
        clock.forward(Provider.SILENCE.plus(Duration.ofMillis(1)));
        assertThat(provider.authorization(visit, "en")).hasScheme("http");
        assertThat(provider.isSilent()).isFalse();
    }

    @Test
    void anAnswerThatIsTooLargeIsNotRead() {
        stub.tells(text -> text + " ".repeat(Transport.MOST));

        assertThatThrownBy(() -> provider().authorization(visit, "en")).isInstanceOf(Unreachable.class);
    }

    @Test
    void anAnswerOfAnotherProviderIsTold() throws Exception {
        var provider = provider();

        assertThat(provider.isFromAnother(null)).isFalse();
        assertThat(provider.isFromAnother(stub.issuer())).isFalse();
        assertThat(provider.isFromAnother("https://evil.example")).isTrue();

        stub.tells(text -> text.replaceFirst("\\{", "{\"authorization_response_iss_parameter_supported\":true,"));
        assertThat(provider().isFromAnother(null)).isTrue();
    }

    @Test
    void publishedKeysAreThePublicOnes() throws Exception {
        var settings = new HashMap<>(stub.settings());
        settings.put("openplr.providers", "stub");
        var read = Settings.read(name -> Optional.ofNullable(settings.get(name)));

        var published = JWKSet.parse(ClientKeys.published(read.providers()));

        assertThat(published.getKeys()).hasSize(1).allMatch(key -> !key.isPrivate());
        assertThat(published.getKeys().getFirst().getKeyID())
                .isEqualTo(read.providers().getFirst().keys().getFirst().id());
    }

    private Provider proving() {
        return provider("vtr", "Cl.Cm.P2", "identity-issuer", IDENTITY_ISSUER, "identity-keys", stub.issuer() + "/did");
    }

    private JWTClaimsSet.Builder core() {
        var name = Map.of(
                "nameParts",
                List.of(
                        Map.of("type", "GivenName", "value", "Siân"),
                        Map.of("type", "GivenName", "value", "Mair"),
                        Map.of("type", "FamilyName", "value", "Morgan")));
        var former = Map.of(
                "validUntil", "2020-01-01", "nameParts", List.of(Map.of("type", "FamilyName", "value", "Former")));
        return stub.claims()
                .issuer(IDENTITY_ISSUER)
                .claim("vot", "P2")
                .claim(
                        "vc",
                        Map.of(
                                "credentialSubject",
                                Map.of(
                                        "name", List.of(former, name),
                                        "birthDate", List.of(Map.of("value", "2001-03-14")))));
    }

    private void proves(String subject, String core) {
        stub.mints(claims -> stub.signed(claims.claim("vot", "Cl.Cm").build()));
        stub.userinfo(Map.of(
                "sub",
                subject,
                ProvenIdentities.CORE,
                core,
                ProvenIdentities.ADDRESS,
                List.of(Map.of("postalCode", "HP16 0AL"), Map.of("postalCode", "BH12 1JY"))));
    }

    @Test
    void aProvenIdentityIsReadAndKeptToItself() throws Exception {
        proves("person-1", stub.identity(core().build()));

        var who = who(redeemed(proving()));

        assertThat(who.proven())
                .contains(new ProvenIdentity(
                        stub.issuer(),
                        "person-1",
                        List.of("Siân", "Mair"),
                        "Morgan",
                        LocalDate.of(2001, 3, 14),
                        List.of("HP16 0AL", "BH12 1JY")));
        assertThat(who.toString() + who.proven()).doesNotContain("Morgan").doesNotContain("person-1");
    }

    @Test
    void userinfoOfSomebodyElseIsRefused() throws Exception {
        proves("person-2", stub.identity(core().build()));
        assertThat(redeemed(proving())).isEqualTo(new Redeemed.Faulty(TokenFault.SUBJECT));

        proves("person-1", stub.identity(core().subject("person-2").build()));
        assertThat(redeemed(proving())).isEqualTo(new Redeemed.Faulty(TokenFault.SUBJECT));
    }

    @Test
    void anIdentityThatIsNotProvedSurelyEnoughIsRefused() throws Exception {
        proves("person-1", stub.identity(core().claim("vot", "P1").build()));
        assertThat(redeemed(proving())).isEqualTo(new Redeemed.Faulty(TokenFault.TRUST));

        stub.userinfo(Map.of("sub", "person-1"));
        assertThat(redeemed(proving())).as("none at all").isEqualTo(new Redeemed.Faulty(TokenFault.TRUST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P0", "P1"})
    void whatIsLessThanAProofOpensNoRecordWhateverWasAskedFor(String vot) throws Exception {
        proves("person-1", stub.identity(core().claim("vot", vot).build()));
        var asksNothing = provider("identity-issuer", IDENTITY_ISSUER, "identity-keys", stub.issuer() + "/did");

        assertThat(who(redeemed(asksNothing)).proven()).isEmpty();
    }

    @Test
    void anIdentityOfAnotherSignerIsRefused() throws Exception {
        proves("person-1", stub.signed(core().build()));
        assertThat(redeemed(proving())).isEqualTo(new Redeemed.Faulty(TokenFault.SIGNATURE));

        proves("person-1", stub.identity(core().issuer("https://evil.example").build()));
        assertThat(redeemed(proving())).isEqualTo(new Redeemed.Faulty(TokenFault.ISSUER));
    }

    @Test
    void ourProofIsForOneEndpointOnceAndForAMinute() throws ParseException {
        var settings = new HashMap<>(stub.settings());
        settings.put("openplr.providers", "stub");
        var read = Settings.read(name -> Optional.ofNullable(settings.get(name)));

        var proof = ClientKeys.proof(
                read.providers().getFirst(), URI.create(stub.issuer() + "/token"), "once", clock.instant());

        var claims = SignedJWT.parse(proof.get("client_assertion")).getJWTClaimsSet();
        assertThat(claims.getExpirationTime()).isEqualTo(at(60));
        assertThat(claims.getJWTID()).isEqualTo("once");
    }
}
