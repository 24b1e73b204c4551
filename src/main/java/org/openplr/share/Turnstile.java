package org.openplr.share;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * The statements that decide: each moves a counter on one condition, and its row count is the answer, so that 200
 * openers at once get exactly as many views, and tries, as there are. Time is the database's own.
 */
@Part
class Turnstile {
    static final int TRIES = 10;

    private final Sql sql;

    @Inject
    Turnstile(Sql sql) {
        this.sql = sql;
    }

    /** Reserves one of the ten tries of the share's life; false where none is left. */
    boolean reserveTry(UUID grant) {
        return update("UPDATE share_grant SET tries = tries + 1 WHERE id = ? AND tries < " + TRIES, grant);
    }

    /** Gives a reserved try back: the second factor was right. */
    void giveTryBack(UUID grant) {
        update("UPDATE share_grant SET tries = tries - 1 WHERE id = ? AND tries > 0", grant);
    }

    /** Locks the share if that was its last try. */
    boolean lockIfSpent(UUID grant) {
        return update(
                "UPDATE share_grant SET locked_at = CURRENT_TIMESTAMP WHERE id = ? AND locked_at IS NULL AND tries >= "
                        + TRIES,
                grant);
    }

    /** Takes one view, if the share stands at this moment and has one left. */
    boolean takeView(UUID grant) {
        return update("""
            UPDATE share_grant SET views = views + 1, looked_at = CURRENT_TIMESTAMP,
                used_up_at = CASE WHEN views + 1 = max_views THEN CURRENT_TIMESTAMP ELSE used_up_at END
            WHERE id = ? AND withdrawn_at IS NULL AND locked_at IS NULL AND expires_at > CURRENT_TIMESTAMP
                AND (max_views IS NULL OR views < max_views)\
            """, grant);
    }

    /** By which of these sessions this share may be looked at again: opened less than half an hour ago, and it stands. */
    Optional<String> standingSession(UUID grant, List<String> digests) {
        if (digests.isEmpty()) return Optional.empty();
        var values = new ArrayList<Object>(List.of(grant));
        values.addAll(digests);
        return sql.rows("""
            SELECT v.session_digest FROM share_view v JOIN share_grant g ON g.id = v.grant_id
            WHERE v.session_ends > CURRENT_TIMESTAMP AND g.withdrawn_at IS NULL AND g.locked_at IS NULL
                AND g.expires_at > CURRENT_TIMESTAMP AND v.grant_id = ? AND v.session_digest IN (\
            """ + Sql.places(digests.size()) + ")", row -> row.text("session_digest"), values).stream()
                .findFirst();
    }

    /** Withdraws it, if nobody has before and it is not past its end: what ended so stays so. */
    boolean withdraw(UUID grant) {
        return update("""
            UPDATE share_grant SET withdrawn_at = CURRENT_TIMESTAMP, revision = revision + 1
            WHERE id = ? AND withdrawn_at IS NULL AND expires_at > CURRENT_TIMESTAMP\
            """, grant);
    }

    /** Withdraws it because another takes its place; one that has ended stays ended as it was. */
    boolean replace(UUID grant) {
        return update("""
            UPDATE share_grant SET withdrawn_at = CURRENT_TIMESTAMP, revision = revision + 1
            WHERE id = ? AND withdrawn_at IS NULL AND used_up_at IS NULL AND expires_at > CURRENT_TIMESTAMP\
            """, grant);
    }

    /** Moves its end, if it is still the revision that the learner saw. */
    boolean moveEnd(UUID grant, long revision, Instant end, LocalDate deleteBy) {
        return sql.update("""
            UPDATE share_grant SET expires_at = ?, delete_by = ?, revision = revision + 1
            WHERE id = ? AND revision = ? AND withdrawn_at IS NULL\
            """, List.of(end, deleteBy, grant, revision)) == 1;
    }

    private boolean update(String statement, UUID grant) {
        return sql.update(statement, List.of(grant)) == 1;
    }
}
