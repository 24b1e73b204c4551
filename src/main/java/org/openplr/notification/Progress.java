package org.openplr.notification;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** How far the ledger is read and reminders were looked for. Moving it holds its row: one reader at a time. */
@Part
class Progress {
    private final Sql sql;

    @Inject
    Progress(Sql sql) {
        this.sql = sql;
    }

    long leaf() {
        return sql.rows("select leaf from notification_progress where id = 1", row -> row.longNumber("leaf"), List.of())
                .getFirst();
    }

    /** Moves on, if nobody else did from there. */
    boolean read(long from, long to) {
        return sql.update("update notification_progress set leaf = ? where id = 1 and leaf = ?", List.of(to, from))
                == 1;
    }

    Instant reminded() {
        return sql.rows(
                        "select reminded_until from notification_progress where id = 1",
                        row -> row.moment("reminded_until"),
                        List.of())
                .getFirst();
    }

    boolean remind(Instant from, Instant to) {
        return sql.update(
                        "update notification_progress set reminded_until = ? where id = 1 and reminded_until = ?",
                        List.of(to, from))
                == 1;
    }
}
