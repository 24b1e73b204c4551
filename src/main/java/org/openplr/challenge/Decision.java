package org.openplr.challenge;

import java.util.Map;

/**
 * What was decided.
 *
 * @param step to uphold, to uphold partly or to reject
 * @param words why; needed unless it is upheld
 * @param correction what it is to say, as the one who decides confirms it; where nothing is said and it is upheld, what was
 *     supplied
 */
public record Decision(Step step, String words, Map<Field, String> correction) {
    public Decision {
        if (!step.isDecision()) throw new IllegalArgumentException("no decision: " + step);
        correction = Map.copyOf(correction);
    }

    @Override
    public String toString() {
        return "Decision[" + step + "]";
    }
}
