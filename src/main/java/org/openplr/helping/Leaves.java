package org.openplr.helping;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;

/** The leaves that learners gave, with the statements that decide by their row count. */
@Part
class Leaves {
    static final Duration CODE_LIFE = Duration.ofDays(7);
    static final int TRIES = 10;

    /** How long one that is over is kept, so that its code is nobody else's. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final String STANDS = "ended_at is null and ends_at > ?";
    private static final String WAITS = "helper is null and code_ends_at > ? and " + STANDS;
    private static final String INSERT =
            "insert into helping_leave (id, uln, given_by, name, may_share, made_at, ends_at,"
                    + " selector, pepper, digest, code_ends_at, tries) values (" + Sql.places(11) + ", 0)";
    private static final String TRY =
            "update helping_leave set tries = tries + 1 where selector = ? and tries < " + TRIES + " and " + WAITS;
    private static final String GIVE_BACK =
            "update helping_leave set tries = tries - 1 where id = ? and tries > 0 and helper is null";
    private static final String TAKE = "update helping_leave set helper = ?, accepted_at = ? where id = ? and " + WAITS;
    private static final String SELECT = "select " + Leave.COLUMNS + " from helping_leave where ";

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Leaves(Sql sql, Secrets secrets, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.activation();
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes one, and forgets those that were over long ago. */
    UUID make(Actor.Learner by, String name, boolean mayShare, Instant ends, HelpCode code) {
        var now = now();
        sql.update("delete from helping_leave where ends_at < ?", List.of(now.minus(KEPT)));
        var key = pepper.currentKey();
        var id = ids.next();
        sql.update(
                INSERT,
                List.of(
                        id,
                        by.uln().digits(),
                        by.account(),
                        name,
                        mayShare,
                        now,
                        ends,
                        code.selector(),
                        key,
                        pepper.digest(key, place(code)),
                        now.plus(CODE_LIFE)));
        return id;
    }

    /** A code whose beginning no other has. */
    HelpCode draw() {
        HelpCode code;
        do code = HelpCode.draw(ids);
        while (find(code).isPresent());
        return code;
    }

    /** Takes one of the ten tries there are; false where there is nothing of this code that waits. */
    boolean reserveTry(HelpCode code) {
        var now = now();
        return sql.update(TRY, List.of(code.selector(), now, now)) == 1;
    }

    boolean isRight(HelpCode code, Leave leave) {
        return pepper.matches(leave.pepper(), leave.digest(), place(code));
    }

    void giveTryBack(Leave leave) {
        sql.update(GIVE_BACK, List.of(leave.id()));
    }

    /** Makes it this account's: of two at once, one's. */
    boolean take(Leave leave, UUID account) {
        var now = now();
        return sql.update(TAKE, List.of(account, now, leave.id(), now, now)) == 1;
    }

    Optional<Leave> find(HelpCode code) {
        return sql.rows(SELECT + "selector = ?", Leave::of, List.of(code.selector())).stream()
                .findFirst();
    }

    /** Of this id, also where it is over. */
    Optional<Leave> find(UUID id) {
        return sql.rows(SELECT + "id = ?", Leave::of, List.of(id)).stream().findFirst();
    }

    /** Of this id, while it stands. */
    Optional<Leave> standing(UUID id) {
        return sql.rows(SELECT + "id = ? and " + STANDS, Leave::of, List.of(id, now())).stream()
                .findFirst();
    }

    /** Those that an account gave and that stand, the oldest first. */
    List<Leave> givenBy(UUID account) {
        return sql.rows(
                SELECT + "given_by = ? and " + STANDS + " order by made_at, id", Leave::of, List.of(account, now()));
    }

    /** Those by which an account may help, the oldest first. */
    List<Leave> of(UUID account) {
        return sql.rows(
                SELECT + "helper = ? and " + STANDS + " order by made_at, id", Leave::of, List.of(account, now()));
    }

    /** Ends it; false where it was over. */
    boolean end(UUID id) {
        var now = now();
        return sql.update("update helping_leave set ended_at = ? where id = ? and " + STANDS, List.of(now, id, now))
                == 1;
    }

    void used(UUID id) {
        sql.update("update helping_leave set used_at = ? where id = ?", List.of(now(), id));
    }

    /** Never the digest of an activation code: those have no such beginning. */
    private static String place(HelpCode code) {
        return "help:" + code.text();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
