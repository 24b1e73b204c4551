package org.openplr.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Figures as they were told together; they never change.
 *
 * @param number the first is 1
 * @param rows the rows of each table, in their order
 */
public record Release(int number, Instant made, Map<Table, List<String>> rows, Map<String, Integer> told) {
    /** The rows of a table. */
    public List<String> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    /** How many people stand in a row and column, rounded; nothing where that is not told. */
    public OptionalInt figure(Table table, String row, String column) {
        return of(Cell.of(table, row, column));
    }

    /** How many stand in a row. */
    public OptionalInt total(Table table, String row) {
        return of(Cell.ofRow(table, row));
    }

    private OptionalInt of(Cell cell) {
        var people = told.get(cell.key());
        return people == null ? OptionalInt.empty() : OptionalInt.of(Figures.rounded(people));
    }
}
