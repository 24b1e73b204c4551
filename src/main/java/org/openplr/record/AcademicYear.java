package org.openplr.record;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/**
 * An academic year, August to July.
 *
 * @param begins the calendar year in which it begins
 */
public record AcademicYear(int begins) implements Comparable<AcademicYear> {
    public static AcademicYear of(LocalDate day) {
        return new AcademicYear(day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(begins, other.begins);
    }

    /** As people write it: {@code 2010/11}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d/%02d", begins, (begins + 1) % 100);
    }
}
