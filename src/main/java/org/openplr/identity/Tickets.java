package org.openplr.identity;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/** Tickets, by the keyed digest of the secret that the browser has. */
@Part
class Tickets {
    static final int TRIES = 5;

    private static final Duration LONGEST = Arrays.stream(Ticket.Purpose.values())
            .map(Ticket.Purpose::life)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 64;
    private static final String INSERT =
            "insert into identity_ticket (digest, purpose, account_id, challenge, tries, made_at) values ("
                    + Sql.places(6) + ")";
    private static final String LIVE = " where digest = ? and purpose = ? and made_at > ?";
    private static final String FIND =
            "select digest, purpose, account_id, challenge from identity_ticket" + LIVE + " and tries < " + TRIES;
    private static final String BY_CHALLENGE = "select digest, purpose, account_id, challenge from identity_ticket"
            + " where purpose = ? and challenge = ? and made_at > ? and tries < " + TRIES;
    private static final String TRY = "update identity_ticket set tries = tries + 1" + LIVE + " and tries < " + TRIES;

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Tickets(Sql sql, Secrets secrets, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.session();
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes one and sweeps away those that are over; its secret is nowhere else. */
    String issue(Ticket.Purpose purpose, @Nullable UUID account, @Nullable String challenge) {
        var secret = ids.secretText(SECRET_BYTES);
        var now = now();
        sql.update("delete from identity_ticket where made_at < ?", List.of(now.minus(LONGEST)));
        sql.update(INSERT, Arrays.asList(digest(secret), purpose.name(), account, challenge, 0, now));
        return secret;
    }

    Optional<Ticket> find(Ticket.Purpose purpose, String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) return Optional.empty();
        return sql.rows(FIND, Tickets::read, values(purpose, digest(secret))).stream()
                .findFirst();
    }

    /** The one that has this challenge, for whoever has not got its secret: a message is written of it. */
    Optional<Ticket> byChallenge(Ticket.Purpose purpose, String challenge) {
        return sql
                .rows(BY_CHALLENGE, Tickets::read, List.of(purpose.name(), challenge, now().minus(purpose.life())))
                .stream()
                .findFirst();
    }

    /** Takes one of the few tries; false where none is left. */
    boolean tried(Ticket ticket) {
        return sql.update(TRY, values(ticket.purpose(), ticket.digest())) == 1;
    }

    /** Uses it up; false where somebody else was faster. */
    boolean take(Ticket ticket) {
        return sql.update("delete from identity_ticket" + LIVE, values(ticket.purpose(), ticket.digest())) == 1;
    }

    private List<Object> values(Ticket.Purpose purpose, String digest) {
        return List.of(digest, purpose.name(), now().minus(purpose.life()));
    }

    /** Never that of a session: those secrets have no colon. */
    private String digest(String secret) {
        return pepper.digest("ticket:" + secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Ticket read(Sql.Row row) throws SQLException {
        var account = row.textIfAny("account_id");
        return new Ticket(
                row.text("digest"),
                Ticket.Purpose.valueOf(row.text("purpose")),
                account == null ? null : UUID.fromString(account),
                row.textIfAny("challenge"));
    }
}
