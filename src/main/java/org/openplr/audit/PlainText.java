package org.openplr.audit;

/** What people typed, made fit for both databases and for hashing: one line, whole characters, of bounded length. */
final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** The text with control characters as spaces, broken surrogates replaced, cut to so many UTF-16 units. */
    static String of(String text, int longest) {
        if (text.length() <= longest && text.chars().allMatch(PlainText::isPlain)) return text;
        var plain = new StringBuilder();
        for (var character : text.codePoints().toArray()) {
            var one = Character.toString(fit(character));
            if (plain.length() + one.length() > longest) break;
            plain.append(one);
        }
        return plain.toString();
    }

    private static boolean isPlain(int unit) {
        return !Character.isISOControl(unit) && !Character.isSurrogate((char) unit);
    }

    private static int fit(int codePoint) {
        if (Character.isISOControl(codePoint)) return ' ';
        var broken = codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
        return broken ? REPLACEMENT : codePoint;
    }
}
