package org.openplr.edge.batch;

/**
 * In which line a reference stood first. Of each it keeps 64 bits, so that a hundred thousand take three megabytes; that two of
 * them look alike happens once in billions of files, and then one row comes back.
 */
final class SeenReferences {
    private long[] seen = new long[1 << 18];
    private int[] lines = new int[1 << 18];
    private int count;

    /** The line where it stood before; 0 where this is the first time. */
    int before(String reference, int line) {
        if (2 * count > seen.length) grow();
        return note(hash(reference), line);
    }

    private int note(long hash, int line) {
        var place = (int) (hash & (seen.length - 1));
        while (lines[place] != 0) {
            if (seen[place] == hash) return lines[place];
            place = (place + 1) & (seen.length - 1);
        }
        seen[place] = hash;
        lines[place] = line;
        count++;
        return 0;
    }

    private void grow() {
        var hashes = seen;
        var before = lines;
        seen = new long[2 * hashes.length];
        lines = new int[2 * hashes.length];
        count = 0;
        for (var i = 0; i < hashes.length; i++) if (before[i] != 0) note(hashes[i], before[i]);
    }

    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 29);
    }
}
