package org.openplr.challenge;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Where wrong data comes from: of whoever answers, what was said to be wrong within twelve months and how much of it was, by kind and
 * by field. Counts only, and for the service only.
 */
@Service
public class Quality {
    private static final int MONTHS = 12;
    private static final String UPHELD = "sum(case when c.answer in ('UPHELD', 'PARTLY_UPHELD') then 1 else 0 end)";
    private static final String KINDS = "select c.owner, c.kind, count(*) as received,"
            + " sum(case when c.answer is not null then 1 else 0 end) as answered, " + UPHELD + " as upheld"
            + " from challenge c where c.received_on > ? group by c.owner, c.kind"
            + " order by upheld desc, received desc, c.owner, c.kind fetch first 1000 rows only";
    private static final String FIELDS = "select c.owner, f.field, count(*) as received,"
            + " sum(case when c.answer is not null then 1 else 0 end) as answered, " + UPHELD + " as upheld"
            + " from challenge c join challenge_field f on f.challenge = c.id and f.side = 'S'"
            + " where c.received_on > ? group by c.owner, f.field"
            + " order by upheld desc, received desc, c.owner, f.field fetch first 1000 rows only";

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    Quality(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One source and one cause.
     *
     * @param owner whose data it is; null where the service answers
     * @param what a {@link Kind} or a {@link Field}, as interfaces write it
     * @param upheld of the answered ones, wholly or partly
     */
    public record Cause(@Nullable Ukprn owner, String what, int received, int answered, int upheld) {}

    /**
     * All of it, most that was wrong first.
     *
     * @param kinds what is said to be wrong
     * @param fields which fields, of events and of details, should have said something else
     */
    public record Sources(List<Cause> kinds, List<Cause> fields) {
        public Sources {
            kinds = List.copyOf(kinds);
            fields = List.copyOf(fields);
        }
    }

    /** Where it comes from. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Sources sources(Actor.Administrator administrator) {
        Right.SETTLE_CHALLENGES.require(administrator);
        var since = List.of(Deadlines.day(clock.instant()).minusMonths(MONTHS));
        return new Sources(
                sql.rows(KINDS, row -> cause(row, Kind.valueOf(row.text("kind")).text()), since),
                sql.rows(
                        FIELDS,
                        row -> cause(row, Field.valueOf(row.text("field")).text()),
                        since));
    }

    private static Cause cause(Sql.Row row, String what) throws SQLException {
        var owner = row.text("owner");
        return new Cause(
                owner.isEmpty() ? null : new Ukprn(owner),
                what,
                row.number("received"),
                row.number("answered"),
                row.number("upheld"));
    }
}
