package org.openplr.edge.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;

/**
 * A page of a list.
 *
 * @param next the {@code cursor} of the next page, left out after the last
 */
public record PageJson<T>(List<T> items, @Nullable String next) {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    public PageJson {
        items = List.copyOf(items);
    }

    /**
     * How many items are asked for, 1 to 100; 20 where nothing is said.
     *
     * @throws Mistake UNPROCESSABLE for anything else
     */
    static int limit(String asked) {
        if (asked.isEmpty()) return USUAL;
        if (!asked.matches("[0-9]{1,3}")) throw Mistake.unprocessable(Mistake.Fault.at("limit", "unreadable"));
        var limit = Integer.parseInt(asked);
        if (limit < 1 || limit > MOST) throw Mistake.unprocessable(Mistake.Fault.at("limit", "unknown-value"));
        return limit;
    }
}
