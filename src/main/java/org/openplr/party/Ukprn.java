package org.openplr.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A UK Provider Reference Number: eight digits, the first 1 (UKRLP). Being registered is no mark of quality.
 *
 * @param digits the eight digits
 */
public record Ukprn(String digits) {
    private static final Pattern EIGHT_DIGITS = Pattern.compile("1[0-9]{7}");

    public Ukprn {
        if (!EIGHT_DIGITS.matcher(digits).matches()) throw new IllegalArgumentException("not a UKPRN");
    }

    /** A UKPRN from foreign text; empty if it is none. */
    public static Optional<Ukprn> parse(String text) {
        var digits = text.strip();
        return EIGHT_DIGITS.matcher(digits).matches() ? Optional.of(new Ukprn(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
