package org.openplr.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The table of {@code weights.csv}: how probable each agreement is under each of four suppositions, what is probable before
 * anything is compared, and from which probability on a find is exact, probable or possible.
 */
public final class Weights {
    /**
     * A row of the table.
     *
     * @param other the probability among people who have nothing to do with each other, times the frequency of the value
     *     asked for where {@code byFrequency}
     */
    record Level(double same, double twin, double household, double other, boolean byFrequency) {}

    private final Map<Field, Map<Agreement, Level>> levels = new EnumMap<>(Field.class);
    private final Map<String, Double> thresholds = new HashMap<>();
    private final List<String> lines;
    private Level prior = new Level(0, 0, 0, 1, false);

    /** A table as a file has it. */
    public Weights(List<String> lines) {
        this.lines = List.copyOf(lines);
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("field,")) continue;
            var cells = line.split(",", 7);
            switch (cells[0]) {
                case "THRESHOLD" -> thresholds.put(cells[1], Double.valueOf(cells[2]));
                case "PRIOR" -> prior = level(cells);
                default ->
                    levels.computeIfAbsent(Field.valueOf(cells[0]), _ -> new EnumMap<>(Agreement.class))
                            .put(Agreement.valueOf(cells[1]), level(cells));
            }
        }
    }

    /** The table that comes with the house. */
    public static Weights ours() {
        return new Weights(Nicknames.lines("/matching/weights.csv"));
    }

    /** A table of one's own, in the same form. */
    public static Weights read(Path file) throws IOException {
        return new Weights(Files.readAllLines(file));
    }

    private static Level level(String[] cells) {
        var byFrequency = cells[5].endsWith("tf");
        return new Level(
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(byFrequency ? cells[5].substring(0, cells[5].length() - 2) : cells[5]),
                byFrequency);
    }

    /** The same where so many of the register are somebody who is looked for, before anything is compared. */
    Weights expecting(double same) {
        return new Weights(lines.stream()
                .map(line -> {
                    var cells = line.split(",", 7);
                    if (!cells[0].equals("PRIOR")) return line;
                    cells[2] = Double.toString(same);
                    return String.join(",", cells);
                })
                .toList());
    }

    /** The table as it was read. */
    List<String> lines() {
        return lines;
    }

    Level level(Field field, Agreement agreement) {
        var of = Objects.requireNonNull(levels.get(field), field::name);
        return Objects.requireNonNull(of.get(agreement), () -> field + " " + agreement);
    }

    Level prior() {
        return prior;
    }

    /** From this probability on a find may be exact. */
    public double exact() {
        return threshold("EXACT");
    }

    /** From this probability on the first candidate is rather meant than not. */
    public double probable() {
        return threshold("PROBABLE");
    }

    /** From this probability on a candidate is shown at all. */
    public double possible() {
        return threshold("POSSIBLE");
    }

    private double threshold(String name) {
        return Objects.requireNonNull(thresholds.get(name), name);
    }
}
