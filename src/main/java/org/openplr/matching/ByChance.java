package org.openplr.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates how probable each agreement is among people who have nothing to do with each other, from people drawn at random
 * and put beside each other: hardly two of them are one person or of one household.
 *
 * <p>Levels by frequency stay as the table has them: an exact one is the frequency itself, which is counted, and how many values
 * are near to one that was mistyped a register does not tell, for what stands in it is mostly right. So does what is told
 * nothing of ({@code DIFFERENT}), and what is seen too seldom to say anything.
 */
public final class ByChance {
    private static final int TOO_SELDOM = 20;

    private final Weights weights;
    private final Map<Field, Map<Agreement, Integer>> seen = new EnumMap<>(Field.class);
    private final Map<Field, Integer> pairs = new EnumMap<>(Field.class);

    /** Of the table to begin with. */
    public ByChance(Weights weights) {
        this.weights = weights;
    }

    /** Notes how somebody compares with others who were drawn. */
    public void note(List<Match> others) {
        for (var match : others)
            for (var one : match.agreements()) {
                if (one.agreement() == Agreement.NOT_COMPARED) continue;
                seen.computeIfAbsent(one.field(), _ -> new EnumMap<>(Agreement.class))
                        .merge(one.agreement(), 1, Integer::sum);
                pairs.merge(one.field(), 1, Integer::sum);
            }
    }

    /** What the table is to say of it, as it stands there before where nothing was learnt. */
    String other(Field field, Agreement agreement, String before) {
        var level = weights.level(field, agreement);
        var count = seen.getOrDefault(field, Map.of()).getOrDefault(agreement, 0);
        if (count < TOO_SELDOM || level.byFrequency() || level.other() == 1) return before;
        return String.format(Locale.ROOT, "%.6f", (double) count / pairs.getOrDefault(field, 1));
    }
}
