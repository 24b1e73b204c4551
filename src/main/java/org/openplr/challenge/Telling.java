package org.openplr.challenge;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of a challenge before it is raised.
 *
 * @param supplied what it should say
 * @param elsewhereOn the day on which somebody else waits for it; null for none
 */
public record Telling(
        Map<Field, String> supplied,
        String explanation,
        @Nullable LocalDate elsewhereOn,
        String elsewhere) {
    public Telling {
        supplied = Map.copyOf(supplied);
    }

    @Override
    public String toString() {
        return "Telling[…]";
    }
}
