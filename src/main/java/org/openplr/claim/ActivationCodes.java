package org.openplr.claim;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/** Activation codes as they are kept: keyed digests, with the statements that decide by their row count. */
@Part
class ActivationCodes {
    static final Duration LIFE = Duration.ofDays(21);
    static final int TRIES = 10;

    private static final String INSERT =
            "insert into claim_code (id, uln, digest, made_by, made_at, expires_at, new_way, tries) values ("
                    + Sql.places(7) + ", 0)";
    private static final String LIVE = " and ended_at is null and expires_at > ?";

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    ActivationCodes(Sql sql, Secrets secrets, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.activation();
        this.clock = clock;
        this.ids = ids;
    }

    /** A code as it is kept. */
    record Kept(
            UUID id,
            Uln uln,
            UUID madeBy,
            Instant expires,
            int tries,
            boolean newWay,
            @Nullable Instant ended) {
        static Kept read(Sql.Row row) throws SQLException {
            return new Kept(
                    row.id("id"),
                    new Uln(row.text("uln")),
                    row.id("made_by"),
                    row.moment("expires_at"),
                    row.number("tries"),
                    row.flag("new_way"),
                    row.momentIfAny("ended_at"));
        }

        boolean isLive(Instant now) {
            return ended == null && expires.isAfter(now);
        }
    }

    /** Makes one and ends those before it. */
    DeskOutcome.Made make(Uln uln, Collection<Uln> numbers, UUID officer, boolean newWay) {
        endAll(numbers);
        var code = ActivationCode.draw(ids);
        var now = now();
        var expires = now.plus(LIFE);
        sql.update(
                INSERT, List.of(ids.next(), uln.digits(), pepper.digest(code.text()), officer, now, expires, newWay));
        return new DeskOutcome.Made(code, expires);
    }

    /** Ends every code of these numbers, and whatever was begun with one. */
    void endAll(Collection<Uln> numbers) {
        var values = new ArrayList<Object>();
        values.add(now());
        for (var number : numbers) values.add(number.digits());
        sql.update(
                "update claim_code set ended_at = ? where ended_at is null and uln in (" + Sql.places(numbers.size())
                        + ")",
                values);
    }

    /** Takes one of the ten tries of the code's life; false where there is no such code, or none is left. */
    boolean reserveTry(ActivationCode code) {
        var values = new ArrayList<Object>(digests(code));
        values.add(now());
        return sql.update(
                        "update claim_code set tries = tries + 1 where digest in (" + Sql.places(values.size() - 1)
                                + ") and tries < " + TRIES + LIVE,
                        values)
                == 1;
    }

    /** The facts were right. */
    void giveTryBack(UUID id) {
        sql.update("update claim_code set tries = tries - 1 where id = ? and tries > 0", List.of(id));
    }

    Optional<Kept> find(ActivationCode code) {
        var digests = digests(code);
        return sql
                .rows(
                        "select id, uln, made_by, expires_at, tries, new_way, ended_at from claim_code where digest in"
                                + " ("
                                + Sql.places(digests.size()) + ")",
                        Kept::read,
                        digests)
                .stream()
                .findFirst();
    }

    /** Uses it up: of two at once, one. */
    boolean use(UUID id) {
        var now = now();
        return sql.update("update claim_code set ended_at = ? where id = ?" + LIVE, List.of(now, id, now)) == 1;
    }

    private List<String> digests(ActivationCode code) {
        return pepper.keyIds().stream()
                .map(key -> pepper.digest(key, code.text()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
