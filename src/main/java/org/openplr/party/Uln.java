package org.openplr.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Unique Learner Number: ten digits, the first 1–9, the last a check digit; one person's for life.
 *
 * <p>With r = (10·d1 + 9·d2 + … + 2·d9) mod 11, a number with r = 0 is never issued and otherwise d10 = 10 − r
 * (HESA C17051). 9999999999, the placeholder of provider returns, fails that test and is nobody's number: see
 * {@link #isPlaceholder(String)}.
 *
 * @param digits the ten digits
 */
public record Uln(String digits) {
    private static final String PLACEHOLDER = "9999999999";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]");

    public Uln {
        if (!isValid(digits)) throw new IllegalArgumentException("not a ULN");
    }

    /** A ULN from foreign text, spaces around and between allowed; empty if it is none. */
    public static Optional<Uln> parse(String text) {
        // Most come without blanks, and by the hundred thousand.
        var digits = isTenDigits(text) ? text : BLANKS.matcher(text).replaceAll("");
        return isValid(digits) ? Optional.of(new Uln(digits)) : Optional.empty();
    }

    /** Whether this is the "not known yet" number of provider returns. */
    public static boolean isPlaceholder(String text) {
        return PLACEHOLDER.equals(text.strip());
    }

    /** The ULN that begins with these nine digits; empty where no check digit makes one (r = 0). */
    public static Optional<Uln> fromFirstNine(String nine) {
        if (!nine.matches("[1-9][0-9]{8}")) throw new IllegalArgumentException("nine digits, the first not 0");
        var r = remainder(nine);
        return r == 0 ? Optional.empty() : Optional.of(new Uln(nine + (10 - r)));
    }

    private static boolean isValid(String digits) {
        if (!isTenDigits(digits)) return false;
        var r = remainder(digits);
        return r != 0 && digits.charAt(9) - '0' == 10 - r;
    }

    /** Ten of them, the first not 0. */
    private static boolean isTenDigits(String text) {
        if (text.length() != 10 || text.charAt(0) == '0') return false;
        for (var i = 0; i < 10; i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    private static int remainder(String digits) {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (10 - i) * (digits.charAt(i) - '0');
        return sum % 11;
    }

    /** All but the last three digits hidden: {@code •••••••686}. */
    public String masked() {
        return "•••••••" + digits.substring(7);
    }

    /** Masked, so that no log line ever has one whole. */
    @Override
    public String toString() {
        return "Uln[" + masked() + "]";
    }
}
