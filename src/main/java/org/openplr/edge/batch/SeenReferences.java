package org.openplr.edge.batch;

/**
 * In which line a reference stood first. Of each it keeps 64 bits, so that a hundred thousand take three megabytes; that two of
 * them look alike happens once in billions of files, and then one row comes back.
 */
final class SeenReferences {
    private static final int PLACES = 1 << 18;

    private final long[] seen = new long[PLACES];
    private final int[] lines = new int[PLACES];

    /** The line where it stood before; 0 where this is the first time. */
    int before(String reference, int line) {
        var hash = hash(reference);
        var place = (int) (hash >>> 46);
        while (lines[place] != 0) {
            if (seen[place] == hash) return lines[place];
            place = (place + 1) % PLACES;
        }
        seen[place] = hash;
        lines[place] = line;
        return 0;
    }

    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 29);
    }
}
