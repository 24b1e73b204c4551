package org.openplr.audit;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;

/**
 * Seals entries: gives each its leaf in one Merkle tree and signs the tree's head.
 *
 * <p>It works after the fact, from the queue of what waits, so that writing an entry never waits for another. One
 * sequencer works at a time, whichever server it is on; the others wait for the row of the head.
 */
@Service
public class Sequencer {
    /** So many entries at most in one transaction, and under one checkpoint: Derby locks a whole table from 5,000 rows. */
    static final int BATCH = 1_000;

    private static final String ANY = "select entry_id from ledger_pending fetch first 1 rows only";

    private static final String WAITING =
            "select entry_id from ledger_pending order by entry_id fetch first " + BATCH + " rows only";
    private static final String SEALED = "delete from ledger_pending where entry_id = ?";
    private static final String TAKE_TURN = "update ledger_head set turns = turns + 1 where id = 1";
    private static final String HEAD = "select tree_size, frontier from ledger_head where id = 1";
    private static final String ADVANCE =
            "update ledger_head set tree_size = ?, frontier = ?, checkpoints = checkpoints + 1 where id = 1";
    private static final String LEAF = "insert into ledger_leaf (leaf_index, entry_id, commitment) values (?, ?, ?)";
    private static final String CHECKPOINT =
            "insert into ledger_checkpoint (tree_size, root, note, sealed_at) values (?, ?, ?, ?)";
    private static final String LAST_NOTE = "select note from ledger_checkpoint where tree_size = ?";

    private final Sql sql;
    private final InstantSource clock;
    private final Settings settings;
    private final NoteKey key;

    @Inject
    Sequencer(Sql sql, InstantSource clock, Settings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.key = new NoteKey(settings.secrets().ledger().pair().getPublic());
    }

    /**
     * Seals the oldest entries that wait, at most 1,000, all or none.
     *
     * @return how many were sealed; as many as go into a batch means that more may wait
     * @throws IllegalStateException if the tree that is there is not the one last signed: nothing is sealed on top of it
     */
    public int sealPending() {
        if (ids(ANY).isEmpty()) return 0;
        if (sql.update(TAKE_TURN, List.of()) != 1) throw new IllegalStateException("the ledger has lost its head");
        var waiting = ids(WAITING);
        if (waiting.isEmpty()) return 0;
        var frontier = signedFrontier();
        var leaves = append(waiting, frontier);
        sql.batch(LEAF, leaves);
        sign(frontier);
        if (sql.batch(SEALED, waiting.stream().map(List::of).toList()) != waiting.size())
            throw new IllegalStateException("an entry that waited was sealed by somebody else");
        return waiting.size();
    }

    private List<String> ids(String query) {
        return sql.rows(query, row -> row.text("entry_id"), List.of());
    }

    private Frontier signedFrontier() {
        var frontier = sql.rows(
                        HEAD, row -> Frontier.parse(row.longNumber("tree_size"), row.text("frontier")), List.of())
                .getFirst();
        if (frontier.size() == 0) return frontier;
        var signed = sql.rows(LAST_NOTE, row -> row.text("note"), List.of(frontier.size())).stream()
                .flatMap(note -> key.open(note).stream())
                .anyMatch(last -> last.size() == frontier.size() && last.root().equals(frontier.root()));
        if (!signed) throw new IllegalStateException("the tree of size " + frontier.size() + " was never signed");
        return frontier;
    }

    private List<List<Object>> append(List<String> waiting, Frontier frontier) {
        var commitments = new Commitments(sql).of(waiting);
        var leaves = new ArrayList<List<Object>>(waiting.size());
        for (var id : waiting) {
            var commitment = Objects.requireNonNullElseGet(commitments.get(id), () -> Commitments.ofMissing(id));
            leaves.add(List.of(frontier.size(), id, commitment.base64()));
            frontier.append(Hash.leaf(commitment));
        }
        return leaves;
    }

    private void sign(Frontier frontier) {
        var signer = settings.secrets().ledger().pair().getPrivate();
        var checkpoint =
                key.sign(signer, settings.publicUrl().getAuthority() + "/ledger", frontier.size(), frontier.root());
        sql.update(
                CHECKPOINT, List.of(checkpoint.size(), checkpoint.root().base64(), checkpoint.note(), clock.instant()));
        sql.update(ADVANCE, List.of(frontier.size(), frontier.text()));
    }
}
