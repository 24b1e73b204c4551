package org.openplr.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Something that is measured: one request, or some that belong together and are sent one after the other.
 *
 * @param letter by which it is chosen, and others are compared with it
 * @param against the letter of the one it is compared with; empty for none
 * @param unit the requests of the n-th time
 */
record Measured(String letter, String name, String against, IntFunction<List<byte[]>> unit) {
    /** One request after the other in turn, round and round. */
    static Measured inTurn(String letter, String name, String against, List<byte[]> requests) {
        return new Measured(letter, name, against, i -> List.of(requests.get(i % requests.size())));
    }
}
