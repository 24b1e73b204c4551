package org.openplr.qualification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names an award: the number of a qualification ({@code 500/7911/6}), of a unit ({@code K/501/5773}), or a university's
 * own reference of a programme. Spaces, slashes and the case of letters do not count.
 *
 * @param canonical letters, digits, hyphens, dots and underscores: {@code 50079116}, {@code K5015773}
 */
public record AwardReference(String canonical) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{2,19}");
    private static final Pattern NOT_COUNTED = Pattern.compile("[\\s\\u00a0/]+");
    private static final Pattern UNIT = Pattern.compile("[A-Z][0-9]{7}");

    public AwardReference {
        if (!SHAPE.matcher(canonical).matches()) throw new IllegalArgumentException("not a reference");
    }

    /** A reference from foreign text; empty where it can be none, as with every sign that could stand for others. */
    public static Optional<AwardReference> parse(String text) {
        var plain = NOT_COUNTED.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new AwardReference(plain)) : Optional.empty();
    }

    /** As it is printed: {@code 500/7911/6}, {@code K/501/5773}. */
    public String text() {
        if (UNIT.matcher(canonical).matches())
            return canonical.charAt(0) + "/" + canonical.substring(1, 4) + "/" + canonical.substring(4);
        return Qan.parse(canonical).map(Qan::slashed).orElse(canonical);
    }

    @Override
    public String toString() {
        return canonical;
    }
}
