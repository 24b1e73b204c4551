package org.openplr.edge.batch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * A row of a CSV file as it came, whatever is in it.
 *
 * @param number the line in which it begins, from 1
 * @param cells what it holds; of one that is broken nothing
 * @param raw the row itself
 */
record FileLine(int number, List<String> cells, String raw) {
    private static final Pattern END = Pattern.compile("\r\n|\r|\n");

    /** A quote that is open after so many lines is never closed: what follows is not part of it. */
    private static final int LINES_IN_QUOTES = 25;

    FileLine {
        cells = List.copyOf(cells);
    }

    /** Whether a quote is out of place or never closed. */
    boolean isBroken() {
        return cells.isEmpty();
    }

    boolean isBlank() {
        return !isBroken() && cells.stream().allMatch(String::isBlank);
    }

    /** Every row of a text. One that is broken ends with its line, and the next line is a row of its own. */
    static List<FileLine> of(String text) {
        var lines = END.split(text, -1);
        var rows = new ArrayList<FileLine>();
        for (var at = 0; at < lines.length; ) {
            var length = length(lines, at);
            var raw = length == 1
                    ? lines[at]
                    : String.join("\n", Arrays.asList(lines).subList(at, at + length));
            var cells = cells(raw);
            if (cells.isEmpty()) {
                raw = lines[at];
                length = 1;
            }
            rows.add(new FileLine(at + 1, cells, raw));
            at += length;
        }
        return rows;
    }

    /** How many lines the row has that begins here. */
    private static int length(String[] lines, int at) {
        var quoted = isOpen(lines[at], false);
        for (var more = 1; quoted && more < LINES_IN_QUOTES && at + more < lines.length; more++) {
            quoted = isOpen(lines[at + more], true);
            if (!quoted) return more + 1;
        }
        return 1;
    }

    /** Whether a quote is open at the end of this line. */
    private static boolean isOpen(String line, boolean before) {
        var quoted = before;
        var begins = !before;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (quoted) {
                if (character != '"') continue;
                if (i + 1 < line.length() && line.charAt(i + 1) == '"') i++;
                else quoted = false;
            } else {
                quoted = begins && character == '"';
                begins = character == ',';
            }
        }
        return quoted;
    }

    private static List<String> cells(String raw) {
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
