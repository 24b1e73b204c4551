package org.openplr.edge.batch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A row of a CSV file as it came, whatever is in it.
 *
 * @param number the line in which it begins, from 1
 * @param cells what it holds; of one that is broken nothing
 * @param raw the row itself
 */
record FileLine(int number, List<String> cells, String raw) {
    FileLine {
        cells = List.copyOf(cells);
    }

    /** Whether a quote is out of place or never closed. */
    boolean isBroken() {
        return cells.isEmpty();
    }

    boolean isBlank() {
        for (var cell : cells) if (!cell.isBlank()) return false;
        return !isBroken();
    }

    /** Every row of a file. */
    static List<FileLine> of(String text) {
        var rows = new ArrayList<FileLine>();
        new FileLines(text).forEachRemaining(rows::add);
        return rows;
    }

    static List<String> cells(String raw) {
        // A parser for each row is most of the work, and most rows need none.
        if (raw.indexOf('"') < 0) return List.of(raw.split(",", -1));
        try (var parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get().parse(new StringReader(raw))) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return List.of();
        }
    }
}
