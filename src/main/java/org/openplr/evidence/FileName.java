package org.openplr.evidence;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name that somebody's file had, as it may be shown and written: never a path, never anything that cannot be seen. */
final class FileName {
    static final int LONGEST = 100;

    private static final Pattern FOLDERS = Pattern.compile("(?s).*[/\\\\]");

    /** Control characters and those that turn or hide text (Cf: bidi overrides among them), halves of characters, unknown ones. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    /** What means something to a shell, a file system or a header. */
    private static final Pattern SIGNS = Pattern.compile("[\"<>|:*?;%$`]");

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}]+");
    private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");

    private FileName() {}

    static String clean(String name, FileKind kind) {
        var last =
                FOLDERS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        var seen = SIGNS.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("_");
        var text = EDGES.matcher(BLANKS.matcher(seen).replaceAll(" ")).replaceAll("");
        var end = text.lastIndexOf('.');
        var stem = end > 0 && text.length() - end <= 5 ? text.substring(0, end) : text;
        var ending = text.substring(stem.length());
        return kind.named(cut(stem.isEmpty() ? "file" : stem) + ending);
    }

    private static String cut(String stem) {
        var points = stem.codePointCount(0, stem.length());
        return points <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
    }
}
