package org.openplr.challenge;

import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.someone;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openplr.audit.AuditFixtures;
import org.openplr.evidence.EvidenceFixtures;
import org.openplr.learner.FileFixtures;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileSteps.Told;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Ids;
import org.openplr.platform.Settings;
import org.openplr.platform.SpokenCode;
import org.openplr.platform.Sql;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordFixtures;
import org.openplr.record.ReportedEvent;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Learners, owners and an administrator, each step a transaction of its own. */
public final class ChallengeFixtures {
    static final Settings SETTINGS = Settings.read(name -> Optional.of(name)
            .filter("openplr.data"::equals)
            .map(data -> Path.of("target", "challenge-tests").toString()));
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(10_710_000);

    final Database db;
    final FixedClock clock;
    final Actor.Administrator service = new Actor.Administrator(UUID.randomUUID());

    public ChallengeFixtures(Database db) {
        this(db, FixedClock.at("2026-09-01T10:00:00Z"));
    }

    private ChallengeFixtures(Database db, FixedClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A learner says that the first grade of their record is another, and whoever answers for it agrees. */
    public static void corrected(Database db, FixedClock clock, Actor.Learner learner, String grade) {
        var house = new ChallengeFixtures(db, clock);
        var raised = house.wrongGrade(learner, house.events(learner.uln()).getFirst(), grade);
        var owner = raised.owner();
        // Other tests may have registered the organisation that the event is of.
        var answering = owner == null
                ? house.service
                : new Actor.OrganisationUser(UUID.randomUUID(), owner, Set.of(Role.REGISTRATION_SUPER, Role.AWARDING));
        done(house.decide(answering, house.taken(answering, raised, Step.ACKNOWLEDGE, ""), Step.UPHOLD, ""));
    }

    /**
     * A learner says that the grade of an award is another, and whoever awarded it does not answer.
     *
     * @return whoever awarded it; to be called before anybody there is known
     */
    public static Unanswered unanswered(Database db, FixedClock clock) {
        return new Unanswered(new ChallengeFixtures(db, clock));
    }

    /** A data challenge that nobody answers. */
    public static final class Unanswered {
        private final ChallengeFixtures house;
        private final Actor.OrganisationUser owner;

        Unanswered(ChallengeFixtures house) {
            this.house = house;
            this.owner = house.awarding();
        }

        public Ukprn owner() {
            return owner.organisation();
        }

        public void isRaised(Actor.Learner learner) {
            house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit");
        }

        /** Whoever awarded it says no, and the learner asks the service. */
        public void isRefusedAndAppealed(Actor.Learner learner) {
            var raised = house.wrongGrade(learner, house.award(learner.uln(), owner), "Distinction");
            var refused = house.decide(
                    owner, house.taken(owner, raised, Step.ACKNOWLEDGE, ""), Step.REJECT, "It was a Pass.");
            done(house.in(one ->
                    one.handling.take(learner, raised.id(), done(refused).revision(), Step.APPEAL, "It was not.")));
        }

        /** So many days pass, and the service looks what is late. */
        public void waits(int days) {
            house.clock.forward(Duration.ofDays(days));
            house.in(one -> {
                one.climbing.late().stream()
                        .filter(late -> owner().equals(late.owner()))
                        .forEach(one.climbing::remind);
                return days;
            });
        }
    }

    /**
     * As many more of one that is open, each in the inbox behind it.
     *
     * @return their ids
     */
    public static List<UUID> copies(Sql sql, UUID one, int count) {
        var ids = new Ids(InstantSource.system(), new SecureRandom());
        var rows = new ArrayList<List<Object>>();
        var made = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            var id = ids.next();
            made.add(id);
            rows.add(List.of(id, SpokenCode.draw('D', ids), "1 2026-09-08 " + id, one));
        }
        sql.batch(
                "insert into challenge (id, reference, uln, kind, state, desk, place, owner, event_id, raised_by,"
                        + " raised_for, explanation, elsewhere_what, made_at, received_on, acknowledge_by, twenty_by,"
                        + " month_by, due_by, appealed, reminded, revision) select cast(? as varchar(36)), cast(? as"
                        + " varchar(14)), uln, kind, state, desk, cast(? as varchar(60)), owner, event_id, raised_by,"
                        + " raised_for, explanation, elsewhere_what, made_at, received_on, acknowledge_by, twenty_by,"
                        + " month_by, due_by, appealed, reminded, revision from challenge where id = ?",
                rows);
        return made;
    }

    /** Whom news is for. */
    public static ChallengesToTell toTell(Sql sql) {
        return new ChallengesToTell(new ChallengeTable(sql));
    }

    /** Everything of this context in one transaction. */
    static final class House {
        final ChallengeTable table;
        final Challenges challenges;
        final Raising raising;
        final Handling handling;
        final Deciding deciding;
        final Waking waking;
        final Climbing climbing;
        final Drafts drafts;
        final Timeliness timeliness;
        final Letters letters;
        final PublishedTimeliness published;
        final Quality quality;
        final ChallengeFileWork files;
        final Drafting drafting;
        final Facts facts;
        final Evidence evidence;
        final GivingEvidence giving;
        final EvidenceEnds ends;

        House(EntityManager em, FixedClock clock) {
            var sql = new Sql(em);
            var ids = new Ids(clock, new SecureRandom());
            var ledger = AuditFixtures.ledger(em, clock);
            var learners = LearnerFixtures.learners(em);
            var relationships = LearnerFixtures.relationships(em);
            var organisations = OrganisationFixtures.organisations(em);
            var events = RecordFixtures.correcting(em, clock);
            var records = RecordFixtures.keeping(em, clock);
            var steps = new StepTable(sql, ids);
            var parts = new Parts(learners, ledger);
            facts = new Facts(learners, relationships, events, ledger);
            var routing = new Routing(organisations, OrganisationFixtures.successors(em, clock), relationships, events);
            table = new ChallengeTable(sql);
            var moving = new Moving(table, steps, parts, records, ledger, clock);
            challenges = new Challenges(table, steps, parts, new Discretion(table, learners), learners, ledger, clock);
            drafting = new Drafting(table, facts, moving, routing, new Drafting.Chance(clock, ids));
            raising = new Raising(table, facts, moving, drafting);
            handling = new Handling(table, moving, routing);
            var register = new Corrections.Register(
                    learners,
                    LearnerFixtures.register(em),
                    LearnerFixtures.numbers(em, clock),
                    relationships,
                    organisations);
            deciding = new Deciding(table, moving, new Corrections(table, events, records, register, routing));
            waking = new Waking(table, moving, drafting, new Waking.Arrivals(facts, RecordFixtures.records(em)));
            climbing = new Climbing(table, routing, ledger, clock);
            var kept = EvidenceFixtures.files(sql, clock, ids);
            drafts = new Drafts(table, kept, clock);
            evidence = new Evidence(table, parts, kept, ledger);
            giving = new GivingEvidence(
                    table,
                    parts,
                    kept,
                    EvidenceFixtures.examining(),
                    new EvidenceKeeping(table, moving, routing, kept, ledger));
            ends = new EvidenceEnds(kept, table, steps, ledger, clock);
            timeliness = new Timeliness(sql, clock);
            published = new PublishedTimeliness(sql, clock);
            quality = new Quality(sql, clock);
            files = new ChallengeFileWork(
                    FileFixtures.steps(em, clock, Optional::of), drafting, facts, RecordFixtures.records(em), ledger);
            letters = new Letters(
                    new LetterTable(sql),
                    table,
                    challenges,
                    new Letters.Press(new LetterSigning(SETTINGS), clock, ids),
                    ledger);
        }
    }

    /** The clock of everything here. */
    public FixedClock clock() {
        return clock;
    }

    /** All of a learner's that were raised, the newest first. */
    public List<Challenge> of(Uln learner) {
        return in(house -> house.table.of(Set.of(learner)));
    }

    /** The work on files of challenges, each call in a transaction of its own, as in the server. */
    public static ChallengeFileWork files(Database db, FixedClock clock) {
        return db.call(em -> new InTransactions(em, db, clock));
    }

    private static final class InTransactions extends ChallengeFileWork {
        private final Database db;
        private final FixedClock clock;

        private InTransactions(EntityManager em, Database db, FixedClock clock) {
            this(em, new House(em, clock), db, clock);
        }

        private InTransactions(EntityManager em, House house, Database db, FixedClock clock) {
            super(
                    FileFixtures.steps(em, clock, Optional::of),
                    house.drafting,
                    house.facts,
                    RecordFixtures.records(em),
                    AuditFixtures.ledger(em, clock));
            this.db = db;
            this.clock = clock;
        }

        @Override
        public void begin(Task task, int rows, List<FileRemark> remarks, byte[] head) {
            db.run(em -> new House(em, clock).files.begin(task, rows, remarks, head));
        }

        @Override
        public boolean step(
                Task task, int done, List<ChallengeFileRow> rows, Function<List<ChallengeFileResult>, Told> telling) {
            return db.call(em -> new House(em, clock).files.step(task, done, rows, telling));
        }

        @Override
        public void finish(Task task) {
            db.run(em -> new House(em, clock).files.finish(task));
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T in(House house);
    }

    <T> T in(Work<T> work) {
        return db.call(em -> work.in(new House(em, clock)));
    }

    /** Somebody of an organisation of the register. */
    Actor.OrganisationUser organisation(String name, String country, Role... roles) {
        var ukprn = new Ukprn(Integer.toString(ORGANISATIONS.incrementAndGet()));
        db.run(em -> OrganisationFixtures.register(em)
                .take(List.of(new Organisation(ukprn, name, OrganisationKind.PROVIDER, "", country))));
        return new Actor.OrganisationUser(UUID.randomUUID(), ukprn, Set.of(roles));
    }

    public Actor.OrganisationUser college() {
        return organisation("College " + ORGANISATIONS.get(), "England", Role.REGISTRATION_ONLINE);
    }

    public Actor.OrganisationUser awarding() {
        return organisation("Awards " + ORGANISATIONS.get(), "England", Role.AWARDING);
    }

    /** A learner who was verified at Level One. */
    public Actor.Learner learner() {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em)
                .take(List.of(LearnerFixtures.verified(someone(uln), VerificationType.PASSPORT))));
        return new Actor.Learner(UUID.randomUUID(), uln);
    }

    public void enrolled(Actor.Learner learner, Actor.OrganisationUser with) {
        db.run(em -> LearnerFixtures.relationships(em).note(Map.of(learner.uln(), with.organisation())));
    }

    /** What an awarding organisation awarded. */
    public LearningEvent award(Uln uln, Actor.OrganisationUser by) {
        return taken(of(
                RecordFixtures.unit(uln),
                new LearningEvent.Body("Awards", by.organisation().digits()),
                new LearningEvent.Body(null, null)));
    }

    /** A course that a college returned. */
    public LearningEvent course(Uln uln, Actor.OrganisationUser at) {
        return taken(of(
                RecordFixtures.course(uln),
                new LearningEvent.Body(null, "UNKNWN"),
                new LearningEvent.Body("College", at.organisation().digits())));
    }

    private LearningEvent taken(ReportedEvent event) {
        var before = events(event.uln()).stream().map(LearningEvent::id).toList();
        db.run(em -> RecordFixtures.taken(em, event));
        return events(event.uln()).stream()
                .filter(one -> !before.contains(one.id()))
                .findFirst()
                .orElseThrow();
    }

    private static ReportedEvent of(ReportedEvent event, LearningEvent.Body awarding, LearningEvent.Body provider) {
        return new ReportedEvent(
                event.source(),
                event.sourceReference(),
                event.uln(),
                event.subject(),
                event.award(),
                event.participation(),
                awarding,
                provider,
                event.collected(),
                false,
                event.loadedOn());
    }

    List<LearningEvent> events(Uln uln) {
        return db.call(em -> RecordFixtures.records(em).of(Set.of(uln)).events());
    }

    /** What the ledger says of a learner's challenges, the oldest first. */
    public List<String> told(Uln uln) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select what, outcome from ledger_entry where subject_uln = ? and what like 'challenge.%'"
                                + " order by happened_at, id",
                        row -> row.text("what") + (row.text("outcome").equals("ALLOWED") ? "" : " refused"),
                        List.of(uln.digits())));
    }

    static Telling telling(Field field, String value) {
        return new Telling(Map.of(field, value), "", null, "");
    }

    static Telling telling(String explanation) {
        return new Telling(Map.of(), explanation, null, "");
    }

    /** A learner says that the grade of an event is another. */
    Challenge wrongGrade(Actor learner, LearningEvent event, String grade) {
        return raised(in(house -> house.raising.raise(
                learner, event.uln(), Beginning.of(Kind.WRONG, event.id()), telling(Field.GRADE, grade))));
    }

    static Challenge raised(Raised raised) {
        return ((Raised.Done) raised).challenge();
    }

    static Challenge done(Stepped stepped) {
        return ((Stepped.Done) stepped).challenge();
    }

    Stepped take(Actor actor, Challenge one, Step step, String words) {
        return in(house -> house.handling.take(actor, one.id(), one.revision(), step, words));
    }

    Challenge taken(Actor actor, Challenge one, Step step, String words) {
        return done(take(actor, one, step, words));
    }

    Stepped decide(Actor actor, Challenge one, Step step, String words) {
        return decide(actor, one, new Decision(step, words, Map.of()));
    }

    Stepped decide(Actor actor, Challenge one, Decision decision) {
        return in(house -> house.deciding.decide(actor, one.id(), one.revision(), decision));
    }

    Challenge now(Challenge one) {
        return in(house -> house.table.find(one.id()).orElseThrow());
    }
}
