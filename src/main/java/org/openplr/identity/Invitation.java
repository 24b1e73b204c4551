package org.openplr.identity;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Sql;

/**
 * An invitation as it is kept.
 *
 * @param pepper the key of the digest
 * @param account whose new way in it is; null for somebody new
 */
record Invitation(
        UUID id,
        String selector,
        String pepper,
        String digest,
        Ukprn organisation,
        @Nullable UUID account,
        String name,
        Set<Role> roles,
        UUID madeBy,
        Instant made,
        Instant ends) {
    static final String COLUMNS =
            "id, selector, pepper, digest, ukprn, account_id, name, roles, made_by, made_at, ends_at";

    static Invitation of(Sql.Row row) throws SQLException {
        var account = row.textIfAny("account_id");
        return new Invitation(
                row.id("id"),
                row.text("selector"),
                row.text("pepper"),
                row.text("digest"),
                new Ukprn(row.text("ukprn")),
                account == null ? null : UUID.fromString(account),
                row.text("name"),
                Account.rolesOf(row.text("roles")),
                row.id("made_by"),
                row.moment("made_at"),
                row.moment("ends_at"));
    }

    List<@Nullable Object> values() {
        return Arrays.asList(
                id,
                selector,
                pepper,
                digest,
                organisation.digits(),
                account,
                name,
                Account.textOf(roles),
                madeBy,
                made,
                ends);
    }

    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
