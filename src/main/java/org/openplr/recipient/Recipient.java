package org.openplr.recipient;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Sql;

/**
 * Somebody with whom learners share, and who is no provider: most employers have no UKPRN. It applies, confirms that it
 * reads the mail of its own domain, and two administrators approve it.
 *
 * @param domain of its e-mail, in lower case
 * @param ended when it was refused or ended; null while it is not
 */
public record Recipient(
        UUID id,
        String name,
        RegisteredNumber number,
        String domain,
        State state,
        Instant applied,
        @Nullable Instant ended) {
    static final String COLUMNS = "id, name, register, number, domain, state, applied_at, ended_at";

    /** In this order, and never back. */
    public enum State {
        APPLIED,
        CONFIRMED,
        APPROVED,
        ENDED
    }

    static Recipient of(Sql.Row row) throws SQLException {
        return new Recipient(
                row.id("id"),
                row.text("name"),
                new RegisteredNumber(RegisteredNumber.Register.valueOf(row.text("register")), row.text("number")),
                row.text("domain"),
                State.valueOf(row.text("state")),
                row.moment("applied_at"),
                row.momentIfAny("ended_at"));
    }
}
