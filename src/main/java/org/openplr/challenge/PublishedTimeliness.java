package org.openplr.challenge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * How well each organisation answers, open to all: counts only, of the twelve whole months before this one and as things stood at
 * their end, so that nobody sees what one more makes of a figure. Whoever received fewer than ten is not among them, no other figure
 * of fewer than ten is told, each is rounded to five, and there is no total from which one that is not told would follow.
 */
@Service
public class PublishedTimeliness {
    /** Figures of fewer are not told: as those of the statistics. */
    static final int FEWEST = 10;

    private static final int ROUNDED_TO = 5;
    private static final int MONTHS = 12;
    private static final String COUNTS = """
        select owner, count(*) as received,
            sum(case when answered_on <= ? then 1 else 0 end) as answered,
            sum(case when answered_on <= ? and answered_on <= coalesce(extended_to,
                case when twenty_by < month_by then twenty_by else month_by end) then 1 else 0 end) as in_time
        from challenge where received_on >= ? and received_on <= ? group by owner having count(*) >= ?
        order by owner fetch first 5000 rows only\
        """;

    private final Sql sql;
    private final InstantSource clock;
    private final LoadingCache<YearMonth, List<Figures>> known;

    @Inject
    PublishedTimeliness(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(1)
                .ticker(() -> clock.millis() * 1_000_000)
                .executor(Runnable::run)
                .expireAfterWrite(Duration.ofHours(1))
                .build(this::count);
    }

    /**
     * The figures of one who answers, rounded.
     *
     * @param owner null for the service
     * @param answered empty where too few were
     * @param inTime of the answered ones, on the last day or before; empty where too few were
     */
    public record Figures(@Nullable Ukprn owner, int received, OptionalInt answered, OptionalInt inTime) {}

    /**
     * All figures.
     *
     * @param from the first day on which a challenge was received that counts
     * @param to the last
     */
    public record Published(LocalDate from, LocalDate to, List<Figures> figures) {
        public Published {
            figures = List.copyOf(figures);
        }
    }

    /** What is published at the moment, by UKPRN. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Published now() {
        var last = YearMonth.from(Deadlines.day(clock.instant())).minusMonths(1);
        return new Published(from(last), last.atEndOfMonth(), known.get(last));
    }

    private static LocalDate from(YearMonth last) {
        return last.minusMonths(MONTHS - 1L).atDay(1);
    }

    private List<Figures> count(YearMonth last) {
        var to = last.atEndOfMonth();
        return sql.rows(COUNTS, PublishedTimeliness::figures, List.of(to, to, from(last), to, FEWEST));
    }

    private static Figures figures(Sql.Row row) throws SQLException {
        var owner = row.text("owner");
        return new Figures(
                owner.isEmpty() ? null : new Ukprn(owner),
                rounded(row.number("received")),
                told(row.number("answered")),
                told(row.number("in_time")));
    }

    private static OptionalInt told(int count) {
        return count < FEWEST ? OptionalInt.empty() : OptionalInt.of(rounded(count));
    }

    private static int rounded(int count) {
        return (count + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
    }
}
