package org.openplr.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.audit.Verdict.Broken;
import org.openplr.audit.Verdict.Fault;
import org.openplr.platform.Sql;

/** The tree, built once more from its first leaf and compared with every checkpoint; a batch of leaves at a time. */
final class SealedTree {
    private static final String CHECKPOINTS = "select tree_size, root, note from ledger_checkpoint"
            + " where tree_size > ? and tree_size <= ? order by tree_size fetch first 1000 rows only";
    private static final String LEAVES = "select leaf_index, entry_id, commitment from ledger_leaf"
            + " where leaf_index >= ? and leaf_index < ? order by leaf_index";

    private final Sql sql;
    private final NoteKey key;
    private final Optional<Checkpoint> kept;
    private final Frontier frontier = Frontier.empty();
    private boolean otherHistory;

    /**
     * @param kept a checkpoint that somebody kept, which the tree has to pass through
     */
    SealedTree(Sql sql, NoteKey key, Optional<Checkpoint> kept) {
        this.sql = sql;
        this.key = key;
        this.kept = kept;
    }

    /** The first fault in the leaves up to this size. */
    Optional<Broken> firstFault(long size) {
        while (frontier.size() < size) {
            var page = sql.rows(
                    CHECKPOINTS,
                    row -> new Kept(row.longNumber("tree_size"), row.text("root"), row.text("note")),
                    List.of(frontier.size(), size));
            if (page.isEmpty()) return Optional.of(Broken.at(Fault.CHECKPOINT_REMOVED, frontier.size()));
            for (var checkpoint : page) {
                var fault = inBatch(checkpoint);
                if (fault.isPresent()) return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> inBatch(Kept checkpoint) {
        var first = frontier.size();
        var last = checkpoint.size - 1;
        var signed = key.open(checkpoint.note).filter(checkpoint::isSaidBy);
        if (signed.isEmpty()) return Optional.of(Broken.at(Fault.CHECKPOINT_FORGED, last));
        if (checkpoint.size - first > Sequencer.BATCH) return Optional.of(Broken.at(Fault.CHECKPOINT_REMOVED, first));
        var leaves = sql.rows(
                LEAVES,
                row -> new Leaf(row.longNumber("leaf_index"), row.text("entry_id"), row.text("commitment")),
                List.of(first, checkpoint.size));
        for (var index = first; index <= last; index++) {
            var place = (int) (index - first);
            if (place >= leaves.size() || leaves.get(place).index != index)
                return Optional.of(Broken.at(Fault.LEAF_REMOVED, index));
        }
        leaves.forEach(this::append);
        var fault = judge(leaves, frontier.root().equals(signed.get().root()));
        return fault.isEmpty() && otherHistory ? Optional.of(Broken.at(Fault.OTHER_HISTORY, first)) : fault;
    }

    private void append(Leaf leaf) {
        frontier.append(Hash.leaf(leaf.hash()));
        if (kept.isPresent() && kept.get().size() == frontier.size())
            otherHistory = !kept.get().root().equals(frontier.root());
    }

    /** What is wrong first with these leaves, which are all there. */
    private Optional<Broken> judge(List<Leaf> leaves, boolean asSigned) {
        var commitments =
                new Commitments(sql).of(leaves.stream().map(Leaf::entry).toList());
        var unlike = firstUnlike(leaves, commitments);
        if (asSigned && unlike == leaves.size()) return Optional.empty();
        var moved = firstOutOfOrder(leaves);
        if (moved <= unlike && moved < leaves.size())
            return Optional.of(leaves.get(moved).broken(Fault.LEAF_MOVED));
        if (unlike == leaves.size())
            return Optional.of(Broken.among(
                    Fault.REWRITTEN, leaves.getFirst().index, leaves.getLast().index, leaves.getFirst().entry));
        var bad = leaves.get(unlike);
        if (!commitments.containsKey(bad.entry)) return Optional.of(bad.broken(Fault.ENTRY_REMOVED));
        return Optional.of(bad.broken(asSigned ? Fault.ENTRY_CHANGED : Fault.LEAF_CHANGED));
    }

    private static int firstUnlike(List<Leaf> leaves, Map<String, Hash> commitments) {
        var place = 0;
        while (place < leaves.size() && leaves.get(place).hash().equals(commitments.get(leaves.get(place).entry)))
            place++;
        return place;
    }

    /** The sequencer seals a batch in the order of its ids, so that one out of order was moved. */
    private static int firstOutOfOrder(List<Leaf> leaves) {
        var sorted = leaves.stream().map(Leaf::entry).sorted().toList();
        var place = 0;
        while (place < leaves.size() && leaves.get(place).entry.equals(sorted.get(place))) place++;
        return place;
    }

    private record Kept(long size, String root, String note) {
        boolean isSaidBy(Checkpoint signed) {
            return signed.size() == size && signed.root().base64().equals(root);
        }
    }

    private record Leaf(long index, String entry, String commitment) {
        /** The commitment; of a text that is none any more, something that no entry has. */
        Hash hash() {
            try {
                return Hash.parse(commitment);
            } catch (IllegalArgumentException notBase64) {
                return Hash.of(Hash.utf8(commitment));
            }
        }

        Broken broken(Fault fault) {
            return Broken.at(fault, index, entry);
        }
    }
}
