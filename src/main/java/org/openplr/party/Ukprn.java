package org.openplr.party;

import java.util.Optional;

/**
 * A UK Provider Reference Number: eight digits, the first 1 (UKRLP). Being registered is no mark of quality.
 *
 * @param digits the eight digits
 */
public record Ukprn(String digits) {
    public Ukprn {
        if (!digits.matches("1[0-9]{7}")) throw new IllegalArgumentException("not a UKPRN");
    }

    /** A UKPRN from foreign text; empty if it is none. */
    public static Optional<Ukprn> parse(String text) {
        var digits = text.strip();
        return digits.matches("1[0-9]{7}") ? Optional.of(new Ukprn(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
