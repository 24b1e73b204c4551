package org.openplr.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Estimates how probable each agreement is where both are the same person, from finds whose answer nobody knows
 * (expectation and maximisation): each candidate counts as much as it is probable, and again with what came of it. Twins and
 * households, what is probable before anything is compared, and the thresholds stay as they were set by hand.
 */
public final class Estimating {
    /** So many agreements as the table has are taken as seen before, so that a rare level never becomes impossible. */
    private static final double SEEN_BEFORE = 200;

    private static final int ROUNDS = 5;

    /** How many numbers more than one a learner of a register has, to begin with: our own judgement. */
    private static final double DUPLICATES = 0.01;

    private final Weights weights;
    private final ByChance chance;
    private final Map<Field, Map<Agreement, Double>> seen = new EnumMap<>(Field.class);
    private final Map<Field, Double> sums = new EnumMap<>(Field.class);
    private int finds;
    private double found;

    /** Of the table to begin with, whichever one the matches were weighed by, and what is so by chance. */
    Estimating(Weights weights, ByChance chance) {
        this.weights = weights;
        this.chance = chance;
    }

    /** Finds that can be made again, by other weights. */
    @FunctionalInterface
    public interface Finds {
        /** Makes all of them, and tells of each whoever shares a key. */
        void make(Weights weights, Consumer<List<Match>> told);
    }

    /** The table as a file has it, estimated from what was asked. */
    public static List<String> fromQueries(Weights first, Finds finds) {
        var lines = first.lines();
        for (var round = 0; round < ROUNDS; round++) {
            var estimating = new Estimating(first, new ByChance(first));
            finds.make(new Weights(lines), estimating::note);
            lines = estimating.table();
        }
        return lines;
    }

    /**
     * The table as a file has it, estimated from a register alone: of people who have two numbers, which fields agree where
     * both are the same person; and of people drawn at random, which do by chance. How many have two is estimated on the way.
     *
     * @param finds of people of the register, of which each tells of everybody but whom it is for
     */
    public static List<String> fromRegister(Weights first, ByChance chance, Finds finds) {
        var weights = first.expecting(DUPLICATES);
        var lines = first.lines();
        for (var round = 0; round < ROUNDS; round++) {
            var estimating = new Estimating(first, chance);
            finds.make(weights, estimating::note);
            lines = estimating.table();
            weights = new Weights(lines).expecting(estimating.duplicates());
        }
        return lines;
    }

    private double duplicates() {
        return Math.max(found / Math.max(finds, 1), DUPLICATES / 100);
    }

    /** Notes what came of one find. */
    void note(List<Match> matches) {
        finds++;
        for (var match : matches) found += match.probability();
        for (var match : matches)
            for (var one : match.agreements()) {
                if (one.agreement() == Agreement.NOT_COMPARED) continue;
                seen.computeIfAbsent(one.field(), _ -> new EnumMap<>(Agreement.class))
                        .merge(one.agreement(), match.probability(), Double::sum);
                sums.merge(one.field(), match.probability(), Double::sum);
            }
    }

    /** The table with the estimates in it, as a file has it. */
    List<String> table() {
        var lines = new ArrayList<String>();
        for (var line : weights.lines()) {
            var cells = line.split(",", 7);
            if (line.startsWith("#") || cells.length < 7 || !isField(cells[0])) {
                lines.add(line);
                continue;
            }
            var field = Field.valueOf(cells[0]);
            var agreement = Agreement.valueOf(cells[1]);
            cells[6] = "match-learn; before: " + cells[2] + " and " + cells[5];
            cells[2] = String.format(Locale.ROOT, "%.6f", estimate(field, agreement));
            cells[5] = chance.other(field, agreement, cells[5]);
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
