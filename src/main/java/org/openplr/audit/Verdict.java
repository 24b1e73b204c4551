package org.openplr.audit;

import java.util.Optional;
import java.util.OptionalLong;

/** What a verification of the ledger found. */
public sealed interface Verdict {
    /**
     * Every sealed entry is as it was sealed, and every entry is sealed or waits for it.
     *
     * @param entries how many entries there are
     * @param sealed how many of them are sealed
     */
    record Intact(long entries, long sealed) implements Verdict {}

    /**
     * The ledger was tampered with.
     *
     * @param fault what was found first
     * @param leaf the first bad leaf, from 0
     * @param lastLeaf the last one that it may be; the same where it is known which
     * @param entry the first bad entry, as its id is written
     */
    record Broken(Fault fault, OptionalLong leaf, OptionalLong lastLeaf, Optional<String> entry) implements Verdict {
        static Broken at(Fault fault, long leaf, String entry) {
            return new Broken(fault, OptionalLong.of(leaf), OptionalLong.of(leaf), Optional.of(entry));
        }

        static Broken at(Fault fault, long leaf) {
            return new Broken(fault, OptionalLong.of(leaf), OptionalLong.of(leaf), Optional.empty());
        }

        static Broken among(Fault fault, long first, long last, String entry) {
            return new Broken(fault, OptionalLong.of(first), OptionalLong.of(last), Optional.of(entry));
        }

        static Broken entry(Fault fault, String entry) {
            return new Broken(fault, OptionalLong.empty(), OptionalLong.empty(), Optional.of(entry));
        }
    }

    /** The kinds of tampering. */
    enum Fault {
        /** The entry is not what its leaf was made of. */
        ENTRY_CHANGED,
        /** A leaf, or a place in the queue, has no entry. */
        ENTRY_REMOVED,
        /** An entry has neither a leaf nor a place in the queue. */
        ENTRY_NOT_SEALED,
        /** The leaf is not the one that was signed. */
        LEAF_CHANGED,
        /** The leaf stands where another one was signed. */
        LEAF_MOVED,
        /** A signed leaf is not there. */
        LEAF_REMOVED,
        /** One of these leaves was changed together with its entry. */
        REWRITTEN,
        /** The checkpoint was not signed by the ledger's key, or says something else than its row. */
        CHECKPOINT_FORGED,
        /** Leaves or batches have no checkpoint: it was removed, or the ledger was set back. */
        CHECKPOINT_REMOVED,
        /** The checkpoint that somebody kept is of another ledger than this one. */
        OTHER_HISTORY
    }
}
