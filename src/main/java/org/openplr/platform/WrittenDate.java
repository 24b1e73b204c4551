package org.openplr.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/**
 * Dates and moments as others write them. Whatever comes from outside is read here, so that no year reaches a database
 * that it cannot keep: there are those from 1000 to 9998.
 */
public final class WrittenDate {
    private static final List<DateTimeFormatter> FORMS =
            List.of(form("uuuu-MM-dd[['T'][' ']HH:mm[:ss]]"), form("d/M/uuuu[ HH:mm[:ss]]"), form("d MMM uuuu"));

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9998;

    private WrittenDate() {}

    /**
     * Reads a date as programs and forms write it: {@code 2010-09-01}.
     *
     * @throws DateTimeException if it is none, or of no year that is kept
     */
    public static LocalDate iso(String text) {
        return kept(LocalDate.parse(text));
    }

    /**
     * Reads a moment with its offset: {@code 2010-09-01T08:00:00Z}.
     *
     * @throws DateTimeException if it is none, or of no year that is kept
     */
    public static Instant moment(String text) {
        var moment = OffsetDateTime.parse(text);
        kept(moment.toLocalDate());
        return moment.toInstant();
    }

    /**
     * The date itself.
     *
     * @throws DateTimeException if it is of no year that is kept
     */
    public static LocalDate kept(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
            throw new DateTimeException("a year out of range");
        return date;
    }

    /**
     * Reads a date as the registers of this country write them, {@code 2010-09-01}, {@code 01/09/2010} or {@code 01 Sep
     * 2010}, a time behind it left out.
     *
     * @throws IllegalArgumentException if it is none; the message says so
     */
    public static LocalDate parse(String text) {
        for (var form : FORMS) {
            try {
                return kept(form.parse(text.strip(), LocalDate::from));
            } catch (DateTimeException another) {
                // the next form may fit
            }
        }
        throw new IllegalArgumentException("not a date");
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                // Not the UK: its September is "Sept".
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
