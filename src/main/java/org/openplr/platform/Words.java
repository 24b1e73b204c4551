package org.openplr.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words reduced to what two spellings of them have in common, for finding and comparing. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Lower case without accents and punctuation, single spaces between: {@code Tŷ-Coch, Ltd.} is {@code ty coch ltd}. */
    public static String key(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The key, cut to this many characters. */
    public static String key(String text, int length) {
        var key = key(text);
        return key.length() <= length ? key : key.substring(0, length).stripTrailing();
    }
}
