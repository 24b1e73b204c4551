package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.SigningKey;
import org.openplr.testing.FixedClock;

class AccessTokensTest {
    private static final SigningKey KEY = IdentityFixtures.SETTINGS.secrets().token();
    private static final Uln ULN = new Uln("9276308686");

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final AccessTokens tokens = IdentityFixtures.tokens(clock);
    private final Actor.Learner learner = new Actor.Learner(UUID.randomUUID(), ULN);
    private final Welcome welcome = new Welcome(
            learner,
            learner.account(),
            AccountKind.LEARNER,
            "mari",
            Set.of(Role.LEARNER),
            Optional.empty(),
            Proof.PASSPHRASE);

    @Test
    void tokenNamesWhomItWasIssuedTo() {
        assertThat(actor(tokens.issue(welcome).token())).contains(learner);
    }

    @Test
    void organisationsTokenCarriesItsRoles() {
        var user = new Actor.OrganisationUser(
                UUID.randomUUID(), new Ukprn("10000001"), Set.of(Role.AWARDING, Role.REGISTRATION_SUPER));
        var token = tokens.issue(new Welcome(
                user, user.account(), AccountKind.USER, "registrar", user.roles(), Optional.empty(), Proof.PASSPHRASE));

        assertThat(actor(token.token())).contains(user);
    }

    @Test
    void tokenIsShapedAsMicroProfileJwt() throws Exception {
        var jwt = SignedJWT.parse(tokens.issue(welcome).token());
        var claims = jwt.getJWTClaimsSet();

        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(jwt.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:9080");
        assertThat(claims.getAudience()).containsExactly("openplr");
        assertThat(claims.getStringClaim("upn")).isEqualTo("mari");
        assertThat(claims.getStringListClaim("groups")).containsExactly("learner");
        assertThat(claims.getStringClaim("uln")).isEqualTo(ULN.digits());
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(clock.instant(), claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void anotherClockMayBe29SecondsSlowAndNot31() {
        var token = tokens.issue(welcome).token();

        clock.forward(AccessTokens.LIFE.plusSeconds(29));
        assertThat(tokens.verify(token)).isPresent();
        clock.forward(Duration.ofSeconds(2));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void anotherClockMayBe29SecondsFastAndNot31() {
        var behind = FixedClock.at("2026-11-24T09:29:31Z");
        var token = tokens.issue(welcome).token();

        assertThat(IdentityFixtures.tokens(behind).verify(token)).isPresent();
        assertThat(IdentityFixtures.tokens(FixedClock.at("2026-11-24T09:29:29Z"))
                        .verify(token))
                .isEmpty();
    }

    private Optional<Actor> actor(String token) {
        return tokens.verify(token)
                .map(verified -> verified instanceof VerifiedToken.Person person ? person.actor() : null);
    }

    @Test
    void publishedKeysHoldNoPrivatePart() {
        assertThat(tokens.publicKeys()).contains(KEY.id()).doesNotContain("\"d\"");
    }

    @Nested
    class Refuses {
        private final JWTClaimsSet good = new JWTClaimsSet.Builder()
                .issuer(tokens.issuer())
                .audience("openplr")
                .subject(UUID.randomUUID().toString())
                .claim("groups", List.of("learner"))
                .claim("uln", ULN.digits())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .build();

        @Test
        void nothingThatIsRight() throws Exception {
            assertThat(tokens.verify(signed(good))).isPresent();
        }

        @Test
        void algorithmNone() {
            assertThat(tokens.verify(new PlainJWT(good).serialize())).isEmpty();
            assertThat(tokens.verify(new PlainJWT(good).serialize() + "A".repeat(86)))
                    .isEmpty();
        }

        @Test
        void hmacWithThePublicKey() throws Exception {
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.id()).build(), good);
            forged.sign(new MACSigner(KEY.pair().getPublic().getEncoded()));

            assertThat(tokens.verify(forged.serialize())).isEmpty();
        }

        @Test
        void anotherKey() throws Exception {
            var other = SigningKey.parse(
                    SigningKey.Algorithm.ES256, SigningKey.generate(SigningKey.Algorithm.ES256, KEY.id()));

            assertThat(tokens.verify(signed(good, other, KEY.id()))).isEmpty();
            assertThat(tokens.verify(signed(good, KEY, "another"))).isEmpty();
        }

        @Test
        void anotherIssuerOrAudience() throws Exception {
            assertThat(tokens.verify(
                            signed(changed().issuer("https://elsewhere.example").build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().audience("another").build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(
                            changed().audience(List.of("openplr", "another")).build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().audience((String) null).build())))
                    .isEmpty();
        }

        @Test
        void anotherType() throws Exception {
            for (var type : List.of("JWT", "at", "id+jwt", "client-authentication+jwt"))
                assertThat(tokens.verify(signed(good, KEY, header(KEY.id()).type(new JOSEObjectType(type)))))
                        .as(type)
                        .isEmpty();
            assertThat(tokens.verify(signed(good, KEY, header(KEY.id()).type(null))))
                    .isEmpty();
            assertThat(tokens.verify(
                            signed(good, KEY, header(KEY.id()).type(new JOSEObjectType("application/at+jwt")))))
                    .isPresent();
        }

        @Test
        void aKeyThatItBringsItselfOrPointsAt() throws Exception {
            var other = SigningKey.parse(
                    SigningKey.Algorithm.ES256, SigningKey.generate(SigningKey.Algorithm.ES256, KEY.id()));
            var theirs =
                    new ECKey.Builder(Curve.P_256, (ECPublicKey) other.pair().getPublic()).build();
            var elsewhere = URI.create("https://evil.example/keys");

            for (var signer : List.of(other, KEY)) {
                assertThat(tokens.verify(signed(good, signer, header(KEY.id()).jwk(theirs))))
                        .isEmpty();
                assertThat(tokens.verify(signed(good, signer, header(KEY.id()).jwkURL(elsewhere))))
                        .isEmpty();
                assertThat(tokens.verify(signed(good, signer, header(KEY.id()).x509CertURL(elsewhere))))
                        .isEmpty();
            }
        }

        @Test
        void anotherTime() throws Exception {
            var now = clock.instant();

            assertThat(tokens.verify(signed(lasting(now.minusSeconds(400), now.minusSeconds(31)))))
                    .isEmpty();
            assertThat(tokens.verify(signed(lasting(now.plusSeconds(31), now.plusSeconds(300)))))
                    .isEmpty();
            assertThat(tokens.verify(signed(lasting(now, now.plusSeconds(601)))))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().expirationTime(null).build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().issueTime(null).build()))).isEmpty();
        }

        @Test
        void claimsThatAreNobodys() throws Exception {
            assertThat(tokens.verify(signed(changed().subject(null).build()))).isEmpty();
            assertThat(tokens.verify(signed(changed().subject("not an id").build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().claim("uln", "9276308687").build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().claim("uln", 9276308686L).build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().claim("uln", null).build())))
                    .isEmpty();
            assertThat(tokens.verify(signed(changed().claim("groups", null).build())))
                    .isEmpty();
        }

        @Test
        void anythingTamperedWith() throws Exception {
            var token = signed(good);
            var parts = token.split("\\.", -1);
            var other = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    .replace(ULN.digits(), "1000000043");
            var payload =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));

            assertThat(tokens.verify(parts[0] + "." + payload + "." + parts[2])).isEmpty();
            assertThat(tokens.verify(parts[0] + "." + parts[1] + "." + "A".repeat(86)))
                    .isEmpty();
            assertThat(tokens.verify(token + "=")).isEmpty();
            assertThat(tokens.verify(token + ".")).isEmpty();
            assertThat(tokens.verify(" " + token)).isEmpty();
            assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
        }

        @Test
        void garbage() {
            for (var text : List.of("", ".", "..", "a.b.c", "null", "\u0000", "é.é.é", "x".repeat(100_000)))
                assertThat(tokens.verify(text)).isEmpty();
        }

        private JWTClaimsSet.Builder changed() {
            return new JWTClaimsSet.Builder(good);
        }

        private JWTClaimsSet lasting(Instant from, Instant to) {
            return changed()
                    .issueTime(Date.from(from))
                    .expirationTime(Date.from(to))
                    .build();
        }

        private static String signed(JWTClaimsSet claims) throws JOSEException {
            return signed(claims, KEY, KEY.id());
        }

        private static String signed(JWTClaimsSet claims, SigningKey key, String keyId) throws JOSEException {
            return signed(claims, key, header(keyId));
        }

        private static JWSHeader.Builder header(String keyId) {
            return new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(keyId);
        }

        private static String signed(JWTClaimsSet claims, SigningKey key, JWSHeader.Builder header)
                throws JOSEException {
            var jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new ECDSASigner((ECPrivateKey) key.pair().getPrivate()));
            return jwt.serialize();
        }
    }
}
