package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Every way in to an account at once. */
@Part
class WaysIn {
    private static final String RESET = "update identity_account set password_hash = ?, ways_reset_at = ? where id = ?";
    private static final List<String> OTHERS = List.of(
            "identity_totp",
            "identity_passkey",
            "identity_recovery_code",
            "identity_ticket",
            "identity_binding",
            "identity_email_code");

    private final Sql sql;
    private final Sessions sessions;
    private final InstantSource clock;

    @Inject
    WaysIn(Sql sql, Sessions sessions, InstantSource clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * From now on this passphrase is the only one: the app, the passkeys, the recovery codes, what providers say,
     * addresses that wait for their code, sessions and tokens are worth nothing.
     */
    void reset(UUID account, String hash) {
        sql.update(RESET, List.of(hash, clock.instant().truncatedTo(ChronoUnit.MILLIS), account));
        for (var table : OTHERS) sql.update("delete from " + table + " where account_id = ?", List.of(account));
        sessions.endAll(account);
    }
}
