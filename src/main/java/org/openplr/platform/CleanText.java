package org.openplr.platform;

/** Text from outside as it may be kept: without control characters but tab and line breaks, without half a surrogate pair. */
public final class CleanText {
    private CleanText() {}

    /** Whether it has none of what no text may have. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(CleanText::forbidden);
    }

    /** The text without what no text may have. */
    public static String of(String text) {
        return text.codePoints()
                .filter(one -> !forbidden(one))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean forbidden(int c) {
        if (c == '\t' || c == '\n' || c == '\r') return false;
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
