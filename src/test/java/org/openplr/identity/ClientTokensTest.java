package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Secrets;
import org.openplr.platform.Settings;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class ClientTokensTest {
    private static final String HERE = "192.0.2.9";

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");

    /** A school's system, and all that has to do with it. */
    private final class System {
        final ApiClients clients;
        final ClientTokens endpoint;
        final Bearers bearers;
        final Actor.OrganisationUser owner;
        final ClientOutcome.Done made;

        System(EntityManager em, UnaryOperator<NewClient> change) {
            this.clients = IdentityFixtures.clients(em, clock);
            this.endpoint = IdentityFixtures.clientTokens(em, clock);
            this.bearers = IdentityFixtures.bearers(em, clock);
            this.owner = IdentityFixtures.superUser(em);
            this.made = ClientsFixtures.made(
                    clients.make(owner, change.apply(ClientsFixtures.withSecret(clock.instant()))));
        }

        System(EntityManager em) {
            this(em, wanted -> wanted);
        }

        UUID id() {
            return made.client().id();
        }

        String clientId() {
            return made.client().clientId();
        }

        ClientProof proof() {
            return new ClientProof.Secret(clientId(), ClientsFixtures.secret(made));
        }

        TokenOutcome ask() {
            return endpoint.ask(proof(), null, HERE, "here");
        }

        TokenOutcome ask(String scope) {
            return endpoint.ask(proof(), scope, HERE, "here");
        }

        TokenOutcome show(String assertion) {
            return endpoint.ask(new ClientProof.Assertion(assertion, null), null, HERE, UUID.randomUUID() + "");
        }

        String token(String scope) {
            return ((TokenOutcome.Granted) ask(scope)).token().token();
        }

        Optional<Actor> bearer(String token) {
            return bearers.actor(token, HERE);
        }
    }

    private System withKey(EntityManager em, ECKey key) {
        return new System(em, wanted -> ClientsFixtures.withKey(clock.instant(), key));
    }

    @OnBothDatabases
    void secretIsGoodForATokenOfItsSystem(Database db) {
        db.run(em -> {
            var system = new System(em);

            var granted = (TokenOutcome.Granted) system.ask();

            assertThat(granted.roles()).containsExactlyInAnyOrder(Role.REGISTRATION_BATCH, Role.REGISTRATION_VIEW);
            assertThat(system.bearer(granted.token().token()))
                    .contains(new Actor.OrganisationUser(system.id(), system.owner.organisation(), granted.roles()));
        });
    }

    @OnBothDatabases
    void tokenIsAnAccessTokenOfRfc9068(Database db) {
        db.run(em -> {
            var system = new System(em);

            var jwt = parsed(system.token("registration-view"));

            var claims = claims(jwt);
            assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
            assertThat(jwt.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
            assertThat(claims.getSubject()).isEqualTo(system.clientId());
            assertThat(claims.getAudience()).containsExactly("openplr");
            assertThat(claims.getJWTID()).isNotBlank();
            assertThat(claims.getExpirationTime())
                    .isEqualTo(Date.from(clock.instant().plus(Duration.ofMinutes(10))));
            assertThat(claims.toJSONObject())
                    .containsEntry("client_id", system.clientId())
                    .containsEntry("upn", system.clientId())
                    .containsEntry("scope", "registration-view")
                    .containsEntry("ukprn", system.owner.organisation().digits())
                    .containsEntry("groups", List.of("registration-view"));
        });
    }

    @OnBothDatabases
    void noMoreThanWasGranted(Database db) {
        db.run(em -> {
            var system = new System(em);

            for (var scope :
                    List.of("awarding", "registration-view awarding", "", " ", "registration-view  x", "\u0000"))
                assertThat(system.ask(scope)).as(scope).isEqualTo(new TokenOutcome.NotGranted());
            assertThat(system.ask("registration-view registration-batch")).isInstanceOf(TokenOutcome.Granted.class);
        });
    }

    @OnBothDatabases
    void wrongSecretsAreOneAnswer(Database db) {
        db.run(em -> {
            var system = new System(em);
            var other = new System(em);
            var ids = IdentityFixtures.ids(clock);
            var key = system.made.client().keys().getFirst().id();

            for (var proof : List.of(
                    new ClientProof.Secret(
                            system.clientId(), ClientSecret.draw(key, ids).text()),
                    new ClientProof.Secret(system.clientId(), ClientsFixtures.secret(other.made)),
                    new ClientProof.Secret(other.clientId(), ClientsFixtures.secret(system.made)),
                    new ClientProof.Secret("nobody", ClientsFixtures.secret(system.made)),
                    new ClientProof.Secret("\u0000", ClientsFixtures.secret(system.made)),
                    new ClientProof.Secret(system.clientId(), ""),
                    new ClientProof.Secret(system.clientId(), "x".repeat(10_000))))
                assertThat(system.endpoint.ask(proof, null, HERE, "there")).isEqualTo(new TokenOutcome.NotProved());
            assertThat(AuditFixtures.ledger(em, clock).about(system.id()))
                    .extracting(LedgerEntry::reason)
                    .contains("wrong-key");
        });
    }

    @OnBothDatabases
    void junkNeverReachesTheDatabase(Database db) {
        var production = production();
        var system = db.call(System::new);
        var secret = ClientsFixtures.secret(system.made);
        var wrong = secret.substring(0, secret.length() - 8) + "00000000";

        for (var proof : List.of(
                new ClientProof.Secret(system.clientId(), wrong),
                new ClientProof.Secret(system.clientId(), "a phrase"),
                new ClientProof.Secret("\u0000", secret),
                new ClientProof.Assertion("junk", null),
                new ClientProof.Assertion(
                        ClientsFixtures.signed(
                                ClientsFixtures.key(),
                                ClientsFixtures.claims(system.clientId(), clock.instant())
                                        .jwtID(null)
                                        .build()),
                        null)))
            assertThat(db.statements(em -> assertThat(IdentityFixtures.clientTokens(em, clock, production)
                                    .ask(proof, null, HERE, "there"))
                            .isEqualTo(new TokenOutcome.NotProved())))
                    .isZero();
    }

    @OnBothDatabases
    void failuresAreThrottledFromOnePlaceAndNobodyIsLockedOut(Database db) {
        db.run(em -> {
            var system = new System(em);
            var wrong = new ClientProof.Secret(system.clientId(), "wrong");
            for (var i = 0; i < ClientTokens.FAILURES_FOR_CLIENT; i++)
                assertThat(system.endpoint.ask(wrong, null, HERE, "attacker")).isEqualTo(new TokenOutcome.NotProved());

            assertThat(system.endpoint.ask(system.proof(), null, HERE, "attacker"))
                    .isEqualTo(new TokenOutcome.Throttled(ClientTokens.WINDOW.toSeconds()));
            assertThat(system.ask()).isInstanceOf(TokenOutcome.Granted.class);
        });
    }

    @OnBothDatabases
    void asManyTokensAtOnceAsASystemWants(Database db) {
        db.run(em -> {
            var system = new System(em);

            for (var i = 0; i < 200; i++) assertThat(system.ask()).isInstanceOf(TokenOutcome.Granted.class);
        });
    }

    @OnBothDatabases
    void lastUseIsNotedAtMostOnceAMinute(Database db) {
        db.run(em -> {
            var system = new System(em);
            var first = clock.instant();
            system.ask();
            clock.forward(Duration.ofSeconds(30));
            system.ask();
            assertThat(system.clients
                            .find(system.owner, system.id())
                            .orElseThrow()
                            .lastUsed())
                    .isEqualTo(first);

            clock.forward(Duration.ofSeconds(31));
            system.ask();

            assertThat(system.clients
                            .find(system.owner, system.id())
                            .orElseThrow()
                            .lastUsed())
                    .isEqualTo(clock.instant());
        });
    }

    @OnBothDatabases
    void whoComesFromElsewhereGetsNothing(Database db) {
        db.run(em -> {
            var system = new System(
                    em,
                    wanted -> new NewClient(
                            wanted.name(),
                            Set.of(Role.REGISTRATION_VIEW),
                            List.of("192.0.2.0/24", "2001:db8::/32"),
                            wanted.expires(),
                            ""));
            var token = system.token("registration-view");

            for (var elsewhere : List.of("192.0.3.1", "2001:db9::1", "", "a proxy"))
                assertThat(system.endpoint.ask(system.proof(), null, elsewhere, "here"))
                        .isEqualTo(new TokenOutcome.NotNow(TokenOutcome.Reason.ELSEWHERE));
            assertThat(system.bearers.actor(token, "2001:db8::7")).isPresent();
            assertThat(system.bearers.actor(token, "192.0.3.1")).isEmpty();
        });
    }

    @OnBothDatabases
    void demoSystemsHavePhrasesInDevelopmentOnly(Database db) {
        db.run(em -> {
            var name = "demo-" + UUID.randomUUID();
            var account = new NewAccount(
                    AccountKind.CLIENT, name, "forklift and note", null, new Ukprn("10000001"), Set.of());
            var demo = IdentityFixtures.demoClients(em, clock, IdentityFixtures.SETTINGS);
            assertThat(demo.openAll(List.of(account))).isEqualTo(1);
            assertThat(demo.openAll(List.of(account))).isZero();
            var right = new ClientProof.Secret(name, "forklift and note");

            assertThat(IdentityFixtures.clientTokens(em, clock).ask(right, null, HERE, "here"))
                    .isInstanceOf(TokenOutcome.Granted.class);
            assertThat(IdentityFixtures.clientTokens(em, clock)
                            .ask(new ClientProof.Secret(name, "wrong"), null, HERE, "here"))
                    .isEqualTo(new TokenOutcome.NotProved());
            assertThat(IdentityFixtures.clientTokens(em, clock, production()).ask(right, null, HERE, "here"))
                    .isEqualTo(new TokenOutcome.NotProved());
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> IdentityFixtures.demoClients(em, clock, production())
                                    .openAll(List.of(account)))
                    .hasMessageContaining("production");
        });
    }

    @Nested
    class CalledBack {
        @OnBothDatabases
        void suspendedSystemsDangerousTokenAtTheNextRequest(Database db) {
            db.run(em -> {
                var system = new System(em);
                var token = system.token("registration-batch");
                assertThat(system.bearer(token)).isPresent();

                system.clients.suspend(system.owner, system.id());

                assertThat(system.bearer(token)).isEmpty();
                assertThat(system.ask()).isEqualTo(new TokenOutcome.NotNow(TokenOutcome.Reason.SUSPENDED));
                system.clients.resume(system.owner, system.id());
                assertThat(system.bearer(token)).isPresent();
            });
        }

        @OnBothDatabases
        void suspendedSystemsHarmlessTokenWithinAMinute(Database db) {
            db.run(em -> {
                var system = new System(em);
                var token = system.token("registration-view");
                assertThat(system.bearer(token)).isPresent();

                system.clients.suspend(system.owner, system.id());
                clock.forward(Duration.ofSeconds(60));

                assertThat(system.bearer(token)).isEmpty();
            });
        }

        @OnBothDatabases
        void endedKeysTokenAndNotTheOthers(Database db) {
            db.run(em -> {
                var system = new System(em);
                var old = system.token("registration-batch");
                var second = ClientsFixtures.made(system.clients.addKey(system.owner, system.id(), ""));
                var proof = new ClientProof.Secret(system.clientId(), ClientsFixtures.secret(second));
                var fresh = (TokenOutcome.Granted) system.endpoint.ask(proof, "registration-batch", HERE, "here");

                system.clients.endKey(
                        system.owner,
                        system.id(),
                        system.made.client().keys().getFirst().id());

                assertThat(system.bearer(old)).isEmpty();
                assertThat(system.ask()).isEqualTo(new TokenOutcome.NotProved());
                assertThat(system.bearer(fresh.token().token())).isPresent();
            });
        }

        @OnBothDatabases
        void expiredSystemsToken(Database db) {
            db.run(em -> {
                var system = new System(
                        em,
                        w -> new NewClient(
                                w.name(), w.roles(), List.of(), clock.instant().plusSeconds(120), ""));
                var token = system.token("registration-batch");

                clock.forward(Duration.ofSeconds(121));

                assertThat(system.bearer(token)).isEmpty();
                assertThat(system.ask()).isEqualTo(new TokenOutcome.NotNow(TokenOutcome.Reason.EXPIRED));
            });
        }

        @OnBothDatabases
        void verifiedTokenIsRememberedForAMinuteAndNeverBeyondItsEnd(Database db) {
            var token = db.call(em -> new System(em).token("registration-view"));

            assertThat(db.statements(em -> {
                        var bearers = IdentityFixtures.bearers(em, clock);
                        assertThat(bearers.actor(token, HERE)).isPresent();
                        assertThat(bearers.actor(token, HERE)).isPresent();
                        clock.forward(AccessTokens.LIFE.plusSeconds(31));
                        assertThat(bearers.actor(token, HERE)).isEmpty();
                    }))
                    .as("its system is looked up once, its organisation's agreement each time")
                    .isEqualTo(1 + 2);
        }
    }

    @Nested
    class Assertions {
        private final ECKey key = ClientsFixtures.key();

        private JWTClaimsSet.Builder good(System system) {
            return ClientsFixtures.claims(system.clientId(), clock.instant());
        }

        @OnBothDatabases
        void ofAKnownKeyIsGoodForOneToken(Database db) {
            db.run(em -> {
                var system = withKey(em, key);
                var assertion = ClientsFixtures.signed(key, good(system).build());

                assertThat(system.show(assertion)).isInstanceOf(TokenOutcome.Granted.class);
                assertThat(system.show(assertion)).isEqualTo(new TokenOutcome.NotProved());
                assertThat(AuditFixtures.ledger(em, clock).about(system.id()))
                        .extracting(LedgerEntry::reason)
                        .contains("replayed");
            });
        }

        @OnBothDatabases
        void mayBeForTheIssuerAsWell(Database db) {
            db.run(em -> {
                var system = withKey(em, key);

                assertThat(system.show(ClientsFixtures.signed(
                                key,
                                good(system).audience("http://localhost:9080").build())))
                        .isInstanceOf(TokenOutcome.Granted.class);
                for (var audience : List.of(
                        List.<String>of(),
                        List.of("https://elsewhere.example"),
                        List.of("http://localhost:9080", "https://elsewhere.example")))
                    assertThat(system.show(ClientsFixtures.signed(
                                    key, good(system).audience(audience).build())))
                            .isEqualTo(new TokenOutcome.NotProved());
            });
        }

        @OnBothDatabases
        void isOfNowWith29SecondsAndNot31(Database db) {
            db.run(em -> {
                var system = withKey(em, key);
                var now = clock.instant();

                for (var fine : List.of(
                        good(system).expirationTime(Date.from(now.minusSeconds(29))),
                        good(system).issueTime(Date.from(now.plusSeconds(29))),
                        good(system).notBeforeTime(Date.from(now.plusSeconds(29))),
                        good(system).issueTime(null),
                        good(system).expirationTime(Date.from(now.plusSeconds(300 + 29)))))
                    assertThat(system.show(ClientsFixtures.signed(key, fine.build())))
                            .isInstanceOf(TokenOutcome.Granted.class);
                for (var wrong : List.of(
                        good(system).expirationTime(Date.from(now.minusSeconds(31))),
                        good(system).issueTime(Date.from(now.plusSeconds(31))),
                        good(system).notBeforeTime(Date.from(now.plusSeconds(31))),
                        good(system).expirationTime(null),
                        good(system).expirationTime(Date.from(now.plusSeconds(300 + 31)))))
                    assertThat(system.show(ClientsFixtures.signed(key, wrong.build())))
                            .isEqualTo(new TokenOutcome.NotProved());
            });
        }

        @OnBothDatabases
        void isOfItselfAndHasAnId(Database db) {
            db.run(em -> {
                var system = withKey(em, key);

                for (var wrong : List.of(
                        good(system).issuer("another"),
                        good(system).subject("another"),
                        good(system).subject(null),
                        good(system).jwtID(null),
                        good(system).jwtID(" "),
                        good(system).jwtID("x".repeat(300)),
                        ClientsFixtures.claims("nobody", clock.instant())))
                    assertThat(system.show(ClientsFixtures.signed(key, wrong.build())))
                            .isEqualTo(new TokenOutcome.NotProved());
            });
        }

        @OnBothDatabases
        void ofAForeignKeyIsNone(Database db) {
            db.run(em -> {
                var system = withKey(em, key);
                var foreign = ClientsFixtures.key();
                var elsewhere = URI.create("https://evil.example/keys");
                var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());

                for (var assertion : List.of(
                        ClientsFixtures.signed(foreign, good(system).build()),
                        ClientsFixtures.signed(
                                foreign,
                                header.jwk(foreign.toPublicJWK()),
                                good(system).build()),
                        ClientsFixtures.signed(
                                foreign, header.jwkURL(elsewhere), good(system).build()),
                        ClientsFixtures.signed(
                                foreign,
                                header.x509CertURL(elsewhere),
                                good(system).build())))
                    assertThat(system.show(assertion)).isEqualTo(new TokenOutcome.NotProved());
            });
        }

        @OnBothDatabases
        void byAnAlgorithmOfItsOwnIsNone(Database db) {
            db.run(em -> {
                var system = withKey(em, key);
                var claims = good(system).build();
                var hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                sign(() -> hmac.sign(new MACSigner(key.toECPublicKey().getEncoded())));
                var ours = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"));

                for (var assertion : List.of(
                        hmac.serialize(),
                        new PlainJWT(claims).serialize(),
                        new PlainJWT(claims).serialize() + "A".repeat(86),
                        ClientsFixtures.signed(key, ours, claims),
                        "",
                        "a.b.c",
                        "x".repeat(100_000)))
                    assertThat(system.show(assertion)).isEqualTo(new TokenOutcome.NotProved());
            });
        }

        @OnBothDatabases
        void tamperedWithIsNone(Database db) {
            db.run(em -> {
                var system = withKey(em, key);
                var parts = ClientsFixtures.signed(key, good(system).build()).split("\\.", -1);
                var payload = Base64URL.encode(good(system).build().toString());

                assertThat(system.show(parts[0] + "." + payload + "." + parts[2]))
                        .isEqualTo(new TokenOutcome.NotProved());
                assertThat(system.show(parts[0] + "." + parts[1] + "." + "A".repeat(86)))
                        .isEqualTo(new TokenOutcome.NotProved());
            });
        }

        @OnBothDatabases
        void saysNoOtherClientThanTheRequest(Database db) {
            db.run(em -> {
                var system = withKey(em, key);
                var assertion = ClientsFixtures.signed(key, good(system).build());

                assertThat(system.endpoint.ask(new ClientProof.Assertion(assertion, "other"), null, HERE, "here"))
                        .isEqualTo(new TokenOutcome.NotProved());
                assertThat(system.endpoint.ask(
                                new ClientProof.Assertion(assertion, system.clientId()), null, HERE, "here"))
                        .isInstanceOf(TokenOutcome.Granted.class);
            });
        }

        @OnBothDatabases
        void rsaKeySignsByPs256AndRs256(Database db) {
            db.run(em -> {
                var rsa = sign(() -> new RSAKeyGenerator(2_048).generate());
                var system = new System(
                        em,
                        w -> ClientsFixtures.wanted(
                                clock.instant(), rsa.toPublicJWK().toJSONString()));

                for (var algorithm : List.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256, JWSAlgorithm.RS512)) {
                    var jwt =
                            new SignedJWT(new JWSHeader(algorithm), good(system).build());
                    sign(() -> {
                        jwt.sign(new RSASSASigner(rsa));
                        return jwt;
                    });
                    assertThat(system.show(jwt.serialize()) instanceof TokenOutcome.Granted)
                            .as(algorithm.getName())
                            .isEqualTo(!algorithm.equals(JWSAlgorithm.RS512));
                }
            });
        }

        @OnBothDatabases
        void ed25519KeySignsByEdDsa(Database db) {
            db.run(em -> {
                var pair = sign(() -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
                var spki = pair.getPublic().getEncoded();
                var x = Base64URL.encode(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
                var system = new System(
                        em,
                        w -> ClientsFixtures.wanted(
                                clock.instant(), "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x + "\"}"));
                var jwt = new SignedJWT(
                        new JWSHeader(JWSAlgorithm.EdDSA), good(system).build());
                var signature = sign(() -> {
                    var signer = Signature.getInstance("Ed25519");
                    signer.initSign(pair.getPrivate());
                    signer.update(jwt.getSigningInput());
                    return signer.sign();
                });
                var input = new String(jwt.getSigningInput(), java.nio.charset.StandardCharsets.US_ASCII);

                assertThat(system.show(input + "." + Base64URL.encode(signature)))
                        .isInstanceOf(TokenOutcome.Granted.class);
                signature[7] ^= 1;
                assertThat(system.show(input + "." + Base64URL.encode(signature)))
                        .isEqualTo(new TokenOutcome.NotProved());
            });
        }
    }

    @FunctionalInterface
    private interface Signing<T> {
        T sign() throws Exception;
    }

    @FunctionalInterface
    private interface Doing {
        void run() throws Exception;
    }

    private static <T> T sign(Signing<T> signing) {
        try {
            return signing.sign();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void sign(Doing signing) {
        sign(() -> {
            signing.run();
            return signing;
        });
    }

    private static SignedJWT parsed(String token) {
        return sign(() -> SignedJWT.parse(token));
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        return sign(jwt::getJWTClaimsSet);
    }

    /** Production as it is set up: only its own secrets count there. */
    private static Settings production() {
        var given = new HashMap<String, String>();
        given.put("openplr.profile", "production");
        given.put("openplr.public-url", "https://plr.example");
        given.put("keystore.password", "of no key store");
        given.put("openplr.evidence.scanner", "none");
        given.put("openplr.smtp.host", "smtp.example");
        given.put("openplr.smtp.from", "plr@plr.example");
        Secrets.generate().forEach((name, value) -> given.put((String) name, (String) value));
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }
}
