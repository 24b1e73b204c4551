package org.openplr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.audit.AuditFixtures.ledger;
import static org.openplr.audit.AuditFixtures.opened;
import static org.openplr.audit.AuditFixtures.sealAll;
import static org.openplr.audit.AuditFixtures.sequencer;
import static org.openplr.audit.AuditFixtures.someLearner;
import static org.openplr.audit.AuditFixtures.verification;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openplr.audit.Verdict.Broken;
import org.openplr.audit.Verdict.Fault;
import org.openplr.party.Uln;
import org.openplr.platform.SigningKey;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Every tampering is done in a transaction that is verified from within and rolled back. */
class LedgerVerificationTest {
    private static final List<String> TABLES = List.of("ledger_entry", "ledger_leaf", "ledger_checkpoint");

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final Uln mari = someLearner();

    @OnBothDatabases
    void untouchedLedgerIsIntact(Database db) {
        var before = intact(db);
        seal(db, 3);
        db.run(this::write);

        var after = intact(db);

        assertThat(after.entries() - before.entries()).isEqualTo(4);
        assertThat(after.sealed()).isEqualTo(after.entries() - 1);
    }

    @OnBothDatabases
    void changedEntryIsNamedWhateverWasChanged(Database db) {
        var leaf = seal(db, 3).get(1);
        for (var change : List.of(
                "happened_at = timestamp('2020-01-01 00:00:00')",
                "actor_kind = 'learner'",
                "actor_ref = 'x'",
                "organisation = 'x'",
                "name = ''",
                "proof = 'account'",
                "subject_uln = null",
                "what = 'share.previewed'",
                "basis = 'LAW'",
                "purpose = 'x'",
                "outcome = 'REFUSED'",
                "reason = 'x'",
                "about = null",
                "fields = 'name'",
                "salt = 'x'")) {
            var sql = db == Database.POSTGRESQL ? change.replace("timestamp(", "(timestamp ") : change;

            assertThat(after(db, "update ledger_entry set " + sql + " where id = '" + leaf.entry + "'"))
                    .isEqualTo(Broken.at(Fault.ENTRY_CHANGED, leaf.index, leaf.entry));
        }
    }

    @OnBothDatabases
    void removedEntryIsNamed(Database db) {
        var leaf = seal(db, 3).get(1);

        assertThat(after(db, "delete from ledger_entry where id = '" + leaf.entry + "'"))
                .isEqualTo(Broken.at(Fault.ENTRY_REMOVED, leaf.index, leaf.entry));
    }

    @OnBothDatabases
    void firstOfSeveralIsNamed(Database db) {
        var leaves = seal(db, 3);

        assertThat(after(
                        db,
                        "delete from ledger_entry where id = '" + leaves.get(2).entry + "'",
                        "update ledger_entry set name = 'x' where id = '" + leaves.get(0).entry + "'"))
                .isEqualTo(Broken.at(Fault.ENTRY_CHANGED, leaves.get(0).index, leaves.get(0).entry));
    }

    @OnBothDatabases
    void entryThatNobodyWroteIsNamed(Database db) {
        var leaf = seal(db, 1).getFirst();
        var copy = UUID.randomUUID().toString();

        var columns = EntryRow.COLUMNS.substring("id".length());
        assertThat(after(
                        db,
                        "insert into ledger_entry (" + EntryRow.COLUMNS + ") select '" + copy + "'" + columns
                                + " from ledger_entry where id = '" + leaf.entry + "'"))
                .isEqualTo(Broken.entry(Fault.ENTRY_NOT_SEALED, copy));
    }

    @OnBothDatabases
    void changedLeafIsNamed(Database db) {
        var leaf = seal(db, 3).get(1);
        for (var commitment : List.of(Hash.of().base64(), "x"))
            assertThat(after(
                            db,
                            "update ledger_leaf set commitment = '" + commitment + "' where leaf_index = "
                                    + leaf.index))
                    .isEqualTo(Broken.at(Fault.LEAF_CHANGED, leaf.index, leaf.entry));
    }

    @OnBothDatabases
    void removedLeafIsNamed(Database db) {
        var leaf = seal(db, 3).get(1);

        assertThat(after(db, "delete from ledger_leaf where leaf_index = " + leaf.index))
                .isEqualTo(Broken.at(Fault.LEAF_REMOVED, leaf.index));
    }

    @OnBothDatabases
    void reorderedLeavesAreNamed(Database db) {
        var leaves = seal(db, 4);
        var first = leaves.get(1);
        var second = leaves.get(2);

        assertThat(after(
                        db,
                        "update ledger_leaf set leaf_index = -1 where leaf_index = " + first.index,
                        "update ledger_leaf set leaf_index = " + first.index + " where leaf_index = " + second.index,
                        "update ledger_leaf set leaf_index = " + second.index + " where leaf_index = -1"))
                .isEqualTo(Broken.at(Fault.LEAF_MOVED, first.index, second.entry));
    }

    @OnBothDatabases
    void entryChangedTogetherWithItsLeafIsFoundAmongItsBatch(Database db) {
        var leaves = seal(db, 3);
        var leaf = leaves.get(1);

        var verdict = tampering(db, em -> {
            execute(em, "update ledger_entry set purpose = 'x' where id = '" + leaf.entry + "'");
            var fitting = new Commitments(new Sql(em))
                    .of(List.of(leaf.entry))
                    .values()
                    .iterator()
                    .next();
            execute(
                    em,
                    "update ledger_leaf set commitment = '" + fitting.base64() + "' where leaf_index = " + leaf.index);
        });

        assertThat(verdict)
                .isEqualTo(Broken.among(
                        Fault.REWRITTEN, leaves.getFirst().index, leaves.getLast().index, leaves.getFirst().entry));
    }

    @OnBothDatabases
    void removedCheckpointsAreFound(Database db) {
        var size = seal(db, 2).getLast().index + 1;
        seal(db, 1);

        assertThat(after(db, "delete from ledger_checkpoint where tree_size = " + (size + 1)))
                .isEqualTo(Broken.at(Fault.CHECKPOINT_REMOVED, size));
        assertThat(after(db, "delete from ledger_checkpoint where tree_size = " + size))
                .isEqualTo(Broken.at(Fault.CHECKPOINT_REMOVED, 0));
        assertThat(after(
                        db,
                        "delete from ledger_checkpoint where tree_size > " + size,
                        "delete from ledger_leaf where leaf_index >= " + size))
                .isEqualTo(Broken.at(Fault.CHECKPOINT_REMOVED, size));
    }

    @OnBothDatabases
    void checkpointSignedByAnotherKeyIsFound(Database db) {
        var leaf = seal(db, 1).getFirst();
        var thief = SigningKey.parse(
                SigningKey.Algorithm.ED25519, SigningKey.generate(SigningKey.Algorithm.ED25519, "thief"));

        var verdict = tampering(db, em -> {
            var head = verification(em).head().orElseThrow();
            var forged = new NoteKey(thief.pair().getPublic())
                    .sign(thief.pair().getPrivate(), head.origin(), head.size(), head.root());
            em.createNativeQuery("update ledger_checkpoint set note = ? where tree_size = ?")
                    .setParameter(1, forged.note())
                    .setParameter(2, head.size())
                    .executeUpdate();
        });

        assertThat(verdict).isEqualTo(Broken.at(Fault.CHECKPOINT_FORGED, leaf.index));
    }

    @OnBothDatabases
    void ledgerThatWasSetBackAsAWholeIsFoundByWhoKeptACheckpoint(Database db) {
        var size = seal(db, 2).getLast().index + 1;
        var frontier = text(db, "select frontier from ledger_head");
        var added = seal(db, 1).getFirst();
        var kept = db.call(em -> verification(em).head().orElseThrow().note());
        assertThat(db.<Verdict>call(em -> verification(em).verifyFrom(kept))).isInstanceOf(Verdict.Intact.class);

        Consumer<EntityManager> setBack = em -> {
            execute(em, "delete from ledger_checkpoint where tree_size > " + size);
            execute(em, "delete from ledger_leaf where leaf_index >= " + size);
            execute(em, "delete from ledger_entry where id = '" + added.entry + "'");
            execute(
                    em,
                    "update ledger_head set checkpoints = checkpoints - 1, tree_size = " + size + ", frontier = '"
                            + frontier + "'");
        };

        assertThat(tampering(db, setBack)).isInstanceOf(Verdict.Intact.class);
        assertThat(tampering(db, setBack, em -> verification(em).verifyFrom(kept)))
                .isEqualTo(Broken.at(Fault.OTHER_HISTORY, size));
        assertThat(tampering(
                        db,
                        em -> {
                            setBack.accept(em);
                            write(em);
                            sequencer(em).sealPending();
                        },
                        em -> verification(em).verifyFrom(kept)))
                .isEqualTo(Broken.at(Fault.OTHER_HISTORY, size));
    }

    @OnBothDatabases
    void keptCheckpointHasToBeOurs(Database db) {
        seal(db, 1);

        assertThat(db.<Verdict>call(em -> verification(em).verifyFrom("plr.example/ledger\n1\n")))
                .isEqualTo(new Broken(
                        Fault.CHECKPOINT_FORGED, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
    }

    @OnBothDatabases
    void entryRemovedBeforeItWasSealedIsFoundBeforeAndAfter(Database db) {
        seal(db, 1);
        var removed = new ArrayList<String>();
        Consumer<EntityManager> removeOne = em -> {
            removed.add(write(em).toString());
            execute(em, "delete from ledger_entry where id = '" + removed.getLast() + "'");
        };

        var before = tampering(db, removeOne);
        assertThat(before).isEqualTo(Broken.entry(Fault.ENTRY_REMOVED, removed.getLast()));

        var after = tampering(db, em -> {
            removeOne.accept(em);
            sequencer(em).sealPending();
        });
        assertThat(after).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.ENTRY_REMOVED);
            assertThat(broken.entry()).contains(removed.getLast());
        });
    }

    @OnBothDatabases
    void entryThatLostItsPlaceInTheQueueIsNamed(Database db) {
        sealAll(db);
        var id = db.call(this::write).toString();

        assertThat(after(db, "delete from ledger_pending")).isEqualTo(Broken.entry(Fault.ENTRY_NOT_SEALED, id));
    }

    @OnBothDatabases
    void databaseItselfRefusesToChangeOrDelete(Database db) {
        seal(db, 1);
        for (var table : TABLES)
            for (var sql : List.of(
                    "delete from " + table,
                    "update " + table + " set "
                            + switch (table) {
                                case "ledger_entry" -> "name = 'x'";
                                case "ledger_leaf" -> "commitment = 'x'";
                                default -> "note = 'x'";
                            }))
                assertThatThrownBy(() -> db.run(em -> execute(em, sql))).as(sql).isInstanceOf(RuntimeException.class);

        intact(db);
    }

    private UUID write(EntityManager em) {
        return ledger(em, clock).write(opened(mari, UUID.randomUUID()));
    }

    private record Leaf(long index, String entry) {}

    /** So many new entries, sealed in one batch of their own. */
    private List<Leaf> seal(Database db, int count) {
        sealAll(db);
        var ids = new ArrayList<String>();
        db.run(em -> {
            for (var i = 0; i < count; i++) ids.add(write(em).toString());
        });
        sealAll(db);
        return ids.stream()
                .map(id -> new Leaf(
                        Long.parseLong(text(db, "select leaf_index from ledger_leaf where entry_id = '" + id + "'")),
                        id))
                .toList();
    }

    private Verdict.Intact intact(Database db) {
        return (Verdict.Intact) db.call(em -> verification(em).verify());
    }

    private Verdict after(Database db, String... tampering) {
        return tampering(db, em -> {
            for (var sql : tampering) execute(em, sql);
        });
    }

    private Verdict tampering(Database db, Consumer<EntityManager> tampering) {
        return tampering(db, tampering, em -> verification(em).verify());
    }

    private Verdict tampering(
            Database db, Consumer<EntityManager> tampering, Function<EntityManager, Verdict> verifying) {
        var seen = new ArrayList<Verdict>();
        assertThatThrownBy(() -> db.run(em -> {
                    for (var table : TABLES) allowTampering(db, em, table);
                    tampering.accept(em);
                    seen.add(verifying.apply(em));
                    throw new IllegalStateException("and nothing of it stays");
                }))
                .hasMessage("and nothing of it stays");
        return seen.getFirst();
    }

    private static void allowTampering(Database db, EntityManager em, String table) {
        if (db == Database.POSTGRESQL) {
            execute(em, "alter table " + table + " disable trigger user");
        } else {
            execute(em, "drop trigger " + table + "_unchanged");
            execute(em, "drop trigger " + table + "_undeleted");
        }
    }

    private static void execute(EntityManager em, String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    private static String text(Database db, String query) {
        return db.call(em -> em.createNativeQuery(query).getSingleResult().toString());
    }
}
