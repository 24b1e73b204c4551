package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Fills a register with people as they are, for measuring: no rule is asked, nobody is looked up before, and no match key
 * is made; {@link MatchUpkeep} makes them after.
 */
@Service
public class BulkLoading {
    /** The date of birth of whom none is known: a measured file may lack it, a real registration may not. */
    public static final LocalDate NOT_KNOWN = LocalDate.of(1800, 1, 1);

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    BulkLoading(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes these people, whose numbers are new. */
    public int load(List<LearnerDetails> people) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.batch(
                LearnerRow.INSERT,
                people.stream().map(one -> LearnerRow.forInsert(one, now)).toList());
        return people.size();
    }
}
