package org.openplr.qualification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Qualification Accreditation Number: seven digits and a check character, written {@code 500/7911/6} or
 * {@code 50079116}.
 *
 * <p>With S = 8·d1 + 7·d2 + 6·d3 + 5·d4 + 4·d5 + 3·d6 + 2·d7 the check character is S mod 11, X for 10. Some real
 * numbers, early ones of the block 610 among them, do not keep to it: so it warns and never rejects.
 *
 * @param canonical without slashes, the check character in upper case: {@code 1000323X}
 */
public record Qan(String canonical) {
    private static final Pattern SLASHED = Pattern.compile("[0-9]{3}/[0-9]{4}/[0-9X]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    public Qan {
        if (!isQan(canonical)) throw new IllegalArgumentException("not a qualification number");
    }

    /** A number from foreign text, with or without slashes, spaces and lower-case x allowed; empty if it is none. */
    public static Optional<Qan> parse(String text) {
        // Most come as they are kept, and every award is read for its number.
        if (isQan(text)) return Optional.of(new Qan(text));
        var plain = SPACE.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (SLASHED.matcher(plain).matches()) return Optional.of(new Qan(plain.replace("/", "")));
        return isQan(plain) ? Optional.of(new Qan(plain)) : Optional.empty();
    }

    private static boolean isQan(String text) {
        if (text.length() != 8) return false;
        for (var i = 0; i < 7; i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        var check = text.charAt(7);
        return check == 'X' || (check >= '0' && check <= '9');
    }

    /** As certificates print it: {@code 500/7911/6}. */
    public String slashed() {
        return canonical.substring(0, 3) + "/" + canonical.substring(3, 7) + "/" + canonical.substring(7);
    }

    /** Whether the last character is the one that the first seven digits ask for. */
    public boolean checkDigitHolds() {
        var sum = 0;
        for (var i = 0; i < 7; i++) sum += (8 - i) * (canonical.charAt(i) - '0');
        var check = sum % 11;
        return canonical.charAt(7) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    @Override
    public String toString() {
        return canonical;
    }
}
