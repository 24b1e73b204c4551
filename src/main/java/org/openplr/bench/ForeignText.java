package org.openplr.bench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Gender;

/** Dates and genders as anybody writes them. */
final class ForeignText {
    private static final Pattern TIME = Pattern.compile("[T ]\\d\\d:.*$|\\.0+$");
    private static final int FIRST_YEAR = 1850;

    private static final List<DateTimeFormatter> DATES = List.of(
            form("uuuu-M-d"), form("uuuuMMdd"), form("d/M/uuuu"), form("uuuu/M/d"), form("d-M-uuuu"), form("d.M.uuuu"));

    private ForeignText() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A date; null where there is none, and told where what is there is none. */
    static @Nullable LocalDate date(String text, Consumer<String> unread) {
        var day = TIME.matcher(text).replaceAll("");
        if (day.isEmpty()) return null;
        for (var form : DATES) {
            try {
                var date = LocalDate.parse(day, form);
                if (date.getYear() >= FIRST_YEAR && date.getYear() < 2200) return date;
            } catch (DateTimeException another) {
                // the next form may fit
            }
        }
        unread.accept(text);
        return null;
    }

    static Gender gender(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "m", "male", "man", "boy" -> Gender.MALE;
            case "2", "f", "female", "woman", "girl", "w" -> Gender.FEMALE;
            case "9" -> Gender.NOT_DETERMINED;
            default -> Gender.UNKNOWN;
        };
    }
}
