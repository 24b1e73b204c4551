package org.openplr.qualification;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a sector subject area: {@code 14} of tier 1, {@code 14.1} of tier 2.
 *
 * <p>LARS writes {@code 14.10} and {@code 14.00}, Ofqual {@code 14.1} and {@code 02.1}; all are read.
 *
 * @param text without leading and trailing zeros
 */
public record AreaCode(String text) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,2}(\\.[0-9]0?)?");

    /** A code from foreign text; empty if it is none, LARS's -1.00 and -2.00 (unknown, not applicable) included. */
    public static Optional<AreaCode> parse(String text) {
        var plain = text.strip();
        if (!WRITTEN.matcher(plain).matches()) return Optional.empty();
        var code = new BigDecimal(plain);
        if (code.intValue() < 1 || code.intValue() > 15) return Optional.empty();
        return Optional.of(new AreaCode(code.stripTrailingZeros().toPlainString()));
    }

    public int tier() {
        return text.contains(".") ? 2 : 1;
    }

    /** The code of tier 1; of one of tier 1 itself. */
    public String broad() {
        return tier() == 1 ? text : text.substring(0, text.indexOf('.'));
    }

    @Override
    public String toString() {
        return text;
    }
}
