package org.openplr.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openplr.statistics.Protection.Line;

/**
 * The figures of one release.
 *
 * <p>A figure changes from one release to the next only when ten people or more make the difference: otherwise two releases, with
 * one new record between them, would tell of it. And what is told is rounded to the nearest {@value #ROUNDED_TO}.
 */
final class Figures {
    static final int ROUNDED_TO = 5;

    private final Map<Cell, Integer> people = new TreeMap<>(Comparator.comparing(Cell::key));
    private final Set<Cell> published = new LinkedHashSet<>();
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param counting everybody, counted
     * @param before how many were taken to be in each cell by the release before, by its key
     */
    Figures(Counting counting, Map<String, Integer> before) {
        var counted = new HashMap<>(counting.counts());
        for (var table : Table.values()) {
            var rows = rows(table, counting);
            for (var row : rows) total(counted, cells(table, row), Cell.ofRow(table, row));
            for (var column : table.columns())
                total(
                        counted,
                        rows.stream().map(row -> Cell.of(table, row, column)).toList(),
                        Cell.ofColumn(table, column));
            rows.forEach(row -> published.addAll(cells(table, row)));
            rows.forEach(row -> published.add(Cell.ofRow(table, row)));
            // All columns together are all rows together.
            lines.add(new Line(
                    table.columns().stream()
                            .map(column -> Cell.ofColumn(table, column))
                            .toList(),
                    rows.stream().map(row -> Cell.ofRow(table, row)).toList()));
        }
        counted.forEach((cell, now) -> people.put(cell, kept(before.get(cell.key()), now)));
    }

    private static int kept(@Nullable Integer before, int now) {
        return before != null && Math.abs(now - before) < Protection.FEWEST ? before : now;
    }

    private static List<Cell> cells(Table table, String row) {
        return table.columns().stream()
                .map(column -> Cell.of(table, row, column))
                .toList();
    }

    /** Whether somebody comes back cannot be said of the last year. */
    static List<String> rows(Table table, Counting counting) {
        var rows = counting.rows(table);
        if (table == Table.STAYING) return rows.subList(0, Math.max(0, rows.size() - 1));
        return rows;
    }

    private void total(Map<Cell, Integer> counted, List<Cell> parts, Cell whole) {
        lines.add(new Line(parts, List.of(whole)));
        counted.put(
                whole,
                parts.stream()
                        .mapToInt(cell -> counted.computeIfAbsent(cell, c -> 0))
                        .sum());
    }

    /** How many are taken to be in each cell. */
    Map<Cell, Integer> people() {
        return people;
    }

    /** The cells whose figures are told. */
    Set<Cell> told() {
        var told = new LinkedHashSet<>(published);
        told.removeAll(new Protection(people, published, lines).leftOut());
        return told;
    }

    /** As it is told. */
    static int rounded(int people) {
        return Math.round((float) people / ROUNDED_TO) * ROUNDED_TO;
    }
}
