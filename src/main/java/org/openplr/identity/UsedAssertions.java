package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/** Which assertions were shown before, on whichever node: each is good for one token. */
@Part
class UsedAssertions {
    private static final String SEEN = "select jti from identity_client_assertion where client = ? and jti = ?";
    private static final String NOTE =
            "insert into identity_client_assertion (client, jti, expires_at) values (?, ?, ?)";
    private static final String SWEEP = "delete from identity_client_assertion where expires_at < ?";
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    @Inject
    UsedAssertions(Sql sql, Secrets secrets, InstantSource clock) {
        this.sql = sql;
        this.pepper = secrets.apiKey();
        this.clock = clock;
    }

    /** Uses it up; false if it was used before. Of two at once the database lets one in. */
    boolean use(UUID client, String id, Instant expires) {
        sweep();
        var digest = pepper.digest(id);
        if (!sql.rows(SEEN, row -> row.text("jti"), List.of(client, digest)).isEmpty()) return false;
        try {
            return sql.update(NOTE, List.of(client, digest, expires.plus(AccessTokens.SKEW))) == 1;
        } catch (Sql.DatabaseTrouble trouble) {
            if (trouble.isDuplicate()) return false;
            throw trouble;
        }
    }

    private void sweep() {
        var now = clock.instant();
        var last = swept.get();
        if (last.plus(SWEPT_EVERY).isBefore(now) && swept.compareAndSet(last, now)) sql.update(SWEEP, List.of(now));
    }
}
