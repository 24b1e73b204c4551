package org.openplr.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.openplr.platform.Sql;

/**
 * A row of the outbox.
 *
 * @param recipient the account, or what leads to the address: the share, the code, the address given up
 * @param made when it was made: its date, whenever it is sent
 * @param trouble why the last try failed, or empty
 */
record Message(
        UUID id,
        UUID recipient,
        Template template,
        UUID about,
        String who,
        String proof,
        Instant happened,
        Instant made,
        State state,
        int tries,
        Instant nextTry,
        String trouble) {
    static final String COLUMNS =
            "id, recipient, template, about, who, proof, happened_at, made_at, state, tries, next_try_at, trouble";

    static Message read(Sql.Row row) throws SQLException {
        return new Message(
                row.id("id"),
                row.id("recipient"),
                Template.valueOf(row.text("template")),
                row.id("about"),
                row.text("who"),
                row.text("proof"),
                row.moment("happened_at"),
                row.moment("made_at"),
                State.valueOf(row.text("state")),
                row.number("tries"),
                row.moment("next_try_at"),
                row.text("trouble"));
    }
}
