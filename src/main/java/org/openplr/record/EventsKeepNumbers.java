package org.openplr.record;

import jakarta.inject.Inject;
import java.util.Set;
import org.openplr.learner.KeepsNumber;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** A number with learning events is not deleted: they would be nobody's. */
@Service
class EventsKeepNumbers implements KeepsNumber {
    private final Sql sql;

    @Inject
    EventsKeepNumbers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean keeps(Set<Uln> numbers) {
        var query = "select event_id from record_event_version where uln in (" + Sql.places(numbers.size())
                + ") fetch first 1 rows only";
        return !sql.rows(
                        query,
                        row -> row.text("event_id"),
                        numbers.stream().map(Uln::digits).toList())
                .isEmpty();
    }
}
