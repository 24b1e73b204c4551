package org.openplr.matching;

/** Optimal string alignment: letters put in, left out, taken for another, and neighbours that changed places. */
final class Slips {
    private Slips() {}

    /** How many slips lie between two texts; one more than asked for where there are more. */
    static int between(String one, String other, int atMost) {
        var rows = one.length();
        var columns = other.length();
        if (Math.abs(rows - columns) > atMost) return atMost + 1;
        var twoBefore = new int[columns + 1];
        var before = new int[columns + 1];
        for (var j = 0; j <= columns; j++) before[j] = j;
        for (var i = 1; i <= rows; i++) {
            var now = new int[columns + 1];
            now[0] = i;
            var least = i;
            for (var j = 1; j <= columns; j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) now[j] = Math.min(now[j], twoBefore[j - 2] + 1);
                least = Math.min(least, now[j]);
            }
            if (least > atMost) return atMost + 1;
            twoBefore = before;
            before = now;
        }
        return Math.min(before[columns], atMost + 1);
    }
}
