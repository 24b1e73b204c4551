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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class SequencerTest {
    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final Uln mari = someLearner();

    @OnBothDatabases
    void entriesAreSealedInTheOrderInWhichTheyWereWritten(Database db) {
        sealAll(db);
        var written = db.call(em -> List.of(write(em), write(em), write(em)));

        assertThat(sealAll(db)).isEqualTo(3);

        var leaves = written.stream().map(id -> leafOf(db, id)).toList();
        assertThat(leaves).isSorted();
        assertThat(leaves.getLast() - leaves.getFirst()).isEqualTo(2);
        assertThat(db.<Long>call(em -> verification(em).head().orElseThrow().size()))
                .isEqualTo(leaves.getLast() + 1);
    }

    @OnBothDatabases
    void withNothingToSealNothingIsWritten(Database db) {
        sealAll(db);

        assertThat(db.statements(em -> assertThat(sequencer(em).sealPending()).isZero()))
                .isEqualTo(1);
    }

    @OnBothDatabases
    void whatIsRolledBackIsNotSealed(Database db) {
        sealAll(db);
        assertThatThrownBy(() -> db.run(em -> {
                    write(em);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(sealAll(db)).isZero();
    }

    @OnBothDatabases
    void twoSequencersAtOnceSealWhatManyWriteOnceAndCompletely(Database db) throws Exception {
        var written = new ArrayList<UUID>();
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newCachedThreadPool()) {
            Callable<Integer> sealing = () -> {
                var sealed = 0;
                while (writing.get()) sealed += db.call(em -> sequencer(em).sealPending());
                return sealed;
            };
            var first = threads.submit(sealing);
            var second = threads.submit(sealing);
            var writers = new ArrayList<Future<List<UUID>>>();
            for (var i = 0; i < 8; i++) writers.add(threads.submit(() -> writeInTransactions(db, 40)));
            for (var writer : writers) written.addAll(writer.get(120, TimeUnit.SECONDS));
            writing.set(false);
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
        }
        sealAll(db);

        assertThat(written).hasSize(320).doesNotHaveDuplicates();
        assertThat(written.stream().map(id -> leafOf(db, id)).distinct()).hasSize(320);
        assertThat(db.<Verdict>call(em -> verification(em).verify())).isInstanceOf(Verdict.Intact.class);
    }

    @OnBothDatabases
    void writersDoNotWaitForASequencerThatIsNotDone(Database db) throws Exception {
        db.run(em -> writeAtOnce(em, 1_200));
        try (var threads = Executors.newSingleThreadExecutor()) {
            db.run(em -> {
                assertThat(sequencer(em).sealPending()).isEqualTo(Sequencer.BATCH);
                var writing = threads.submit(() -> writeInTransactions(db, 20));

                assertThat(writing).succeedsWithin(Duration.ofSeconds(10));
            });
        }
    }

    @OnBothDatabases
    void tenThousandEntriesAreSealedWithinSeconds(Database db) {
        db.run(em -> writeAtOnce(em, 10_000));

        var sealed = Assertions.assertTimeout(Duration.ofSeconds(30), () -> sealAll(db));

        assertThat(sealed).isGreaterThanOrEqualTo(10_000);
    }

    @OnBothDatabases
    void nothingIsSealedOnTopOfATreeThatWasNeverSigned(Database db) {
        db.run(this::write);
        sealAll(db);

        assertThatThrownBy(() -> db.run(em -> {
                    write(em);
                    em.createNativeQuery("update ledger_head set tree_size = 1, frontier = ?")
                            .setParameter(1, Hash.of().base64())
                            .executeUpdate();
                    sequencer(em).sealPending();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never signed");
    }

    private List<UUID> writeInTransactions(Database db, int count) {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) ids.add(db.call(this::write));
        return ids;
    }

    private void writeAtOnce(EntityManager em, int count) {
        var ids = new Ids(clock, new SecureRandom());
        var rows = Stream.generate(
                        () -> EntryRow.of(EntryIds.next(ids), clock.instant(), opened(mari, UUID.randomUUID()), "salt"))
                .limit(count)
                .toList();
        new Sql(em).batch(Ledger.ENTER, rows.stream().map(EntryRow::values).toList());
        new Sql(em)
                .batch(
                        Ledger.WAIT,
                        rows.stream().map(row -> List.of(row.entry().id())).toList());
    }

    private UUID write(EntityManager em) {
        return ledger(em, clock).write(opened(mari, UUID.randomUUID()));
    }

    private static long leafOf(Database db, UUID entry) {
        return db.call(em -> ((Number) em.createNativeQuery("select leaf_index from ledger_leaf where entry_id = ?")
                        .setParameter(1, entry.toString())
                        .getSingleResult())
                .longValue());
    }
}
