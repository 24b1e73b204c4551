package org.openplr.edge.batch;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** One row of a {@link CsvFile}, read by the names of its columns. */
public final class CsvRow {
    /** A value that cannot be read; {@link CsvFile#rows} makes a fault of it and goes on. */
    static final class Unreadable extends RuntimeException {
        private final transient RowFault fault;

        private Unreadable(RowFault fault) {
            super(fault.reason(), null, false, false);
            this.fault = fault;
        }

        RowFault fault() {
            return fault;
        }
    }

    private final Map<String, Integer> places;
    private final CSVRecord values;
    private final long line;
    private final List<RowFault> warnings = new ArrayList<>();

    CsvRow(Map<String, Integer> places, CSVRecord values, long line) {
        this.places = places;
        this.values = values;
        this.line = line;
    }

    /** The line of the file in which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** Whether the file has this column. */
    public boolean has(String column) {
        return places.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /** The value without blanks around it; empty where there is none, or no such column. */
    public String text(String column) {
        var place = places.get(column.toLowerCase(Locale.ROOT));
        return place == null ? "" : values.get(place).strip();
    }

    /** The value; a fault where it has more characters than this. */
    public String text(String column, int atMost) {
        var text = text(column);
        if (text.length() > atMost) throw fault(column, "longer than " + atMost + " characters");
        return text;
    }

    /** The value; a fault where it is empty. */
    public String required(String column) {
        var text = text(column);
        if (text.isEmpty()) throw fault(column, "is empty");
        return text;
    }

    /**
     * The value as the function reads it; a fault where it throws an {@link IllegalArgumentException} (a date or a
     * number that is none included), with that one's message as the reason.
     */
    public <T> T read(String column, Function<String, T> function) {
        try {
            return function.apply(text(column));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            var reason = wrong.getMessage();
            throw fault(column, reason == null || reason.isBlank() ? "cannot be read" : reason);
        }
    }

    /** What to throw where this column's value makes the row unreadable. */
    public RuntimeException fault(String column, String reason) {
        return new Unreadable(new RowFault(line, column, reason));
    }

    /** Notes something odd about a row that goes in all the same. */
    public void warn(String column, String reason) {
        warnings.add(new RowFault(line, column, reason));
    }

    List<RowFault> warnings() {
        return warnings;
    }
}
