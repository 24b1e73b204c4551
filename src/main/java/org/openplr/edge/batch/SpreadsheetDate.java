package org.openplr.edge.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as spreadsheets write them instead of 2008-09-01, and what they most likely mean here, the day first. */
final class SpreadsheetDate {
    private static final Pattern SHORT_YEAR =
            Pattern.compile("[0-9]{1,2}[/. -]([0-9]{1,2}|[A-Za-z]{3,9})[/. -][0-9]{2}");
    private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{3,4}([.]0+)?");
    private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 30);
    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "d/M/uuuu[ H:mm[:ss]]",
                    "d-M-uuuu",
                    "d.M.uuuu",
                    "uuuu/M/d",
                    "uuuu-M-d[ H:mm[:ss]]",
                    "d-MMM-uuuu",
                    "d MMM uuuu",
                    "d MMMM uuuu")
            .map(SpreadsheetDate::form)
            .toList();

    private SpreadsheetDate() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The day that is meant. */
    static Optional<LocalDate> meant(String text) {
        if (SERIAL.matcher(text).matches())
            return Optional.of(DAY_NOUGHT.plusDays(Long.parseLong(text.replaceFirst("[.].*", ""))));
        var september = text.replaceFirst("(?i)sept\\b", "Sep");
        return FORMS.stream().flatMap(form -> parsed(september, form).stream()).findFirst();
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    /** Whether it says a year of two digits, of which nobody knows the century. */
    static boolean isShort(String text) {
        return SHORT_YEAR.matcher(text).matches();
    }
}
