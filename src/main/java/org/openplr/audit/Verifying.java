package org.openplr.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openplr.audit.Verdict.Broken;
import org.openplr.audit.Verdict.Fault;
import org.openplr.platform.Sql;

/** One verification of everything: the sealed tree, its head, then every entry. It may run beside writers and sealers. */
final class Verifying {
    private static final int PAGE = 1_000;

    private static final String HEAD = "select tree_size, checkpoints from ledger_head where id = 1";
    private static final String CHECKPOINTS = "select count(*) as amount from ledger_checkpoint";
    private static final String SIGNED = "select max(tree_size) as amount from ledger_checkpoint";
    private static final String LAST_LEAF = "select max(leaf_index) as amount from ledger_leaf";
    private static final String ENTRIES =
            "select id from ledger_entry where id > ? order by id fetch first " + PAGE + " rows only";
    private static final String WAITING =
            "select entry_id as id from ledger_pending where entry_id >= ? and entry_id <= ?";
    private static final String SEALED = "select entry_id as id from ledger_leaf where entry_id >= ? and entry_id <= ?";
    private static final String WAITING_WITHOUT_ENTRY = "select p.entry_id as id from ledger_pending p"
            + " where not exists (select 1 from ledger_entry e where e.id = p.entry_id)";

    private final Sql sql;
    private final NoteKey key;

    Verifying(Sql sql, NoteKey key) {
        this.sql = sql;
        this.key = key;
    }

    Verdict verify(Optional<String> keptNote) {
        var kept = keptNote.flatMap(key::open);
        if (keptNote.isPresent() && kept.isEmpty())
            return new Broken(Fault.CHECKPOINT_FORGED, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
        var head = head();
        var leaves = amount(LAST_LEAF, -1) + 1;
        var signed = amount(SIGNED, 0);
        return new SealedTree(sql, key, kept)
                .firstFault(signed)
                .or(() -> setBack(head, leaves, signed, kept))
                .map(broken -> (Verdict) broken)
                .orElseGet(() -> everyEntry(signed));
    }

    /** Head and leaves were read before the last checkpoint, so that one sealed meanwhile is no fault. */
    private Optional<Broken> setBack(Head head, long leaves, long signed, Optional<Checkpoint> kept) {
        if (leaves > signed) return Optional.of(Broken.at(Fault.CHECKPOINT_REMOVED, signed));
        if (head.size() > signed) return Optional.of(Broken.at(Fault.CHECKPOINT_REMOVED, signed));
        if (head.checkpoints() > amount(CHECKPOINTS, 0) || head().size() < signed)
            return Optional.of(Broken.at(Fault.CHECKPOINT_REMOVED, 0));
        if (kept.isPresent() && kept.get().size() > signed) return Optional.of(Broken.at(Fault.OTHER_HISTORY, signed));
        return Optional.empty();
    }

    private Verdict everyEntry(long sealed) {
        var entries = 0L;
        var after = "";
        while (true) {
            var page = ids(ENTRIES, List.of(after));
            if (page.isEmpty()) break;
            // First what waits, then what is sealed: an entry that moves from one to the other is seen in one of them.
            var known = new HashSet<>(ids(WAITING, List.of(page.getFirst(), page.getLast())));
            known.addAll(ids(SEALED, List.of(page.getFirst(), page.getLast())));
            for (var id : page) if (!known.contains(id)) return Broken.entry(Fault.ENTRY_NOT_SEALED, id);
            entries += page.size();
            after = page.getLast();
        }
        var removed = ids(WAITING_WITHOUT_ENTRY, List.of());
        if (!removed.isEmpty()) return Broken.entry(Fault.ENTRY_REMOVED, removed.getFirst());
        return new Verdict.Intact(entries, sealed);
    }

    private List<String> ids(String query, List<String> values) {
        return sql.rows(query, row -> row.text("id"), values);
    }

    private long amount(String query, long ifNone) {
        return sql.rows(query, row -> row.textIfAny("amount") == null ? ifNone : row.longNumber("amount"), List.of())
                .getFirst();
    }

    private Head head() {
        return sql
                .rows(HEAD, row -> new Head(row.longNumber("tree_size"), row.longNumber("checkpoints")), List.of())
                .stream()
                .findFirst()
                .orElse(new Head(0, 0));
    }

    private record Head(long size, long checkpoints) {}
}
