package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * How much each organisation looks for people, for those who answer for the service: somebody who fishes is among the first
 * lines on the first day, by how many different people they looked for and how few of them they found.
 */
@Service
public class Watching {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int DAYS = 7;
    private static final int MOST = 100;
    private static final String LINES =
            "select ukprn, count(case when on_day = ? then 1 end) as today, count(*) as week, count(case when is_found"
                + " then 1 end) as hits, count(distinct account) as users from learner_sought where on_day > ? group"
                + " by ukprn order by today desc, week desc, ukprn fetch first " + MOST
                    + " rows only";

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    Watching(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What one organisation's people and systems did.
     *
     * @param today different people sought today by each user, added up
     * @param week the same in seven days, today included
     * @param foundOfHundred how many of the week's were found, of a hundred
     * @param users accounts and systems that sought somebody; all files that verify count as one, so do all that register,
     *     and all that say who has to do with it
     */
    public record Line(Ukprn organisation, int today, int week, int foundOfHundred, int users) {
        static Line read(Sql.Row row) throws SQLException {
            var week = row.number("week");
            return new Line(
                    new Ukprn(row.text("ukprn")),
                    row.number("today"),
                    week,
                    Math.round(100f * row.number("hits") / week),
                    row.number("users"));
        }
    }

    /** The organisations of the last seven days, whoever sought most today first, at most 100. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Line> lines(Actor.Administrator administrator) {
        Right.WATCH_FINDS.require(administrator);
        var today = LocalDate.ofInstant(clock.instant(), UK);
        return sql.rows(LINES, Line::read, List.of(today, today.minusDays(DAYS)));
    }

    /** So many different people an organisation may look for in a day. */
    public static int mostInADay() {
        return Quota.PER_ORGANISATION;
    }
}
