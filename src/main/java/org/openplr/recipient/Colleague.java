package org.openplr.recipient;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Sql;

/**
 * Somebody who signs in for a recipient, or was invited to and has not come yet.
 *
 * @param name as they gave it when they came; empty before
 * @param email where they got their code, at the recipient's own domain
 * @param account empty before they came
 * @param since when they came, or were invited
 * @param ends until when the code of an invitation can be used
 */
public record Colleague(UUID id, String name, EmailAddress email, Optional<UUID> account, Instant since, Instant ends) {
    static final String COLUMNS = "id, name, email, account_id, invited_at, joined_at, code_ends_at";

    static Colleague of(Sql.Row row) throws SQLException {
        var account = row.textIfAny("account_id");
        @Nullable Instant joined = row.momentIfAny("joined_at");
        return new Colleague(
                row.id("id"),
                row.text("name"),
                new EmailAddress(row.text("email")),
                Optional.ofNullable(account).map(UUID::fromString),
                joined == null ? row.moment("invited_at") : joined,
                row.moment("code_ends_at"));
    }

    /** Whether they have an account. */
    public boolean joined() {
        return account.isPresent();
    }

    /** Whether it is whoever has this account. */
    public boolean is(UUID looking) {
        return account.filter(looking::equals).isPresent();
    }

    @Override
    public String toString() {
        return "Colleague[" + id + "]";
    }
}
