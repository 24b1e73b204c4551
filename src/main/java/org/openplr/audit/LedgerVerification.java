package org.openplr.audit;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Whether the ledger is what it was: anyone may ask for its head, and keep it; an operator verifies all of it. */
@Service
public class LedgerVerification {
    private static final String LAST_NOTE =
            "select note from ledger_checkpoint where tree_size = (select max(tree_size) from ledger_checkpoint)";

    private final Sql sql;
    private final NoteKey key;

    @Inject
    LedgerVerification(Sql sql, Secrets secrets) {
        this(sql, new NoteKey(secrets.ledger().pair().getPublic()));
    }

    private LedgerVerification(Sql sql, NoteKey key) {
        this.sql = sql;
        this.key = key;
    }

    /** The same, by a public key from outside: whoever verifies need not hold the ledger's own. */
    public LedgerVerification trusting(NoteKey other) {
        return new LedgerVerification(sql, other);
    }

    /** The ledger's head as it was last signed; empty before the first entry is sealed. */
    public Optional<Checkpoint> head() {
        return sql.rows(LAST_NOTE, row -> row.text("note"), List.of()).stream()
                .flatMap(note -> key.open(note).stream())
                .findFirst();
    }

    /**
     * The key that verifies checkpoints (C2SP signed-note, {@code name+hash+base64}); empty before the first entry is
     * sealed. Who verifies keeps it from before: a key asked for afterwards proves nothing.
     */
    public Optional<String> verifierKey() {
        return head().map(checkpoint -> key.text(checkpoint.origin()));
    }

    /** Verifies all of the ledger, from the first entry on, in pages; writers and the sequencer may go on. */
    public Verdict verify() {
        return new Verifying(sql, key).verify(Optional.empty());
    }

    /**
     * Verifies all of the ledger, and that it begins with what somebody kept of it: who holds an old checkpoint finds
     * even a ledger that was set back as a whole.
     *
     * @param kept the signed note of an earlier checkpoint
     */
    public Verdict verifyFrom(String kept) {
        return new Verifying(sql, key).verify(Optional.of(kept));
    }
}
