package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Forgets finds after a day, calls that may be repeated after thirty, and who was sought after thirty-one. */
@Service
class Forgetting {
    private static final Duration REPEATS = Duration.ofDays(30);
    private static final int SOUGHT_DAYS = 31;

    private final Sql sql;
    private final Finds finds;
    private final InstantSource clock;

    @Inject
    Forgetting(Sql sql, Finds finds, InstantSource clock) {
        this.sql = sql;
        this.finds = finds;
        this.clock = clock;
    }

    /** Returns how many rows went. */
    int forget() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, ZoneId.of("Europe/London"));
        return finds.forget()
                + sql.update("delete from learner_repeat where called_at <= ?", List.of(now.minus(REPEATS)))
                + sql.update("delete from learner_sought where on_day < ?", List.of(today.minusDays(SOUGHT_DAYS)));
    }
}
