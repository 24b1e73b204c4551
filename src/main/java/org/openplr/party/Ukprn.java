package org.openplr.party;

import java.util.Optional;

/**
 * A UK Provider Reference Number: eight digits, the first 1 (UKRLP). Being registered is no mark of quality.
 *
 * @param digits the eight digits
 */
public record Ukprn(String digits) {
    public Ukprn {
        if (!isEightDigits(digits)) throw new IllegalArgumentException("not a UKPRN");
    }

    /** A UKPRN from foreign text; empty if it is none. */
    public static Optional<Ukprn> parse(String text) {
        var digits = text.strip();
        return isEightDigits(digits) ? Optional.of(new Ukprn(digits)) : Optional.empty();
    }

    private static boolean isEightDigits(String text) {
        return text.length() == 8 && text.charAt(0) == '1' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return digits;
    }
}
