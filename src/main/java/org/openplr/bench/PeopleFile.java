package org.openplr.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.Person;

/**
 * People of a file that others made: columns in any order and under any usual name, whatever others beside them, separated
 * by comma, semicolon or tab, in UTF-8 or Windows-1252, line by line, so that its size does not matter. A line that cannot
 * be read is told, and the rest goes on.
 */
final class PeopleFile {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "id", List.of("id", "recid", "recordid", "uniqueid", "personid", "uln"),
            "given", List.of("givenname", "firstname", "forename", "given", "forenames"),
            "family", List.of("familyname", "surname", "lastname", "family"),
            "born", List.of("dateofbirth", "dob", "birthdate", "birthday"),
            "gender", List.of("gender", "sex"),
            "postcode", List.of("postcode", "postalcode", "zip", "zipcode", "lastknownpostcode"),
            "previous", List.of("previousfamilyname", "maidenname", "previoussurname"),
            "expected", List.of("expectedid", "expected", "trueid"));

    /** Read lines to be told apart from the faults, of which the first are shown. */
    private static final int SHOWN = 20;

    private final Path file;
    private final Consumer<String> tell;
    private Map<String, Integer> places = Map.of();
    private char separator = ',';
    private final List<String> needed = new ArrayList<>(List.of("id", "given", "family"));
    private int faults;

    PeopleFile(Path file, Consumer<String> tell) {
        this.file = file;
        this.tell = tell;
    }

    /**
     * A line.
     *
     * @param number where it stands in the file, from 1
     * @param id whose it is
     * @param expected who is meant, empty for nobody
     * @param person what it says of them
     */
    record Line(long number, String id, String expected, Person person) {}

    @FunctionalInterface
    interface Taking {
        void take(Line line);
    }

    /** Insists on the column that says who is meant. */
    PeopleFile expecting() {
        needed.add("expected");
        return this;
    }

    /**
     * Reads every line.
     *
     * @return how many could not be read
     */
    int read(Taking taking) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var number = 0L;
            for (var text = line(in); text != null; text = line(in)) {
                number++;
                if (text.isBlank()) continue;
                if (places.isEmpty()) header(text);
                else take(text, number, taking);
            }
        }
        if (places.isEmpty()) throw new IllegalStateException(file + " has no header");
        if (faults > SHOWN) tell.accept("… and " + (faults - SHOWN) + " more in " + file.getFileName());
        return faults;
    }

    private void take(String text, long number, Taking taking) {
        var cells = cells(text, separator);
        if (cells.isEmpty()) {
            fault(number, "a quote is never closed");
            return;
        }
        var unread = new ArrayList<String>();
        var person = Person.of(
                cut(cell(cells, "given"), 35),
                cut(cell(cells, "family"), 35),
                ForeignText.date(cell(cells, "born"), unread::add),
                ForeignText.gender(cell(cells, "gender")),
                cut(cell(cells, "postcode"), 9));
        for (var one : unread) fault(number, "no date: " + one + "; taken without it");
        taking.take(new Line(
                number, cell(cells, "id"), cell(cells, "expected"), person.before(cut(cell(cells, "previous"), 35))));
    }

    private void fault(long number, String what) {
        if (++faults <= SHOWN) tell.accept(file.getFileName() + ", line " + number + ": " + what);
    }

    private void header(String text) {
        for (var one : List.of(';', '\t')) if (count(text, one) > count(text, separator)) separator = one;
        var found = new HashMap<String, Integer>();
        var cells = cells(text, separator);
        for (var i = 0; i < cells.size(); i++) {
            var name = cells.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            for (var column : COLUMNS.entrySet())
                if (column.getValue().contains(name)) found.putIfAbsent(column.getKey(), i);
        }
        for (var column : needed)
            if (!found.containsKey(column))
                throw new IllegalStateException(file + " has no column " + COLUMNS.get(column));
        places = Map.copyOf(found);
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    private String cell(List<String> cells, String column) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The cells of a line; none where a quote is never closed. */
    static List<String> cells(String text, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (quoted && letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"' && (quoted || cell.toString().isBlank())) quoted = !quoted;
            else if (letter == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(letter);
        }
        cells.add(cell.toString());
        return quoted ? List.of() : cells;
    }

    /** The next line without its end; null after the last. */
    private static @Nullable String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        var next = in.read();
        if (next < 0) return null;
        for (; next >= 0 && next != '\n'; next = in.read()) if (next != '\r') bytes.write(next);
        var text = decoded(bytes.toByteArray());
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
