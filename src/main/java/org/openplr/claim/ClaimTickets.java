package org.openplr.claim;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/** What a browser has that brought a code and the facts, and may choose how to sign in; kept as digests. */
@Part
class ClaimTickets {
    static final Duration LIFE = Duration.ofMinutes(30);

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 64;
    private static final String FIND = """
        select c.id, c.uln, c.new_way from claim_ticket t join claim_code c on c.id = t.code
        where t.digest = ? and t.made_at > ? and c.ended_at is null and c.expires_at > ?\
        """;

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    ClaimTickets(Sql sql, Secrets secrets, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.activation();
        this.clock = clock;
        this.ids = ids;
    }

    /** The code that was proved, whose, and whether it is for a new way in. */
    record Proved(UUID code, Uln uln, boolean newWay) {}

    /** Makes one and sweeps away those that are over. */
    String issue(UUID code) {
        var secret = ids.secretText(SECRET_BYTES);
        var now = now();
        sql.update("delete from claim_ticket where made_at < ?", List.of(now.minus(LIFE)));
        sql.update(
                "insert into claim_ticket (digest, code, made_at) values (?, ?, ?)",
                List.of(digest(secret), code, now));
        return secret;
    }

    /** What it is for, as long as it and its code are good. */
    Optional<Proved> find(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST) return Optional.empty();
        var now = now();
        return sql
                .rows(
                        FIND,
                        row -> new Proved(row.id("id"), new Uln(row.text("uln")), row.flag("new_way")),
                        List.of(digest(secret), now.minus(LIFE), now))
                .stream()
                .findFirst();
    }

    void forget(UUID code) {
        sql.update("delete from claim_ticket where code = ?", List.of(code));
    }

    /** Never that of a code: those have no colon. */
    private String digest(String secret) {
        return pepper.digest("ticket:" + secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
