package org.openplr.app;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;
import org.openplr.share.Purpose;

/** What apps are besides clients, and the permissions they have, in the database. */
@Part
class AppRows {
    private final Sql sql;

    @Inject
    AppRows(Sql sql) {
        this.sql = sql;
    }

    record Registration(Purpose purpose, List<String> redirects) {}

    void register(UUID client, Registration registration) {
        sql.update(
                "insert into app_registration (client, purpose, redirects) values (" + Sql.places(3) + ")",
                List.of(client, registration.purpose.name(), String.join(" ", registration.redirects)));
    }

    Optional<Registration> registration(UUID client) {
        return sql
                .rows(
                        "select purpose, redirects from app_registration where client = ?",
                        row -> new Registration(
                                Purpose.valueOf(row.text("purpose")),
                                Arrays.asList(row.text("redirects").split(" ", -1))),
                        List.of(client))
                .stream()
                .findFirst();
    }

    void permit(UUID permission, UUID client, String scope, Instant now) {
        sql.update(
                "insert into app_permission (id, client, scope, made_at) values (" + Sql.places(4) + ")",
                List.of(permission, client, scope, now));
    }

    /** Those of these shares by which this app was allowed. */
    List<UUID> permissions(UUID client, Collection<UUID> shares) {
        if (shares.isEmpty()) return List.of();
        return sql.rows(
                "select id from app_permission where client = ? and id in (" + Sql.places(shares.size()) + ")",
                row -> row.id("id"),
                Stream.concat(Stream.of(client), shares.stream()).toList());
    }
}
