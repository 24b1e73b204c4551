package org.openplr.identity;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Ukprn;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Systems and their keys, in the database. */
@Part
class ClientRows {
    private static final String WITH_KEYS = """
        select c.id, c.client_id, c.name, c.ukprn, c.kind as client_kind, c.roles, c.networks, c.made_at, c.expires_at, c.suspended_at,
            k.id as key_id, k.kind, k.pepper, k.digest, k.jwk, k.made_at as key_made_at, k.last_used_at
        from identity_client c left join identity_client_key k on k.client = c.id and k.ended_at is null
        where\
        """;
    private static final String OF_ORGANISATION = WITH_KEYS + " c.ukprn = ? order by c.id, k.id";
    private static final String BY_ID = WITH_KEYS + " c.id = ? and c.ukprn = ? order by k.id";
    private static final String BY_CLIENT_ID = WITH_KEYS + " c.client_id = ? order by k.id";
    private static final String STANDING = """
        select c.id, c.networks, c.expires_at, c.suspended_at, k.ended_at
        from identity_client c join identity_client_key k on k.client = c.id where c.client_id = ? and k.id = ?\
        """;
    private static final String ADD =
            "insert into identity_client (id, client_id, name, ukprn, kind, roles, networks, made_at, expires_at)"
                    + " values ("
                    + Sql.places(9) + ")";
    private static final String ADD_KEY =
            "insert into identity_client_key (id, client, kind, pepper, digest, jwk, made_at) values (" + Sql.places(7)
                    + ")";

    private final Sql sql;

    @Inject
    ClientRows(Sql sql) {
        this.sql = sql;
    }

    private record Joined(ApiClient client, Optional<ClientKey> key) {}

    List<ApiClient> of(Ukprn organisation) {
        return holders(OF_ORGANISATION, organisation.digits()).stream()
                .map(ClientKey.Holder::client)
                .toList();
    }

    Optional<ApiClient> find(UUID id, Ukprn organisation) {
        return holders(BY_ID, id.toString(), organisation.digits()).stream()
                .map(ClientKey.Holder::client)
                .findFirst();
    }

    Optional<ClientKey.Holder> holder(String clientId) {
        return holders(BY_CLIENT_ID, clientId).stream().findFirst();
    }

    /** How the system whose key a token was issued for stands now. */
    Optional<ClientStanding> standing(String clientId, UUID key) {
        return sql.rows(STANDING, ClientStanding::of, List.of(clientId, key)).stream()
                .findFirst();
    }

    void add(ApiClient client) {
        sql.update(
                ADD,
                List.of(
                        client.id(),
                        client.clientId(),
                        client.name(),
                        client.organisation().digits(),
                        client.kind().name(),
                        Account.textOf(client.roles()),
                        String.join(" ", client.networks()),
                        client.made(),
                        client.expires()));
    }

    void addKey(UUID client, ClientKey key) {
        sql.update(
                ADD_KEY,
                List.of(
                        key.key().id(),
                        client,
                        key.key().kind().name(),
                        key.pepper(),
                        key.digest(),
                        key.jwk(),
                        key.key().made()));
    }

    /** Ends a key, if it is this system's and has not ended. */
    boolean endKey(UUID client, UUID key, Instant now) {
        return sql.update(
                        "update identity_client_key set ended_at = ? where id = ? and client = ? and ended_at is null",
                        List.of(now, key, client))
                == 1;
    }

    /** Holds the row until the transaction ends, so that what is counted next stays as it is. */
    boolean hold(UUID id, Ukprn organisation) {
        return sql.update(
                        "update identity_client set name = name where id = ? and ukprn = ?",
                        List.of(id, organisation.digits()))
                == 1;
    }

    void suspend(UUID id, Instant now) {
        sql.update(
                "update identity_client set suspended_at = ? where id = ? and suspended_at is null", List.of(now, id));
    }

    void resume(UUID id) {
        sql.update("update identity_client set suspended_at = null where id = ?", List.of(id));
    }

    void renew(UUID id, Instant expires) {
        sql.update("update identity_client set expires_at = ? where id = ?", List.of(expires, id));
    }

    void used(UUID key, Instant now) {
        sql.update("update identity_client_key set last_used_at = ? where id = ?", List.of(now, key));
    }

    private List<ClientKey.Holder> holders(String query, String... values) {
        var clients = new LinkedHashMap<UUID, ApiClient>();
        var keys = new LinkedHashMap<UUID, List<ClientKey>>();
        for (var joined : sql.rows(query, ClientRows::joined, List.of(values))) {
            var id = joined.client.id();
            clients.putIfAbsent(id, joined.client);
            var held = keys.computeIfAbsent(id, _ -> new ArrayList<>());
            joined.key.ifPresent(held::add);
        }
        return clients.values().stream()
                .map(client -> holder(client, keys.getOrDefault(client.id(), List.of())))
                .toList();
    }

    private static ClientKey.Holder holder(ApiClient bare, List<ClientKey> keys) {
        var shown = keys.stream().map(ClientKey::key).toList();
        return new ClientKey.Holder(
                new ApiClient(
                        bare.id(),
                        bare.clientId(),
                        bare.name(),
                        bare.organisation(),
                        bare.kind(),
                        bare.roles(),
                        bare.networks(),
                        bare.made(),
                        bare.expires(),
                        bare.suspendedAt(),
                        shown),
                keys);
    }

    private static Joined joined(Sql.Row row) throws SQLException {
        var client = new ApiClient(
                row.id("id"),
                row.text("client_id"),
                row.text("name"),
                new Ukprn(row.text("ukprn")),
                ApiClient.Kind.valueOf(row.text("client_kind")),
                Account.rolesOf(row.text("roles")),
                networks(row.text("networks")),
                row.moment("made_at"),
                row.moment("expires_at"),
                row.momentIfAny("suspended_at"),
                List.of());
        return new Joined(client, row.textIfAny("key_id") == null ? Optional.empty() : Optional.of(key(row)));
    }

    private static ClientKey key(Sql.Row row) throws SQLException {
        var id = row.id("key_id");
        var kind = ApiClient.KeyKind.valueOf(row.text("kind"));
        var jwk = row.text("jwk");
        var label = switch (kind) {
            case PUBLIC -> ClientJwk.label(jwk);
            case SECRET -> ClientSecret.beginning(id);
            case PHRASE -> "…";
        };
        return new ClientKey(
                new ApiClient.Key(id, kind, label, row.moment("key_made_at"), row.momentIfAny("last_used_at")),
                row.text("pepper"),
                row.text("digest"),
                jwk);
    }

    static List<String> networks(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
