package org.openplr.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Dates as the registers of this country write them: {@code 2010-09-01}, {@code 01/09/2010}, {@code 01 Sep 2010}. */
public final class WrittenDate {
    private static final List<DateTimeFormatter> FORMS =
            List.of(form("uuuu-MM-dd[['T'][' ']HH:mm[:ss]]"), form("d/M/uuuu[ HH:mm[:ss]]"), form("d MMM uuuu"));

    private WrittenDate() {}

    /**
     * Reads a date, a time behind it left out.
     *
     * @throws IllegalArgumentException if it is none; the message says so
     */
    public static LocalDate parse(String text) {
        for (var form : FORMS) {
            try {
                return form.parse(text.strip(), LocalDate::from);
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
