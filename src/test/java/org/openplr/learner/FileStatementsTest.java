package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openplr.learner.FileResult.Code;
import org.openplr.learner.LearnerFile.Kind;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.VerificationType;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** What a step of a file asks of the database: as many statements for a hundred rows as for ten. */
class FileStatementsTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final AtomicInteger FILES = new AtomicInteger();
    private static final Actor.OrganisationUser SENDER =
            new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn("10008866"), Set.of(Role.REGISTRATION_BATCH));

    private final Random random = new Random(FILES.incrementAndGet() * 7_919L);

    private static LearnerFileWork.Task task(Database db, Kind kind, int rows) {
        var content = ("statements " + FILES.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        var sent = db.call(em -> FileFixtures.files(em, CLOCK).send(SENDER, kind, "s.csv", Locale.UK, content));
        var task = new LearnerFileWork.Task(sent.file(), SENDER, Locale.UK, content);
        db.run(em -> FileFixtures.work(em, CLOCK).begin(task, rows, List.of()));
        return task;
    }

    private static long step(Database db, Kind kind, List<FileRow> rows, Code expected) {
        var task = task(db, kind, rows.size());

        var statements = db.statements(em -> FileFixtures.work(em, CLOCK).step(task, 0, rows));

        List<LearnerFileWork.Answered> answered =
                db.call(em -> FileFixtures.work(em, CLOCK).answered(task));
        assertThat(answered).hasSize(rows.size()).allMatch(one -> one.result().code() == expected);
        return statements;
    }

    private static List<FileRow> verified(Database db, int count) {
        var rows = new ArrayList<FileRow>();
        for (var i = 0; i < count; i++) {
            var one = db.call(LearnerFixtures::registered);
            var asked = new ToVerify(one.uln(), "Siân", "Morgan", LocalDate.parse("2001-03-01"), Gender.FEMALE);
            rows.add(new FileRow.ToBeVerified(i + 2, List.of(), asked));
        }
        return rows;
    }

    private static List<FileRow> related(Database db, int count) {
        var rows = new ArrayList<FileRow>();
        for (var i = 0; i < count; i++) {
            var one = db.call(LearnerFixtures::registered);
            var asked = new ToVerify(one.uln(), "Siân", "Morgan", null, Gender.UNKNOWN);
            var from = LocalDate.parse("2026-09-01");
            rows.add(new FileRow.ToBeRelated(
                    FileFixtures.line(i + 2),
                    List.of(),
                    new ToRelate(
                            asked,
                            RelationKind.ENROLLED,
                            from,
                            from.plusYears(1),
                            RelationSource.ENROLMENT,
                            "enrolment " + i)));
        }
        return rows;
    }

    /** People whom nobody knows and who are like nobody: random letters and days. */
    private List<FileRow> registered(int count) {
        var rows = new ArrayList<FileRow>();
        for (var i = 0; i < count; i++) {
            var learner = new LearnerToRegister(
                    new LearnerDetails.Names(null, name(), null, null, name() + name(), null, null),
                    LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)),
                    Gender.FEMALE,
                    new LearnerDetails.Address(
                            null, null, null, null, "ZE" + (1 + random.nextInt(9)) + " " + (i % 10) + "XY", null),
                    new LearnerDetails.Background(null, null, null, null),
                    LearnerDetails.Numbers.NONE,
                    null,
                    new LearnerDetails.Verification(VerificationType.PASSPORT, null),
                    AbilityToShare.MAY_SHARE,
                    null);
            rows.add(new FileRow.ToBeRegistered(FileFixtures.line(i + 2), List.of(), learner));
        }
        return rows;
    }

    private String name() {
        var letters = new StringBuilder("Zh");
        for (var i = 0; i < 4; i++)
            letters.append("aeiou".charAt(random.nextInt(5))).append("bdfgklmnprstvz".charAt(random.nextInt(14)));
        return letters.toString();
    }

    /** The numbers by one, the entries of the ledger and what waits to be sealed, how far the file is, its answers, and for whoever watches. */
    @OnBothDatabases
    void verifying(Database db) {
        assertThat(step(db, Kind.VERIFY, verified(db, 10), Code.VERIFIED)).isEqualTo(7);
        assertThat(step(db, Kind.VERIFY, verified(db, 100), Code.VERIFIED)).isEqualTo(7);
    }

    /** As for verifying, with the links of the numbers; and what stands already, the day's count read and written, and what is noted. */
    @OnBothDatabases
    void relating(Database db) {
        assertThat(step(db, Kind.RELATE, related(db, 10), Code.NOTED)).isEqualTo(11);
        assertThat(step(db, Kind.RELATE, related(db, 100), Code.NOTED)).isEqualTo(11);
    }

    /** Match keys are looked up by 500, so a hundred people need two or three more than ten. */
    @OnBothDatabases
    void registering(Database db) {
        var few = step(db, Kind.REGISTER, registered(10), Code.NEW);
        var many = step(db, Kind.REGISTER, registered(100), Code.NEW);

        assertThat(few).isBetween(10L, 18L);
        assertThat(many - few).isBetween(0L, 6L);
    }
}
