package org.openplr.edge.batch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.challenge.ChallengeFileRow;
import org.openplr.challenge.Field;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Telling;
import org.openplr.learner.FileRemark;

/** Makes data challenges of the cells of rows; what is wrong with one is in the cells' remarks. */
final class ChallengeReading {
    /** A look is the learner's own to report. */
    private static final Map<String, Kind> KINDS = Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.WRONG_LOOK)
            .collect(Collectors.toMap(kind -> kind.text().toUpperCase(Locale.ROOT), kind -> kind));

    private static final Map<Field, String> FIELDS = fields();

    /** Columns of what a challenge's members are called elsewhere. */
    static final Map<String, String> COLUMNS = columns();

    private ChallengeReading() {}

    private static Map<Field, String> fields() {
        var fields = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            var text = field.text();
            fields.put(field, text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
        }
        fields.put(Field.ULN, "SecondULN");
        return fields;
    }

    private static Map<String, String> columns() {
        var columns = new HashMap<String, String>();
        FIELDS.forEach((field, column) -> columns.put(field.text(), column));
        columns.putAll(Map.of(
                "learner",
                "ULN",
                "event",
                "Event",
                "eventReference",
                "EventReference",
                "other",
                "Other",
                "explanation",
                "Explanation",
                "elsewhere",
                "Elsewhere",
                "elsewhereOn",
                "ElsewhereOn",
                "supplied",
                ""));
        return Map.copyOf(columns);
    }

    /**
     * A row of the file.
     *
     * @param raw all of it where it could not be put in columns, else empty
     */
    record Row(BatchRow row, ChallengeFileRow read, List<FileRemark> remarks, String raw) {
        Row {
            remarks = List.copyOf(remarks);
        }

        @Override
        public String toString() {
            return "Row[" + row.line("") + "]";
        }
    }

    static Row read(BatchRow row, BatchCells cells) {
        var uln = cells.uln("ULN");
        cells.needed("Kind");
        var kind = cells.word("Kind", Kind.WRONG, KINDS);
        var event = cells.parsed("Event", ChallengeReading::id, "not-an-id");
        var other = cells.parsed("Other", ChallengeReading::id, "not-an-id");
        var awardedOn = cells.date("EventAwardedOn");
        var elsewhereOn = cells.date("ElsewhereOn");
        var supplied = new EnumMap<Field, String>(Field.class);
        FIELDS.forEach((field, column) -> {
            if (field.isDate()) cells.date(column);
            if (!cells.text(column).isEmpty()) supplied.put(field, cells.text(column));
        });
        if (!cells.isSound() || uln == null || kind == null)
            return new Row(row, new ChallengeFileRow.Unreadable(), cells.remarks(), "");
        var which = new ChallengeFileRow.Which(event, cells.text("EventReference"), awardedOn);
        var told = new Telling(supplied, cells.text("Explanation"), elsewhereOn, cells.text("Elsewhere"));
        return new Row(row, new ChallengeFileRow.Sound(uln, kind, which, other, told), cells.remarks(), "");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
