package org.openplr.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates how probable each agreement is among people who have nothing to do with each other, from people drawn at random
 * and put beside each other: hardly two of them are one person or of one household. A level by frequency is estimated as how
 * many values are as near. What is seen too seldom to say anything, what is told nothing of ({@code DIFFERENT}), and agreement
 * in a part of a name, whose frequency is another one, stay as the table has them.
 */
public final class ByChance {
    private static final int TOO_SELDOM = 20;

    private final Weights weights;
    private final Matcher matcher;
    private final Map<Field, Map<Agreement, Integer>> seen = new EnumMap<>(Field.class);
    private final Map<Field, Integer> pairs = new EnumMap<>(Field.class);
    private final Map<Field, Double> frequencies = new EnumMap<>(Field.class);

    /** Of the table to begin with. */
    public ByChance(Weights weights) {
        this.weights = weights;
        this.matcher = new Matcher(weights);
    }

    /** Notes how somebody compares with others who were drawn. */
    public void note(Person one, List<Person> others, Frequencies known) {
        for (var pair : matcher.compared(one, others, known))
            for (var field : pair) {
                if (field.agreement() == Agreement.NOT_COMPARED || field.agreement() == Agreement.PART) continue;
                seen.computeIfAbsent(field.field(), _ -> new EnumMap<>(Agreement.class))
                        .merge(field.agreement(), 1, Integer::sum);
                pairs.merge(field.field(), 1, Integer::sum);
                frequencies.merge(field.field(), field.frequency(), Double::sum);
            }
    }

    /** What the table is to say of it, as it stands there before where nothing was learnt. */
    String other(Field field, Agreement agreement, String before) {
        var level = weights.level(field, agreement);
        var count = seen.getOrDefault(field, Map.of()).getOrDefault(agreement, 0);
        if (count < TOO_SELDOM || (level.other() == 1 && !level.byFrequency())) return before;
        return level.byFrequency()
                ? String.format(Locale.ROOT, "%.4ftf", count / frequencies.getOrDefault(field, 1.0))
                : String.format(Locale.ROOT, "%.6f", (double) count / pairs.getOrDefault(field, 1));
    }
}
