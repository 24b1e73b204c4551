package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.platform.Ids;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Browsers that are signed in. The browser has the secret, the database only its keyed digest.
 *
 * <p>A session ends 30 minutes after it was last used, 12 hours after it began, and when somebody ends it; on every
 * node at the next request.
 */
@Service
public class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 64;

    private static final String INSERT =
            "insert into identity_session (digest, account_id, begun_at, seen_at) values (?, ?, ?, ?)";
    private static final String SEEN = "update identity_session set seen_at = ? where digest = ? and seen_at < ?";
    private static final String END_ALL = "delete from identity_session where account_id = ?";
    private static final String SWEEP = "delete from identity_session where begun_at < ?";

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;
    private final Ledger ledger;

    @Inject
    Sessions(Sql sql, Secrets secrets, InstantSource clock, Ids ids, Ledger ledger) {
        this.sql = sql;
        this.pepper = secrets.session();
        this.clock = clock;
        this.ids = ids;
        this.ledger = ledger;
    }

    private record Found(String digest, Account account, Instant begun, Instant seen) {
        static Found of(Sql.Row row) throws SQLException {
            return new Found(row.text("digest"), Account.of(row), row.moment("begun_at"), row.moment("seen_at"));
        }
    }

    /**
     * Begins a session and sweeps away what ended long ago.
     *
     * @return the secret for the browser's cookie; it is nowhere else
     */
    public String begin(Welcome who) {
        var secret = ids.secretText(SECRET_BYTES);
        var now = now();
        sql.update(SWEEP, List.of(now.minus(LONGEST)));
        sql.update(INSERT, List.of(pepper.digest(secret), who.account(), now, now));
        return secret;
    }

    /** Who has this secret, while the session lasts; one statement, and a second one at most once a minute. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SignedInSession> find(String secret) {
        var now = now();
        var found = read(secret).filter(f -> f.seen.isAfter(now.minus(IDLE)) && f.begun.isAfter(now.minus(LONGEST)));
        found.filter(f -> !f.seen.isAfter(now.minus(NOTED_EVERY)))
                .ifPresent(f -> sql.update(SEEN, List.of(now, f.digest, now)));
        return found.map(f -> session(f.account));
    }

    /** Ends this session, if it is one. */
    public void end(String secret) {
        read(secret).ifPresent(f -> {
            sql.update("delete from identity_session where digest = ?", List.of(f.digest));
            ledger.write(SignInEvent.farewell(f.account.actor(), f.account.id()));
        });
    }

    /** Ends every session of an account. */
    public void endAll(UUID account) {
        sql.update(END_ALL, List.of(account));
    }

    private Optional<Found> read(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) return Optional.empty();
        var digests = new ArrayList<String>();
        for (var key : pepper.keyIds()) digests.add(pepper.digest(key, secret));
        var query = "select s.digest, s.begun_at, s.seen_at, " + Account.COLUMNS
                + " from identity_session s join identity_account a on a.id = s.account_id where s.digest in ("
                + Sql.places(digests.size()) + ")";
        return sql.rows(query, Found::of, digests).stream().findFirst();
    }

    private static SignedInSession session(Account account) {
        return new SignedInSession(
                account.actor(),
                account.id(),
                account.username(),
                account.roles(),
                Optional.ofNullable(account.previousVisit()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
