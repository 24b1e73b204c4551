package org.openplr.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates how probable each agreement is where both are the same person, from finds whose answer nobody knows
 * (expectation and maximisation): each candidate counts as much as it is probable, and again with what came of it.
 */
public final class Estimating {
    /** So many agreements as the table has are taken as seen before, so that a rare level never becomes impossible. */
    private static final double SEEN_BEFORE = 200;

    private final Weights weights;
    private final Map<Field, Map<Agreement, Double>> seen = new EnumMap<>(Field.class);
    private final Map<Field, Double> sums = new EnumMap<>(Field.class);

    /** Of the table to begin with, whichever one the matches were weighed by. */
    public Estimating(Weights weights) {
        this.weights = weights;
    }

    /** Notes what came of one find. */
    public void note(List<Match> matches) {
        for (var match : matches)
            for (var one : match.agreements()) {
                if (one.agreement() == Agreement.NOT_COMPARED) continue;
                seen.computeIfAbsent(one.field(), _ -> new EnumMap<>(Agreement.class))
                        .merge(one.agreement(), match.probability(), Double::sum);
                sums.merge(one.field(), match.probability(), Double::sum);
            }
    }

    /** The table with the estimates in it, as a file has it. */
    public List<String> table() {
        var lines = new ArrayList<String>();
        for (var line : weights.lines()) {
            var cells = line.split(",", 7);
            if (line.startsWith("#") || cells.length < 7 || !isField(cells[0])) {
                lines.add(line);
                continue;
            }
            var field = Field.valueOf(cells[0]);
            var agreement = Agreement.valueOf(cells[1]);
            cells[2] = String.format(Locale.ROOT, "%.6f", estimate(field, agreement));
            cells[6] = "match-learn; before: " + line.split(",", 4)[2];
            lines.add(String.join(",", cells));
        }
        return lines;
    }

    private double estimate(Field field, Agreement agreement) {
        var before = weights.level(field, agreement).same();
        var of = seen.getOrDefault(field, Map.of());
        return (of.getOrDefault(agreement, 0.0) + SEEN_BEFORE * before) / (sums.getOrDefault(field, 0.0) + SEEN_BEFORE);
    }

    private static boolean isField(String name) {
        for (var field : Field.values()) if (field.name().equals(name)) return true;
        return false;
    }
}
