package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openplr.platform.Forgets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Forgets finds and files that never became whole after a day, calls that may be repeated after thirty, who was sought after thirty-one, and
 * who has no number after a year. */
@Service
class Forgetting implements Forgets {
    private static final Duration REPEATS = Duration.ofDays(30);
    private static final int SOUGHT_DAYS = 31;

    private final Sql sql;
    private final Finds finds;
    private final UploadTable uploads;
    private final TemporaryTable temporary;
    private final InstantSource clock;

    @Inject
    Forgetting(Sql sql, Finds finds, UploadTable uploads, TemporaryTable temporary, InstantSource clock) {
        this.sql = sql;
        this.finds = finds;
        this.uploads = uploads;
        this.temporary = temporary;
        this.clock = clock;
    }

    @Override
    public int forget() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, ZoneId.of("Europe/London"));
        return finds.forget()
                + uploads.forget()
                + temporary.forget()
                + sql.update("delete from learner_repeat where called_at <= ?", List.of(now.minus(REPEATS)))
                + sql.update("delete from learner_sought where on_day < ?", List.of(today.minusDays(SOUGHT_DAYS)));
    }
}
