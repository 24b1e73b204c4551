package org.openplr.qualification;

import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a register may say of a qualification; a register need not say all of it. */
public enum QualificationField {
    TITLE("title", 1000),
    TYPE("type_text", 100),
    LEVEL("level_text", 60),
    SUB_LEVEL("sub_level", 60),
    AWARDING_ORGANISATION("awarding_organisation", 150),
    RECOGNITION_NUMBER("recognition_number", 10),
    SECTOR_SUBJECT_AREA("area_text", 250),
    STATUS("status_text", 50),
    CREDITS("credits", Kind.NUMBER, 0),
    GUIDED_HOURS("guided_hours", Kind.NUMBER, 0),
    TOTAL_HOURS("total_hours", Kind.NUMBER, 0),
    OPERATIONAL_START("operational_start", Kind.DATE, 0),
    OPERATIONAL_END("operational_end", Kind.DATE, 0),
    CERTIFICATION_END("certification_end", Kind.DATE, 0),
    OFFERED_IN_ENGLAND("offered_england", 3),
    OFFERED_IN_WALES("offered_wales", 3),
    OFFERED_IN_NORTHERN_IRELAND("offered_northern_ireland", 3),
    GRADING_TYPE("grading_type", 30),
    GRADING_SCALE("grading_scale", 1000),
    SPECIFICATION("specification", 1000);

    private enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private static final List<DateTimeFormatter> DATES = List.of(
            formatter("yyyy-MM-dd[['T'][' ']HH:mm[:ss]]"), formatter("d/M/yyyy[ HH:mm[:ss]]"), formatter("d MMM yyyy"));

    private final String column;
    private final Kind kind;
    private final int length;

    QualificationField(String column, int length) {
        this(column, Kind.TEXT, length);
    }

    QualificationField(String column, Kind kind, int length) {
        this.column = column;
        this.kind = kind;
        this.length = length;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK);
    }

    String column() {
        return column;
    }

    /** The value of a qualification about which nothing was ever said here. */
    @Nullable
    Object unsaid() {
        return kind == Kind.TEXT ? "" : null;
    }

    /** The value as the database keeps it. */
    @Nullable
    Object read(String text) {
        var plain = text.strip();
        return switch (kind) {
            case TEXT -> textOf(plain);
            case NUMBER -> plain.isEmpty() ? null : numberOf(plain);
            case DATE -> plain.isEmpty() ? null : dateOf(plain);
        };
    }

    /** The value from the database, in the type that {@link #read} gives. */
    @Nullable
    Object stored(@Nullable Object value) {
        return value instanceof Number number ? (Integer) number.intValue() : value;
    }

    private String textOf(String text) {
        if (text.length() > length) throw new IllegalArgumentException("longer than " + length + " characters");
        return text;
    }

    private static Integer numberOf(String text) {
        try {
            var number = Integer.valueOf(text);
            if (number >= 0) return number;
        } catch (NumberFormatException none) {
            // told below
        }
        throw new IllegalArgumentException("not a whole number");
    }

    private static Date dateOf(String text) {
        for (var format : DATES) {
            try {
                return Date.valueOf(format.parse(text, LocalDate::from));
            } catch (DateTimeException another) {
                // the next form may fit
            }
        }
        throw new IllegalArgumentException("not a date");
    }
}
