package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * Accounts that were taken back or given up: nobody signs in to one again, and its name is free. What the account knew of
 * its owner is erased; its confirmed address stays, under the account's own id, until it was told.
 */
@Part
class ClosedAccounts {
    /** No user name that is chosen has a blank in it, so none is ever this. */
    private static final String KEY = "closed ";

    private static final String CLOSE = """
        update identity_account set closed_at = ?, username_key = ?, username = ? where id = ? and closed_at is null\
        """;

    private final Sql sql;
    private final WaysIn ways;
    private final MailboxRows mailboxes;
    private final InstantSource clock;

    @Inject
    ClosedAccounts(Sql sql, WaysIn ways, MailboxRows mailboxes, InstantSource clock) {
        this.sql = sql;
        this.ways = ways;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Closes it, ends its sessions and erases every way in; false where it was not open. */
    boolean close(UUID account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = KEY + account;
        mailboxes.of(account).ifPresent(box -> mailboxes.leave(account, box, now));
        var closed = sql.update(CLOSE, List.of(now, key, key, account));
        ways.reset(account, Passwords.nobodysHash());
        return closed == 1;
    }
}
