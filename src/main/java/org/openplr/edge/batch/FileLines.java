package org.openplr.edge.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a CSV file one after the other, whatever is in them and however its lines end; no more than one is held. */
final class FileLines implements Iterator<FileLine> {
    /**
     * So many characters of further lines at most are of one row: Notes may hold 4,000, each of which may be written as two. A
     * quote that is open after them is never closed, and what follows is not part of it.
     */
    static final int LONGEST_QUOTED = 8_200;

    private final String text;
    private int at;
    private int number = 1;

    FileLines(String text) {
        this.text = text;
    }

    @Override
    public boolean hasNext() {
        return at <= text.length();
    }

    @Override
    public FileLine next() {
        if (!hasNext()) throw new NoSuchElementException();
        var end = end(at);
        var last = end;
        var lines = 1;
        var stop = end;
        var quoted = isOpen(at, end, false);
        for (var more = 1; quoted && stop < text.length(); more++) {
            var from = after(stop);
            stop = end(from);
            if (stop - end > LONGEST_QUOTED) break;
            quoted = isOpen(from, stop, true);
            if (!quoted) {
                last = stop;
                lines = more + 1;
            }
        }
        var raw = lines == 1
                ? text.substring(at, end)
                : text.substring(at, last).replace("\r\n", "\n").replace('\r', '\n');
        var cells = FileLine.cells(raw);
        if (cells.isEmpty() && lines > 1) {
            raw = text.substring(at, end);
            last = end;
            lines = 1;
        }
        var line = new FileLine(number, cells, raw);
        at = after(last);
        number += lines;
        return line;
    }

    private int end(int from) {
        for (var i = from; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '\n' || character == '\r') return i;
        }
        return text.length();
    }

    /** Where the line begins that follows one which ends here. */
    private int after(int end) {
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** Whether a quote is open at the end of this line. */
    private boolean isOpen(int from, int end, boolean before) {
        var quoted = before;
        var begins = !before;
        for (var i = from; i < end; i++) {
            var character = text.charAt(i);
            if (quoted) {
                if (character != '"') continue;
                if (i + 1 < end && text.charAt(i + 1) == '"') i++;
                else quoted = false;
            } else {
                quoted = begins && character == '"';
                begins = character == ',';
            }
        }
        return quoted;
    }
}
