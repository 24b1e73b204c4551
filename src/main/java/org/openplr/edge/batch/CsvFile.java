package org.openplr.edge.batch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180) or one divided by tabs, read by the names of its columns, in whatever order and case, with
 * whatever others beside them.
 *
 * <p>A byte order mark, CRLF and line breaks inside quotes are read; what is not UTF-8 is read as Windows-1252. A row
 * that cannot be read becomes a {@link RowFault} and the rest goes in, even after a quote that is never closed.
 */
public final class CsvFile {
    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final CSVFormat format;
    private final String text;
    private final Map<String, Integer> places;
    private final int width;
    private final long firstLine;

    private CsvFile(CSVFormat format, String text, CSVRecord header, long firstLine) {
        this.format = format;
        this.text = text;
        this.width = header.size();
        this.firstLine = firstLine;
        this.places = new HashMap<>();
        for (var i = 0; i < width; i++) places.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UnreadableFile if it has none
     */
    public static CsvFile open(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            throw new UnreadableFile("there is no file " + file);
        } catch (IOException unreadable) {
            throw new UnreadableFile("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    /**
     * Reads the header of a file's bytes.
     *
     * @throws UnreadableFile if it has none
     */
    public static CsvFile of(byte[] bytes) {
        var text = FileText.of(bytes).text();
        var format = format(text);
        try (var parser = parser(format, text)) {
            for (var values : parser)
                if (!isBlank(values)) return new CsvFile(format, text, values, parser.getCurrentLineNumber() + 1);
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new UnreadableFile("the header cannot be read: a quote is out of place");
        }
        throw new UnreadableFile("the file is empty");
    }

    /** Whether there are columns of all these names. */
    public boolean has(String... columns) {
        return missing(columns).isEmpty();
    }

    /**
     * Insists on these columns.
     *
     * @throws UnreadableFile that names every one that is missing
     */
    public CsvFile requiring(String... columns) {
        var missing = missing(columns);
        if (!missing.isEmpty())
            throw new UnreadableFile((missing.size() == 1 ? "this column is missing: " : "these columns are missing: ")
                    + String.join(", ", missing));
        return this;
    }

    private Set<String> missing(String... columns) {
        return Arrays.stream(columns)
                .filter(column -> !places.containsKey(column.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Reads every row; what the function throws by {@link CsvRow#fault} or {@link CsvRow#read} is reported. */
    public <T> CsvRows<T> rows(Function<CsvRow, T> function) {
        var values = new ArrayList<T>();
        var lines = new ArrayList<Long>();
        var faults = new ArrayList<RowFault>();
        var warnings = new ArrayList<RowFault>();
        var read = eachRow(faults, row -> {
            values.add(function.apply(row));
            lines.add(row.line());
            warnings.addAll(row.warnings());
        });
        return new CsvRows<>(read, values, lines, faults, warnings);
    }

    private int eachRow(List<RowFault> faults, Consumer<CsvRow> take) {
        var read = 0;
        var line = firstLine;
        while (line > 0) {
            var before = line - 1;
            var rest = text.substring(startOf(line));
            line = 0;
            var begin = before + 1;
            try (var parser = parser(format, rest)) {
                for (var rows = parser.iterator(); rows.hasNext(); ) {
                    var values = rows.next();
                    if (!isBlank(values)) {
                        read++;
                        take(values, begin, faults, take);
                    }
                    begin = before + parser.getCurrentLineNumber() + 1;
                }
            } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
                read++;
                faults.add(new RowFault(begin, "", "a quote is out of place or never closed"));
                line = begin + 1;
            }
        }
        return read;
    }

    private void take(CSVRecord values, long line, List<RowFault> faults, Consumer<CsvRow> take) {
        if (values.size() != width) {
            faults.add(new RowFault(line, "", "has " + values.size() + " values, the header has " + width));
            return;
        }
        try {
            take.accept(new CsvRow(places, values, line));
        } catch (CsvRow.Unreadable unreadable) {
            faults.add(unreadable.fault());
        }
    }

    /** Where this line begins in the text, its end where there are fewer lines. */
    private int startOf(long line) {
        var at = 0;
        for (var passed = 1; passed < line && at < text.length(); at++) {
            var character = text.charAt(at);
            var pair = character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (character == '\n' || (character == '\r' && !pair)) passed++;
        }
        return at;
    }

    private static boolean isBlank(CSVRecord values) {
        return values.size() == 1 && values.get(0).isBlank();
    }

    /** Columns are divided by tabs where the first line that says anything has one, and no comma before it. */
    private static CSVFormat format(String text) {
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var tab = header.indexOf('\t');
        var comma = header.indexOf(',');
        return tab >= 0 && (comma < 0 || tab < comma)
                ? CSVFormat.RFC4180
                        .builder()
                        .setDelimiter('\t')
                        .setIgnoreEmptyLines(false)
                        .get()
                : RFC_4180;
    }

    private static CSVParser parser(CSVFormat format, String text) throws IOException {
        return CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get();
    }
}
