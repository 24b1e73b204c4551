package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Which organisations a learner has to do with: so far the one that registered them. */
@Service
public class Relationships {
    private final Sql sql;
    private final InstantSource clock;

    @Inject
    Relationships(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Notes which organisation registered each of these learners; the same again changes nothing. */
    public void note(Map<Uln, Ukprn> registeredBy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var fresh = registeredBy.entrySet().stream()
                .filter(one -> !of(List.of(one.getKey())).contains(one.getValue()))
                .map(one -> List.of(one.getKey().digits(), one.getValue().digits(), now))
                .toList();
        sql.batch("insert into learner_relationship (uln, ukprn, since) values (?, ?, ?)", fresh);
    }

    /** The organisations of a learner, by any of these numbers, the one they have longest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Ukprn> of(Collection<Uln> numbers) {
        return sql.rows(
                "select ukprn, min(since) as first_time from learner_relationship where uln in ("
                        + Sql.places(numbers.size()) + ") group by ukprn order by first_time, ukprn",
                row -> new Ukprn(row.text("ukprn")),
                numbers.stream().map(Uln::digits).toList());
    }
}
