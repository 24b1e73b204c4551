package org.openplr.qualification;

import java.util.Locale;
import java.util.regex.Pattern;

/** A level's words as a short code, so that {@code Level 3}, {@code level 3} and {@code 3} find the same. */
final class LevelCode {
    private static final Pattern NUMBERS = Pattern.compile("[^0-9/,]");

    private LevelCode() {}

    /** {@code 3}, {@code 1/2}, {@code E} for entry level, {@code E3} or {@code E1,2} where the sub level is known. */
    static String of(String level, String subLevel) {
        var entry = level.strip().toUpperCase(Locale.ROOT).startsWith("E");
        var numbers = numbers(entry && numbers(level).isEmpty() ? subLevel : level);
        var code = (entry ? "E" : "") + numbers;
        return code.length() <= 10 ? code : code.substring(0, 10);
    }

    /** The pattern for {@code like} that finds what someone typed; everything where nothing was. */
    static String pattern(String typed) {
        if (typed.isBlank()) return "%";
        var code = of(typed, "");
        if (code.isEmpty()) return "-";
        return code.equals("E") ? "E%" : code;
    }

    private static String numbers(String text) {
        return NUMBERS.matcher(text).replaceAll("");
    }
}
