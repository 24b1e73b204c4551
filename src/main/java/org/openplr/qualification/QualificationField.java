package org.openplr.qualification;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Sql;
import org.openplr.platform.WrittenDate;

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
            case DATE -> plain.isEmpty() ? null : WrittenDate.parse(plain);
        };
    }

    /** The value from the database, in the type that {@link #read} gives. */
    @Nullable
    Object stored(Sql.Row row) throws SQLException {
        return switch (kind) {
            case TEXT -> row.text(column);
            case NUMBER -> row.numberIfAny(column);
            case DATE -> row.dateIfAny(column);
        };
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
}
