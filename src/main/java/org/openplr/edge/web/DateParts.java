package org.openplr.edge.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.openplr.platform.WrittenDate;

/** A date in three fields, as typed; a month may be a number or a name in English or Welsh. */
public final class DateParts {
    private static final int SHORTEST_NAME = 3;

    private String day = "";
    private String month = "";
    private String year = "";

    /** The date, if it is one of the calendar. */
    Optional<LocalDate> date() {
        try {
            var number = monthNumber();
            if (number.isEmpty() || !year.strip().matches("[0-9]{4}")) return Optional.empty();
            return Optional.of(WrittenDate.kept(
                    LocalDate.of(Integer.parseInt(year.strip()), number.getAsInt(), Integer.parseInt(day.strip()))));
        } catch (NumberFormatException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    void set(LocalDate date) {
        day = Integer.toString(date.getDayOfMonth());
        month = Integer.toString(date.getMonthValue());
        year = Integer.toString(date.getYear());
    }

    void clear() {
        day = "";
        month = "";
        year = "";
    }

    boolean isBlank() {
        return day.isBlank() && month.isBlank() && year.isBlank();
    }

    private OptionalInt monthNumber() {
        var typed = month.strip().toLowerCase(Locale.ROOT);
        if (typed.matches("[0-9]{1,2}")) return OptionalInt.of(Integer.parseInt(typed));
        if (typed.length() < SHORTEST_NAME) return OptionalInt.empty();
        return Arrays.stream(Month.values())
                .filter(m -> isNamed(m, typed, Locale.UK) || isNamed(m, typed, Languages.WELSH))
                .mapToInt(Month::getValue)
                .findFirst();
    }

    private static boolean isNamed(Month month, String typed, Locale language) {
        return month.getDisplayName(TextStyle.FULL, language)
                .toLowerCase(language)
                .startsWith(typed);
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }
}
