package org.openplr.edge.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.record.ReportedEvent;

/**
 * A file of a return, in the columns of {@link EventImport}, in UTF-8. It is read from the disk row by row, as often as is
 * wanted, so that its size does not matter. Whoever returns somebody without a number writes 9999999999, which is nobody's: such
 * rows are passed over, and counted.
 */
final class ReturnFile implements Iterable<ReportedEvent> {
    private static final CSVFormat FORM =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final List<String> NEEDED = List.of("ULN", "Source", "SourceReference", "Subject", "DateLoaded");
    private static final int SHOWN = 100;

    private final Path file;

    ReturnFile(Path file) {
        this.file = file;
    }

    /**
     * What there is to say before anything of it is loaded.
     *
     * @param rows with those of nobody
     * @param nobodys rows of 9999999999
     * @param faults the first hundred
     */
    record Looked(int rows, int nobodys, List<RowFault> faults) {}

    /** Reads all of it. */
    Looked look() {
        var faults = new ArrayList<RowFault>();
        var seen = new SeenReferences();
        var rows = new int[2];
        try (var reading = new Reading()) {
            while (reading.hasNext()) {
                rows[0]++;
                var row = reading.nextRow();
                if (isNobodys(row)) rows[1]++;
                else look(row, seen, faults);
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            faults.add(new RowFault(
                    rows[0] + 1L, "", "cannot be read: it is not CSV in UTF-8 with as many values as the header has"));
        }
        return new Looked(rows[0], rows[1], faults);
    }

    private static void look(CsvRow row, SeenReferences seen, List<RowFault> faults) {
        if (faults.size() >= SHOWN) return;
        try {
            var event = EventImport.event(row);
            var before = seen.before(event.sourceReference(), (int) row.line());
            if (before > 0) throw row.fault("SourceReference", "stands in line " + before + " already");
        } catch (CsvRow.Unreadable unreadable) {
            faults.add(unreadable.fault());
        }
    }

    private static boolean isNobodys(CsvRow row) {
        return Uln.isPlaceholder(row.text("ULN"));
    }

    /** The lines in which the events of these places stand, each counted from 0. */
    Map<Integer, Long> lines(Predicate<Integer> wanted) {
        var lines = new HashMap<Integer, Long>();
        try (var reading = new Reading()) {
            for (var place = 0; reading.hasNext(); ) {
                var row = reading.nextRow();
                if (isNobodys(row)) continue;
                if (wanted.test(place)) lines.put(place, row.line());
                place++;
            }
        }
        return lines;
    }

    @Override
    public Iterator<ReportedEvent> iterator() {
        return new Events(new Reading());
    }

    /** Its events; of nobody there is none. */
    private static final class Events implements Iterator<ReportedEvent> {
        private final Reading reading;
        private final List<CsvRow> next = new ArrayList<>(1);

        Events(Reading reading) {
            this.reading = reading;
            forward();
        }

        private void forward() {
            next.clear();
            while (next.isEmpty() && reading.hasNext()) {
                var row = reading.nextRow();
                if (!isNobodys(row)) next.add(row);
            }
            if (next.isEmpty()) reading.close();
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public ReportedEvent next() {
            var event = EventImport.event(next.getFirst());
            forward();
            return event;
        }
    }

    /** Its rows beneath the header. */
    private final class Reading implements AutoCloseable {
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final Map<String, Integer> places = new HashMap<>();
        private final int width;
        private @Nullable CSVRecord next;
        private long line;

        Reading() {
            try {
                parser = CSVParser.builder()
                        .setReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))
                        .setFormat(FORM)
                        .get();
                records = parser.iterator();
                forward();
                var header = next == null ? List.<String>of() : next.toList();
                width = header.size();
                for (var i = 0; i < width; i++)
                    places.putIfAbsent(
                            header.get(i).replace("\ufeff", "").strip().toLowerCase(Locale.ROOT), i);
                for (var needed : NEEDED)
                    if (!places.containsKey(needed.toLowerCase(Locale.ROOT)))
                        throw new UnreadableFile("this column is missing: " + needed);
                forward();
            } catch (IOException unreadable) {
                throw new UnreadableFile("cannot read " + file.getFileName());
            }
        }

        /** To the next record that says something. */
        private void forward() {
            next = null;
            while (next == null) {
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) return;
                var one = records.next();
                if (one.size() > 1 || !one.get(0).isBlank()) next = one;
            }
        }

        boolean hasNext() {
            return next != null;
        }

        CsvRow nextRow() {
            var values = next;
            if (values == null) throw new NoSuchElementException();
            if (values.size() != width) throw new IllegalStateException("a row is longer or shorter than the header");
            var row = new CsvRow(places, values, line);
            forward();
            return row;
        }

        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
