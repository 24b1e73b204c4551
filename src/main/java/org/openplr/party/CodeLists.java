package org.openplr.party;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The common data definitions: every code list that messages, files and pages speak, as data in {@code code-lists/}. Whoever
 * knows better than we do changes it there, with a new version.
 */
public final class CodeLists {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<CodeList> ALL = read();

    private CodeLists() {}

    /** All of them, in the order in which people read them. */
    public static List<CodeList> all() {
        return List.copyOf(ALL);
    }

    /** The list of this name. */
    public static Optional<CodeList> find(String name) {
        return ALL.stream().filter(list -> list.name().equals(name)).findFirst();
    }

    private static List<CodeList> read() {
        var codes = rows("codes.csv");
        return rows("lists.csv").stream()
                .map(row -> new CodeList(
                        row.get("list"),
                        LocalDate.parse(row.get("version")),
                        label(row),
                        row.get("source"),
                        row.get("confirmed").equals("yes"),
                        codes.stream()
                                .filter(code -> code.get("list").equals(row.get("list")))
                                .map(code -> new CodeList.Code(
                                        code.get("code"), code.get("name"), label(code), code.get("note")))
                                .toList()))
                .toList();
    }

    private static CodeList.Label label(CSVRecord row) {
        return new CodeList.Label(row.get("english"), row.get("welsh"));
    }

    private static List<CSVRecord> rows(String file) {
        var place = "/code-lists/" + file;
        try (var in = Objects.requireNonNull(CodeLists.class.getResourceAsStream(place), place);
                var text = new InputStreamReader(in, StandardCharsets.UTF_8);
                var rows = FORMAT.parse(text)) {
            return rows.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(place, unreadable);
        }
    }
}
