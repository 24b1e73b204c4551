package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Accounts that were taken back: nobody signs in to one again, and its name is free. */
@Part
class ClosedAccounts {
    /** No user name that is chosen has a blank in it, so none is ever this. */
    private static final String KEY = "closed ";

    private final Sql sql;
    private final Sessions sessions;
    private final InstantSource clock;

    @Inject
    ClosedAccounts(Sql sql, Sessions sessions, InstantSource clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Closes it, ends its sessions and what providers could open it with; false where it was not open. */
    boolean close(UUID account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var closed = sql.update(
                "update identity_account set closed_at = ?, username_key = ? where id = ? and closed_at is null",
                List.of(now, KEY + account, account));
        sessions.endAll(account);
        sql.update("delete from identity_binding where account_id = ?", List.of(account));
        return closed == 1;
    }
}
