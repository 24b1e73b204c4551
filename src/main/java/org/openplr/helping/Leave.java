package org.openplr.helping;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** What a learner let somebody do, as it is kept. */
record Leave(
        UUID id,
        Uln uln,
        UUID givenBy,
        String name,
        boolean mayShare,
        Instant made,
        Instant ends,
        String pepper,
        String digest,
        Instant codeEnds,
        int tries,
        @Nullable UUID helper,
        @Nullable Instant used) {
    static final String COLUMNS = "id, uln, given_by, name, may_share, made_at, ends_at, pepper, digest, code_ends_at,"
            + " tries, helper, used_at";

    static Leave of(Sql.Row row) throws SQLException {
        var helper = row.textIfAny("helper");
        return new Leave(
                row.id("id"),
                new Uln(row.text("uln")),
                row.id("given_by"),
                row.text("name"),
                row.flag("may_share"),
                row.moment("made_at"),
                row.moment("ends_at"),
                row.text("pepper"),
                row.text("digest"),
                row.moment("code_ends_at"),
                row.number("tries"),
                helper == null ? null : UUID.fromString(helper),
                row.momentIfAny("used_at"));
    }

    boolean isOf(UUID account) {
        return account.equals(helper);
    }

    /** Whoever acts by it. */
    Actor.Helper actor(UUID account) {
        return new Actor.Helper(account, uln, id, name, mayShare);
    }

    @Override
    public String toString() {
        return "Leave[" + id + "]";
    }
}
