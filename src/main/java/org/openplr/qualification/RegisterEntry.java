package org.openplr.qualification;

import static org.openplr.qualification.QualificationField.*;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** One qualification as the table keeps it: the fields of the register, and what is derived of them for finding. */
record RegisterEntry(Qan number, Map<QualificationField, @Nullable Object> fields, String areaCode) {
    private static final List<QualificationField> ALL = List.of(QualificationField.values());

    private static final String COLUMNS =
            ALL.stream().map(QualificationField::column).collect(Collectors.joining(", ")) + ", area_code";
    static final String SELECT = "select qan, " + COLUMNS + " from qualification";
    static final String INSERT = "insert into qualification (" + COLUMNS
            + ", level_code, sort_key, search_text, qan) values (" + "?, ".repeat(ALL.size() + 4) + "?)";
    static final String UPDATE = "update qualification set " + COLUMNS.replace(", ", " = ?, ")
            + " = ?, level_code = ?, sort_key = ?, search_text = ? where qan = ?";

    /** One of which nothing is known yet. */
    static RegisterEntry unknown(Qan number) {
        var fields = new EnumMap<QualificationField, @Nullable Object>(QualificationField.class);
        ALL.forEach(field -> fields.put(field, field.unsaid()));
        return new RegisterEntry(number, fields, "");
    }

    /** One from a row of {@link #SELECT}. */
    static RegisterEntry of(Sql.Row row) throws SQLException {
        var fields = new EnumMap<QualificationField, @Nullable Object>(QualificationField.class);
        for (var field : ALL) fields.put(field, field.stored(row));
        return new RegisterEntry(new Qan(row.text("qan")), fields, row.text("area_code"));
    }

    /** This entry after a register said more of it. */
    RegisterEntry after(QualificationRow row, AreaNames areas) {
        var next = new EnumMap<QualificationField, @Nullable Object>(fields);
        next.putAll(row.said());
        var area = areas.codeOf(text(next.get(SECTOR_SUBJECT_AREA)));
        return new RegisterEntry(number, next, area);
    }

    /** The values for {@link #INSERT} and {@link #UPDATE}. */
    List<@Nullable Object> values() {
        var values = new ArrayList<@Nullable Object>();
        for (var field : ALL) values.add(fields.get(field));
        values.add(areaCode);
        values.add(LevelCode.of(text(LEVEL), text(SUB_LEVEL)));
        values.add(Words.key(text(TITLE), 100));
        values.add(Words.key(text(TITLE) + " " + text(AWARDING_ORGANISATION), 1200));
        values.add(number.canonical());
        return values;
    }

    Qualification qualification() {
        return new Qualification(
                number,
                text(TITLE),
                text(TYPE),
                text(LEVEL),
                text(SUB_LEVEL),
                text(AWARDING_ORGANISATION),
                text(RECOGNITION_NUMBER),
                text(SECTOR_SUBJECT_AREA),
                areaCode,
                text(STATUS),
                (Integer) fields.get(CREDITS),
                (Integer) fields.get(GUIDED_HOURS),
                (Integer) fields.get(TOTAL_HOURS),
                date(OPERATIONAL_START),
                date(OPERATIONAL_END),
                date(CERTIFICATION_END),
                text(OFFERED_IN_ENGLAND),
                text(OFFERED_IN_WALES),
                text(OFFERED_IN_NORTHERN_IRELAND),
                text(GRADING_TYPE),
                text(GRADING_SCALE),
                text(SPECIFICATION));
    }

    private String text(QualificationField field) {
        return text(fields.get(field));
    }

    private @Nullable LocalDate date(QualificationField field) {
        return (LocalDate) fields.get(field);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
