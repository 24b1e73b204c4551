package org.openplr.learner;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openplr.audit.AuditFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;

/** Files of learners for tests. */
public final class FileFixtures {
    private FileFixtures() {}

    static FileTable table(EntityManager em, InstantSource clock) {
        return new FileTable(new Sql(em), clock, new Ids(clock, new SecureRandom()));
    }

    /** The service that takes them, in one transaction. */
    public static LearnerFiles files(EntityManager em, InstantSource clock) {
        return new LearnerFiles(table(em, clock), AuditFixtures.ledger(em, clock));
    }

    /** The cells of a line of a CSV file. */
    static FileRow.Cells line(int number) {
        return new FileRow.Cells() {
            @Override
            public int line(String column) {
                return number;
            }

            @Override
            public String name(String column) {
                return column;
            }
        };
    }

    static TemporaryTable temporaryTable(EntityManager em, InstantSource clock) {
        return new TemporaryTable(new Sql(em), clock, new Ids(clock, new SecureRandom()));
    }

    static TemporaryNumbers temporary(EntityManager em, InstantSource clock) {
        var registry = new Registry(em, clock);
        return new TemporaryNumbers(temporaryTable(em, clock), registry.finding(), registry.ledger());
    }

    /** The list of those without a number; what files say of it is in a transaction of its own. */
    public static TemporaryNumbers temporary(Database db, InstantSource clock) {
        return db.call(em ->
                new TemporaryNumbers(
                        temporaryTable(em, clock), new Registry(em, clock).finding(), AuditFixtures.ledger(em, clock)) {
                    @Override
                    public void fromFile(Actor.OrganisationUser by, List<Entry> open, Map<String, Uln> numbered) {
                        db.run(other -> temporary(other, clock).fromFile(by, open, numbered));
                    }

                    @Override
                    public Listed list(Actor.OrganisationUser by, Wanted wanted, Optional<String> cursor, int limit) {
                        return db.call(other -> temporary(other, clock).list(by, wanted, cursor, limit));
                    }
                });
    }

    static UploadTable uploadTable(EntityManager em, InstantSource clock) {
        return new UploadTable(new Sql(em), clock, new Ids(clock, new SecureRandom()));
    }

    /** The service that takes them in parts, in one transaction. */
    static LearnerUploads uploads(EntityManager em, InstantSource clock) {
        return new LearnerUploads(uploadTable(em, clock), table(em, clock), files(em, clock));
    }

    static LearnerFileWork work(EntityManager em, InstantSource clock) {
        return work(em, clock, Optional::of);
    }

    static LearnerFileWork work(EntityManager em, InstantSource clock, SenderNow senders) {
        var registry = new Registry(em, clock);
        var steps = steps(em, clock, senders);
        return new LearnerFileWork(
                table(em, clock), steps, registry.registration(), registry.verifying(), registry.relating());
    }

    /** What steps of all files have in common. */
    public static FileSteps steps(EntityManager em, InstantSource clock, SenderNow senders) {
        return new FileSteps(table(em, clock), senders);
    }

    /** The work on them, each call in a transaction of its own, as in the server. */
    public static LearnerFileWork work(Database db, InstantSource clock) {
        return db.call(em -> new InTransactions(em, db, clock));
    }

    private static final class InTransactions extends LearnerFileWork {
        private final Database db;
        private final InstantSource clock;

        private InTransactions(EntityManager em, Database db, InstantSource clock) {
            super(
                    table(em, clock),
                    steps(em, clock, Optional::of),
                    new Registry(em, clock).registration(),
                    new Registry(em, clock).verifying(),
                    new Registry(em, clock).relating());
            this.db = db;
            this.clock = clock;
        }

        private <T> T in(Function<LearnerFileWork, T> work) {
            return db.call(em -> work.apply(work(em, clock)));
        }

        @Override
        public Optional<Task> next() {
            return in(LearnerFileWork::next);
        }

        @Override
        public void begin(Task task, int rows, List<FileRemark> remarks) {
            db.run(em -> work(em, clock).begin(task, rows, remarks));
        }

        @Override
        public void refuse(Task task, List<FileRemark> why) {
            db.run(em -> work(em, clock).refuse(task, why));
        }

        @Override
        public boolean step(Task task, int done, List<FileRow> rows) {
            return in(work -> work.step(task, done, rows));
        }

        @Override
        public List<Answered> answered(Task task) {
            return in(work -> work.answered(task));
        }

        @Override
        public void finish(Task task, byte[] answer) {
            db.run(em -> work(em, clock).finish(task, answer));
        }

        @Override
        public void failed(Task task) {
            db.run(em -> work(em, clock).failed(task));
        }
    }
}
