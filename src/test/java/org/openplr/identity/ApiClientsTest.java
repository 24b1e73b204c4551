package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class ApiClientsTest {
    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");

    @OnBothDatabases
    void superUserMakesASystemAndIsToldItsSecretOnce(Database db) {
        db.run(em -> {
            var who = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);

            var made = ClientsFixtures.made(clients.make(who, ClientsFixtures.withSecret(clock.instant())));

            assertThat(clients.of(who)).containsExactly(made.client());
            assertThat(made.client().keys()).extracting(ApiClient.Key::kind).containsExactly(ApiClient.KeyKind.SECRET);
            assertThat(made.client().lastUsed()).isNull();
            assertThat(kept(em, made.client().id())).doesNotContain(ClientsFixtures.secret(made));
        });
    }

    @OnBothDatabases
    void twoKeysAtATimeAndOneCanBeEnded(Database db) {
        db.run(em -> {
            var who = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);
            var first = ClientsFixtures.made(clients.make(who, ClientsFixtures.withSecret(clock.instant())));
            var id = first.client().id();

            var second = ClientsFixtures.made(
                    clients.addKey(who, id, ClientsFixtures.key().toPublicJWK().toJSONString()));
            assertThat(second.secret()).isNull();
            assertThat(clients.addKey(who, id, "")).isEqualTo(new ClientOutcome.TooMany());

            var old = first.client().keys().getFirst().id();
            var left = ClientsFixtures.made(clients.endKey(who, id, old));
            assertThat(left.client().keys()).extracting(ApiClient.Key::label).containsExactly("key-1");
            assertThat(clients.endKey(who, id, old)).isEqualTo(new ClientOutcome.NotFound());
            assertThat(clients.addKey(who, id, "")).isInstanceOf(ClientOutcome.Done.class);
        });
    }

    @OnBothDatabases
    void anotherOrganisationsSystemsAreNotThere(Database db) {
        db.run(em -> {
            var clients = IdentityFixtures.clients(em, clock);
            var owner = IdentityFixtures.superUser(em);
            var other = IdentityFixtures.superUser(em);
            var made = ClientsFixtures.made(clients.make(owner, ClientsFixtures.withSecret(clock.instant())));
            var id = made.client().id();

            assertThat(clients.of(other)).isEmpty();
            assertThat(clients.find(other, id)).isEmpty();
            for (var outcome : List.of(
                    clients.suspend(other, id),
                    clients.resume(other, id),
                    clients.renew(other, id),
                    clients.addKey(other, id, ""),
                    clients.endKey(other, id, made.client().keys().getFirst().id()),
                    clients.suspend(owner, UUID.randomUUID())))
                assertThat(outcome).isEqualTo(new ClientOutcome.NotFound());
            assertThat(clients.find(owner, id)).contains(made.client());
        });
    }

    @OnBothDatabases
    void onlyASuperUserMay(Database db) {
        db.run(em -> {
            var owner = IdentityFixtures.superUser(em);
            var colleague = new Actor.OrganisationUser(
                    UUID.randomUUID(), owner.organisation(), Set.of(Role.REGISTRATION_ONLINE, Role.ADVISER));
            var clients = IdentityFixtures.clients(em, clock);
            var id = ClientsFixtures.made(clients.make(owner, ClientsFixtures.withSecret(clock.instant())))
                    .client()
                    .id();

            assertThat(clients.of(colleague)).isEmpty();
            assertThat(clients.find(colleague, id)).isEmpty();
            assertThat(clients.make(colleague, ClientsFixtures.withSecret(clock.instant())))
                    .isEqualTo(new ClientOutcome.NotAllowed());
            assertThat(clients.suspend(colleague, id)).isEqualTo(new ClientOutcome.NotAllowed());
            assertThat(clients.addKey(colleague, id, "")).isEqualTo(new ClientOutcome.NotAllowed());
        });
    }

    @OnBothDatabases
    void everyStepAndEveryRefusalIsInTheLedger(Database db) {
        db.run(em -> {
            var who = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);
            var made = ClientsFixtures.made(clients.make(who, ClientsFixtures.withSecret(clock.instant())));
            var id = made.client().id();
            clients.addKey(who, id, "");
            clients.addKey(who, id, "");
            clients.endKey(who, id, made.client().keys().getFirst().id());
            clients.suspend(who, id);
            clients.resume(who, id);
            clients.renew(who, id);
            clients.suspend(IdentityFixtures.superUser(em), id);

            var entries = AuditFixtures.ledger(em, clock).about(id);

            assertThat(entries)
                    .extracting(LedgerEntry::what)
                    .containsExactlyInAnyOrder(
                            "client.made",
                            "client.key-added",
                            "client.key-added",
                            "client.key-ended",
                            "client.suspended",
                            "client.resumed",
                            "client.renewed",
                            "client.suspended");
            assertThat(entries.stream().filter(e -> e.outcome() == Outcome.REFUSED))
                    .extracting(LedgerEntry::reason)
                    .containsExactlyInAnyOrder("too-many", "not-own");
        });
    }

    @OnBothDatabases
    void nobodyGivesMoreThanTheirOrganisationMayHave(Database db) {
        db.run(em -> {
            var who = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);

            for (var role :
                    List.of(Role.AWARDING, Role.ADVISER, Role.REGISTRATION_SUPER, Role.ADMINISTRATOR, Role.LEARNER)) {
                var wanted = new NewClient(
                        "x", Set.of(role), List.of(), clock.instant().plusSeconds(60), "");
                assertThat(codes(clients, who, wanted)).as(role.text()).containsExactly("unknown-value");
            }
        });
    }

    @OnBothDatabases
    void everyFaultIsToldAtOnce(Database db) {
        db.run(em -> {
            var who = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);

            var wanted = new NewClient(" ", Set.of(), List.of("10.0.0.0/99"), clock.instant(), "{}");

            assertThat(codes(clients, who, wanted))
                    .containsExactly("missing", "client-expiry", "client-networks", "jwk-unreadable");
            assertThat(clients.of(who)).isEmpty();
        });
    }

    @OnBothDatabases
    void endIsToldThirtyDaysBefore(Database db) {
        db.run(em -> {
            var who = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);
            var client = ClientsFixtures.made(clients.make(who, ClientsFixtures.withSecret(clock.instant())))
                    .client();

            clock.forward(Duration.ofDays(59));
            assertThat(clients.endsSoon(client)).isFalse();
            clock.forward(Duration.ofDays(2));
            assertThat(clients.endsSoon(client)).isTrue();
            assertThat(clients.ended(client)).isFalse();
            var renewed = ClientsFixtures.made(clients.renew(who, client.id())).client();
            assertThat(clients.endsSoon(renewed)).isFalse();
        });
    }

    @Test
    void onlyPublicKeysForSignaturesAreTaken() throws Exception {
        var small = new RSAKeyGenerator(1_024, true).generate();
        var another = new ECKeyGenerator(Curve.P_384).generate();

        assertThat(ClientJwk.take(ClientsFixtures.key().toPublicJWK().toJSONString()))
                .contains("P-256");
        assertThat(ClientJwk.take(
                        new RSAKeyGenerator(2_048).generate().toPublicJWK().toJSONString()))
                .contains("RSA");
        assertThat(ClientJwk.take("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                        + "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"))
                .contains("Ed25519");
        assertRefused(ClientsFixtures.key().toJSONString(), "jwk-private");
        assertRefused("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}", "jwk-private");
        assertRefused(small.toPublicJWK().toJSONString(), "jwk-kind");
        assertRefused(another.toPublicJWK().toJSONString(), "jwk-kind");
        assertRefused("nonsense", "jwk-unreadable");
        assertRefused("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}", "jwk-unreadable");
    }

    private static void assertRefused(String jwk, String code) {
        assertThatThrownBy(() -> ClientJwk.take(jwk))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .extracting(Mistake.Fault::code)
                                .containsExactly(code));
    }

    private static List<String> codes(ApiClients clients, Actor.OrganisationUser who, NewClient wanted) {
        try {
            clients.make(who, wanted);
            return List.of();
        } catch (Mistake mistake) {
            return mistake.faults().stream().map(Mistake.Fault::code).toList();
        }
    }

    private static String kept(EntityManager em, UUID client) {
        List<?> rows = em.createNativeQuery("select digest, pepper, jwk from identity_client_key where client = ?1")
                .setParameter(1, client.toString())
                .getResultList();
        return java.util.Arrays.deepToString(rows.toArray());
    }
}
