package org.openplr.bench;

import java.util.List;
import org.openplr.platform.Sql;
import org.openplr.platform.Standalone;

/** The table that the yardstick's insert writes to; it exists in the benchmark's database only. */
final class Yardstick {
    private Yardstick() {}

    static void prepare(Standalone house) {
        house.call(() -> house.service(Sql.class)
                .update(
                        "create table yardstick (id varchar(36) not null primary key, happened_at timestamp not null,"
                                + " words varchar(400) not null)",
                        List.of()));
    }
}
