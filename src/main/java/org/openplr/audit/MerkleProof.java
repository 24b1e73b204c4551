package org.openplr.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Proofs about a Merkle tree, made from its leaves' hashes and checked without them (RFC 9162, 2.1.3 and 2.1.4).
 *
 * @param path the nodes, in the RFC's order
 */
public record MerkleProof(List<Hash> path) {
    public MerkleProof {
        path = List.copyOf(path);
    }

    /** The root over these leaves. */
    public static Hash root(List<Hash> leaves) {
        var frontier = Frontier.empty();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    /** That the tree over these leaves holds the one at this index. */
    public static MerkleProof ofInclusion(List<Hash> leaves, int index) {
        if (index < 0 || index >= leaves.size()) throw new IllegalArgumentException("no such leaf");
        var path = new ArrayList<Hash>();
        inclusion(leaves, index, path);
        return new MerkleProof(path);
    }

    /** That the tree over these leaves begins with the tree over the first so many of them. */
    public static MerkleProof ofConsistency(List<Hash> leaves, int earlierSize) {
        if (earlierSize < 1 || earlierSize > leaves.size()) throw new IllegalArgumentException("no such earlier tree");
        var path = new ArrayList<Hash>();
        consistency(leaves, earlierSize, true, path);
        return new MerkleProof(path);
    }

    private static void inclusion(List<Hash> leaves, int index, List<Hash> path) {
        if (leaves.size() == 1) return;
        var half = half(leaves.size());
        var left = leaves.subList(0, half);
        var right = leaves.subList(half, leaves.size());
        if (index < half) inclusion(left, index, path);
        else inclusion(right, index - half, path);
        path.add(root(index < half ? right : left));
    }

    private static void consistency(List<Hash> leaves, int earlier, boolean known, List<Hash> path) {
        if (earlier == leaves.size()) {
            if (!known) path.add(root(leaves));
            return;
        }
        var half = half(leaves.size());
        var left = leaves.subList(0, half);
        var right = leaves.subList(half, leaves.size());
        if (earlier <= half) consistency(left, earlier, known, path);
        else consistency(right, earlier - half, false, path);
        path.add(root(earlier <= half ? right : left));
    }

    private static int half(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** Whether this proves that a tree of this size and root holds the leaf at the index. */
    public boolean includes(Hash leaf, long index, long size, Hash root) {
        if (index < 0 || index >= size) return false;
        var climb = new Climb(index, size - 1);
        var node = leaf;
        for (var sibling : path) {
            if (climb.atTop()) return false;
            node = climb.siblingIsLeft() ? Hash.node(sibling, node) : Hash.node(node, sibling);
            climb.up();
        }
        return climb.atTop() && node.equals(root);
    }

    /** Whether this proves that the later tree begins with the earlier one. */
    public boolean extendsTree(long earlierSize, Hash earlierRoot, long laterSize, Hash laterRoot) {
        if (earlierSize < 1 || earlierSize > laterSize) return false;
        if (earlierSize == laterSize) return path.isEmpty() && earlierRoot.equals(laterRoot);
        var nodes = new ArrayList<>(path);
        if (Long.bitCount(earlierSize) == 1) nodes.addFirst(earlierRoot);
        if (nodes.isEmpty()) return false;
        var climb = Climb.fromLargestSubtreeEndingAt(earlierSize - 1, laterSize - 1);
        var earlier = nodes.getFirst();
        var later = nodes.removeFirst();
        for (var sibling : nodes) {
            if (climb.atTop()) return false;
            if (climb.siblingIsLeft()) earlier = Hash.node(sibling, earlier);
            later = climb.siblingIsLeft() ? Hash.node(sibling, later) : Hash.node(later, sibling);
            climb.up();
        }
        return climb.atTop() && earlier.equals(earlierRoot) && later.equals(laterRoot);
    }

    /** The way from a node to the root: its number on its level, and that of the level's last node (fn and sn there). */
    private static final class Climb {
        private long number;
        private long last;

        Climb(long number, long last) {
            this.number = number;
            this.last = last;
        }

        static Climb fromLargestSubtreeEndingAt(long number, long last) {
            var levels = Long.numberOfTrailingZeros(~number);
            return new Climb(number >> levels, last >> levels);
        }

        boolean atTop() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return (number & 1) == 1 || number == last;
        }

        /** One level, and past those on which the node is the last one and has no sibling. */
        void up() {
            var alone = siblingIsLeft() ? Long.numberOfTrailingZeros(number) : 0;
            number >>= alone + 1;
            last >>= alone + 1;
        }
    }
}
