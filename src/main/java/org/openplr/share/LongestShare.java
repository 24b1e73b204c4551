package org.openplr.share;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long a share may live: as its purpose says, and for a learner under 18 two weeks at most.
 *
 * @param days how many; the last one counts whole
 * @param minor whether the learner is under 18
 */
public record LongestShare(int days, boolean minor) {
    static final int UNDER_18 = 14;

    private static final int OF_AGE = 18;
    private static final ZoneId UK = ZoneId.of("Europe/London");

    /** For a learner born on this day, who shares for this purpose now. */
    public static LongestShare of(Purpose purpose, LocalDate born, Instant now) {
        var minor = born.isAfter(LocalDate.ofInstant(now, UK).minusYears(OF_AGE));
        return new LongestShare(minor ? Math.min(UNDER_18, purpose.mostDays()) : purpose.mostDays(), minor);
    }

    /** The usual days of a purpose, as far as they may be. */
    public int usual(Purpose purpose) {
        return Math.min(purpose.usualDays(), days);
    }

    /** The latest end of a share made now. */
    public Instant latestEnd(Instant now) {
        return now.plus(Duration.ofDays(days + 1L));
    }
}
