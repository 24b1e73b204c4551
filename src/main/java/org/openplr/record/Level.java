package org.openplr.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Levels of the qualification frameworks of England, Wales and Northern Ireland, lowest first. */
public enum Level {
    ENTRY("E"),
    ENTRY_1("E1"),
    ENTRY_2("E2"),
    ENTRY_3("E3"),
    ONE("1"),
    /** Level 1 or 2, by the grade: GCSE. */
    ONE_OR_TWO("1/2"),
    TWO("2"),
    THREE("3"),
    FOUR("4"),
    FIVE("5"),
    SIX("6"),
    SEVEN("7"),
    EIGHT("8");

    private static final Pattern SPELLING = Pattern.compile(
            "(ENTRY ?(?:LEVEL)?|LEVEL|FHEQ ?#?|E|L)? ?([1-8](?: ?/ ?2| AND 2)?)?", Pattern.CASE_INSENSITIVE);

    private final String code;

    Level(String code) {
        this.code = code;
    }

    /** The short spelling that interfaces use: {@code E}, {@code E1} … {@code 1}, {@code 1/2} … {@code 8}. */
    public String code() {
        return code;
    }

    /** Reads what sources write: {@code Level 3}, {@code Level 1/2}, {@code Entry Level}, {@code Entry 3}, {@code 3}, {@code FHEQ#6}. */
    public static Optional<Level> parse(String text) {
        var spelled = SPELLING.matcher(text.strip().replaceAll("\\s+", " "));
        if (!spelled.matches() || text.isBlank()) return Optional.empty();
        var word = spelled.group(1) == null ? "" : spelled.group(1).toUpperCase(Locale.ROOT);
        var number = spelled.group(2) == null ? "" : spelled.group(2).toUpperCase(Locale.ROOT);
        var wanted =
                (word.startsWith("E") ? "E" : "") + number.replace(" AND ", "/").replace(" ", "");
        return ofCode(wanted);
    }

    public static Optional<Level> ofCode(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }
}
