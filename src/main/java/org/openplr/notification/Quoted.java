package org.openplr.notification;

import java.util.regex.Pattern;

/**
 * Somebody else's words in a letter of ours: one line of bounded length, and nothing in it that a mail program would make
 * a link or an address of. Else whoever types a name could write to the learner under our own.
 */
final class Quoted {
    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern JOINT = Pattern.compile("(?<=[^\\s])([.:/@\\\\]+)(?=[^\\s])");

    private Quoted() {}

    static String of(String words) {
        var line = CONTROL.matcher(words).replaceAll(" ").strip();
        var loose = JOINT.matcher(line).replaceAll("$1 ");
        if (loose.codePointCount(0, loose.length()) <= LONGEST) return loose;
        return loose.substring(0, loose.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
