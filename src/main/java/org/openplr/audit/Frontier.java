package org.openplr.audit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The right edge of a Merkle tree: the roots of the full subtrees it consists of, largest first. All that is needed to
 * append a leaf and to know the root, however large the tree: at most 63 hashes.
 */
final class Frontier {
    private final List<Hash> peaks;
    private long size;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if a tree of this size has another number of full subtrees
     */
    static Frontier parse(long size, String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (bytes.length != Long.bitCount(size) * Hash.LENGTH)
            throw new IllegalArgumentException("no frontier of a tree of size " + size);
        var peaks = new ArrayList<Hash>();
        for (var from = 0; from < bytes.length; from += Hash.LENGTH)
            peaks.add(Hash.ofBytes(Arrays.copyOfRange(bytes, from, from + Hash.LENGTH)));
        return new Frontier(size, peaks);
    }

    long size() {
        return size;
    }

    /** Appends a leaf by its hash. */
    void append(Hash leaf) {
        var node = leaf;
        for (var full = size; (full & 1) == 1; full >>= 1) node = Hash.node(peaks.removeLast(), node);
        peaks.add(node);
        size++;
    }

    /** The root of the whole tree; of an empty one the digest of nothing. */
    Hash root() {
        if (peaks.isEmpty()) return Hash.of();
        var root = peaks.getLast();
        for (var peak : peaks.reversed().subList(1, peaks.size())) root = Hash.node(peak, root);
        return root;
    }

    String text() {
        var bytes = new ByteArrayOutputStream();
        for (var peak : peaks) bytes.writeBytes(peak.bytes());
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
