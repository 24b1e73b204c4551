package org.openplr.statistics;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.learner.Learners;
import org.openplr.organisation.Organisations;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.qualification.Qualifications;
import org.openplr.record.Records;

/** Makes releases, one a month at most, and tells the latest. */
@Service
public class Statistics {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int AT_ONCE = 500;

    private final Learners learners;
    private final Records records;
    private final Registers registers;
    private final Releases releases;
    private final InstantSource clock;

    @Inject
    Statistics(Learners learners, Records records, Registers registers, Releases releases, InstantSource clock) {
        this.learners = learners;
        this.records = records;
        this.registers = registers;
        this.releases = releases;
        this.clock = clock;
    }

    /** By which what is in records is grouped. */
    @Part
    static class Registers {
        private final Qualifications qualifications;
        private final Organisations organisations;

        @Inject
        Registers(Qualifications qualifications, Organisations organisations) {
            this.qualifications = qualifications;
            this.organisations = organisations;
        }

        private Counting counting(LocalDate today) {
            return new Counting(qualifications.areas(), organisations.kinds(), today);
        }
    }

    /** The figures of now; none before the first release. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Release> latest() {
        return releases.last().map(made -> {
            var counting = new Counting(Map.of(), Map.of(), day(made.at()));
            var rows = new EnumMap<Table, List<String>>(Table.class);
            for (var table : Table.values()) rows.put(table, Figures.rows(table, counting));
            return new Release(made.number(), made.at(), rows, releases.told(made));
        });
    }

    /**
     * Makes the release of this month, unless there is one. It reads every record, {@value #AT_ONCE} learners at a time and not in
     * one transaction, which could not be held open so long; then it writes all figures in one.
     *
     * @return whether one was made
     * @throws org.openplr.platform.Sql.DatabaseTrouble a duplicate, where another server was quicker
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean release() {
        var before = releases.last();
        var now = clock.instant();
        if (before.filter(made -> month(made.at()).equals(month(now))).isPresent()) return false;
        var taken = before.map(releases::people).orElse(Map.of());
        var figures = new Figures(counted(day(now)), taken);
        var number = before.map(made -> made.number() + 1).orElse(1);
        releases.keep(number, now, figures.people(), figures.told());
        return true;
    }

    private Counting counted(LocalDate today) {
        var counting = registers.counting(today);
        var some = learners.toCount("", AT_ONCE);
        while (!some.isEmpty()) {
            var theirs = records.toCount(some);
            for (var learner : some) counting.count(learner, theirs.getOrDefault(learner.uln(), List.of()));
            some = learners.toCount(some.getLast().uln().digits(), AT_ONCE);
        }
        return counting;
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(day(moment));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, UK);
    }
}
