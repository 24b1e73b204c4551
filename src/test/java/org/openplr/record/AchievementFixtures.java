package org.openplr.record;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openplr.audit.AuditFixtures;
import org.openplr.learner.FileFixtures;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileSteps.Told;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.learner.LearnerFixtures;
import org.openplr.learner.SenderNow;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.qualification.AwardReference;
import org.openplr.qualification.AwardingRight;
import org.openplr.qualification.QualificationFixtures;
import org.openplr.testing.Database;

/** Awarding organisations and what they send, for tests. */
public final class AchievementFixtures {
    /** Whoever is {@link #awarding} may award it. */
    public static final AwardReference UNIT = AwardReference.parse("Q/999/0201").orElseThrow();

    /** Whoever is {@link #awarding} might award it until August 2020. */
    public static final AwardReference ENDED =
            AwardReference.parse("Q/999/0202").orElseThrow();

    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(10_600_000);

    private AchievementFixtures() {}

    /** Somebody of an organisation that may award a unit of 4 credits, and did another until 2020. */
    public static Actor.OrganisationUser awarding(Database db) {
        var ukprn = new Ukprn(Integer.toString(ORGANISATIONS.incrementAndGet()));
        db.run(em -> {
            OrganisationFixtures.register(em)
                    .take(List.of(new Organisation(ukprn, "Otter Awards", OrganisationKind.AWARDING, "", "")));
            QualificationFixtures.rights(em)
                    .take(List.of(
                            new AwardingRight(ukprn, UNIT, "Signals", "Unit", "Level 2", 4, null, null),
                            new AwardingRight(
                                    ukprn, ENDED, "Knots", "Unit", "", 2, null, LocalDate.parse("2020-08-31"))));
        });
        return new Actor.OrganisationUser(UUID.randomUUID(), ukprn, Set.of(Role.AWARDING));
    }

    public static Maintaining maintaining(EntityManager em, InstantSource clock) {
        return new Maintaining(
                new Maintaining.Registers(
                        LearnerFixtures.verifying(em),
                        OrganisationFixtures.organisations(em),
                        OrganisationFixtures.awarding(em),
                        QualificationFixtures.rights(em)),
                new Sql(em),
                AuditFixtures.ledger(em, clock),
                new Ids(clock, new SecureRandom()),
                clock);
    }

    /** The service that takes files, in one transaction. */
    public static AchievementFiles files(EntityManager em, InstantSource clock) {
        return new AchievementFiles(FileFixtures.files(em, clock), new AchievementFileTable(new Sql(em)));
    }

    static AchievementFileWork work(EntityManager em, InstantSource clock, SenderNow senders) {
        return new AchievementFileWork(
                FileFixtures.steps(em, clock, senders), maintaining(em, clock), new AchievementFileTable(new Sql(em)));
    }

    /** The work on them, each call in a transaction of its own, as in the server. */
    public static AchievementFileWork work(Database db, InstantSource clock) {
        return db.call(em -> new InTransactions(em, db, clock));
    }

    /**
     * The same, which breaks down once, when a step has written everything and not committed yet.
     *
     * @param steps where each step begins is added to it
     * @param call which call of a step it is, from 1
     */
    public static AchievementFileWork crashing(Database db, InstantSource clock, List<Integer> steps, int call) {
        return db.call(em -> new InTransactions(em, db, clock) {
            @Override
            public boolean step(
                    Task task, int done, List<AchievementRow> rows, Function<List<Maintained>, Told> telling) {
                steps.add(done);
                return db.call(one -> {
                    var went = work(one, clock, Optional::of).step(task, done, rows, telling);
                    if (steps.size() == call) throw new IllegalStateException("the power fails");
                    return went;
                });
            }
        });
    }

    private static class InTransactions extends AchievementFileWork {
        private final Database db;
        private final InstantSource clock;

        private InTransactions(EntityManager em, Database db, InstantSource clock) {
            super(
                    FileFixtures.steps(em, clock, Optional::of),
                    maintaining(em, clock),
                    new AchievementFileTable(new Sql(em)));
            this.db = db;
            this.clock = clock;
        }

        private AchievementFileWork one(EntityManager em) {
            return work(em, clock, Optional::of);
        }

        @Override
        public void begin(Task task, int rows, List<FileRemark> remarks, byte[] head) {
            db.run(em -> one(em).begin(task, rows, remarks, head));
        }

        @Override
        public boolean step(Task task, int done, List<AchievementRow> rows, Function<List<Maintained>, Told> telling) {
            return db.call(em -> one(em).step(task, done, rows, telling));
        }

        @Override
        public void finish(Task task) {
            db.run(em -> one(em).finish(task));
        }

        @Override
        public void finish(Task task, Answering answering) {
            db.run(em -> one(em).finish(task, answering));
        }
    }
}
