package org.openplr.platform;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;

/** The smallest deed that this house can do, one row inserted and committed: the benchmark compares others with it. */
@Service
public class Yardstick {
    private static final String WORDS = "measured".repeat(25);

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Yardstick(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** Inserts one row; the table is there in the benchmark's database only. */
    public void insert() {
        sql.update(
                "insert into yardstick (id, happened_at, words) values (?, ?, ?)",
                List.of(ids.next().toString(), Timestamp.from(clock.instant()), WORDS));
    }
}
