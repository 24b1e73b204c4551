package org.openplr.edge.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openplr.audit.LedgerVerification;
import org.openplr.audit.NoteKey;
import org.openplr.audit.Verdict;
import org.openplr.platform.Standalone;

/**
 * The tool {@code verify-ledger}: builds the ledger's tree again from its first entry, and says that all is intact or
 * names the first entry that is not.
 *
 * <p>{@code mvn -q compile exec:exec@verify-ledger}, with {@code -Ddb.url=…} for another database,
 * {@code -Dledger.key=name+hash+base64} for who has the public key only, and {@code -Dcheckpoint=FILE} for who kept an
 * earlier checkpoint. A server on PostgreSQL may run meanwhile; one on embedded Derby has to be stopped.
 */
public final class VerifyLedger {
    private VerifyLedger() {}

    public static void main(String[] arguments) {
        try (var out = Standalone.output()) {
            try {
                if (!verified(out)) System.exit(1);
            } catch (IOException | IllegalStateException | IllegalArgumentException inTheWay) {
                out.println(inTheWay.getMessage());
                System.exit(2);
            }
        }
    }

    private static boolean verified(PrintWriter out) throws IOException {
        var derby = Path.of(Standalone.setting("openplr.data").orElse("data"), "derby");
        if (Standalone.setting("db.url").isEmpty() && Files.notExists(derby))
            throw new IllegalStateException("no ledger yet: there is no database in " + derby);
        var kept = Standalone.setting("checkpoint").map(Path::of);
        var note = kept.isPresent() ? Files.readString(kept.get()) : "";
        try (var house = Standalone.open()) {
            var key = Standalone.setting("ledger.key").map(NoteKey::parse);
            var verification = key.map(
                            k -> house.service(LedgerVerification.class).trusting(k))
                    .orElseGet(() -> house.service(LedgerVerification.class));
            var verdict = house.call(() -> kept.isPresent() ? verification.verifyFrom(note) : verification.verify());
            out.println(sentence(verdict));
            return verdict instanceof Verdict.Intact;
        }
    }

    static String sentence(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact(var entries, var sealed) -> entries + " entries, " + sealed + " sealed, all intact";
            case Verdict.Broken broken -> where(broken) + ": " + what(broken.fault());
        };
    }

    private static String where(Verdict.Broken broken) {
        var entry = broken.entry().map(id -> "entry " + id);
        if (broken.leaf().isEmpty()) return entry.orElse("the checkpoint that was kept");
        if (!broken.leaf().equals(broken.lastLeaf()))
            return "leaves " + broken.leaf().getAsLong() + " to "
                    + broken.lastLeaf().orElseThrow()
                    + entry.map(e -> ", from " + e).orElse("");
        var leaf = "leaf " + broken.leaf().getAsLong();
        return entry.map(e -> e + " (" + leaf + ")").orElse(leaf);
    }

    private static String what(Verdict.Fault fault) {
        return switch (fault) {
            case ENTRY_CHANGED -> "the entry was changed after it was sealed";
            case ENTRY_REMOVED -> "the entry was removed";
            case ENTRY_NOT_SEALED -> "the entry is neither sealed nor waiting to be; the ledger did not write it";
            case LEAF_CHANGED -> "the leaf is not the one that was signed";
            case LEAF_MOVED -> "the leaf stands where another one was signed; entries were re-ordered";
            case LEAF_REMOVED -> "the leaf was removed";
            case REWRITTEN -> "one of these was changed together with its leaf";
            case CHECKPOINT_FORGED -> "the checkpoint here was not signed by the ledger's key";
            case CHECKPOINT_REMOVED -> "from here on a checkpoint was removed, or the ledger was set back";
            case OTHER_HISTORY -> "from here on this is not the ledger of the checkpoint that was kept";
        };
    }
}
