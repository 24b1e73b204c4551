package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.someone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.openplr.challenge.ChallengeFixtures;
import org.openplr.learner.FileFixtures;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile.State;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.record.AchievementCounts;
import org.openplr.record.AchievementFile;
import org.openplr.record.AchievementFileWork;
import org.openplr.record.AchievementFixtures;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** A file of achievements from its coming to its answer. */
class AwardRunnerTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-27T12:00:00Z");
    private static final AtomicInteger REFERENCES = new AtomicInteger();
    private static final String HEADER = String.join(",", BatchForm.ACHIEVEMENTS.columns()) + "\n";

    private static Uln learner(Database db) {
        var uln = freshUln();
        db.run(em -> LearnerFixtures.register(em).take(List.of(someone(uln))));
        return uln;
    }

    private static String reference() {
        return "AR-" + REFERENCES.incrementAndGet();
    }

    private static String row(String reference, Uln uln, String grade) {
        return ",%s,%s,Siân,Morgan,,Q/999/0201,2026-06-12,%s,,English,,19990055,,\n"
                .formatted(reference, uln.digits(), grade);
    }

    private static String act(String action, String reference, Uln uln, String why) {
        return "%s,%s,%s,,,,,,,,,,,%s,\n".formatted(action, reference, uln.digits(), why);
    }

    private static AchievementFile send(Database db, Actor.OrganisationUser user, String content) {
        return db.call(em -> AchievementFixtures.files(em, CLOCK)
                        .send(user, "awards.csv", Locale.UK, content.getBytes(StandardCharsets.UTF_8)))
                .file();
    }

    private static AchievementFile find(Database db, Actor.OrganisationUser user, AchievementFile file) {
        return db.call(em -> AchievementFixtures.files(em, CLOCK)
                        .find(user, file.file().id()))
                .orElseThrow();
    }

    private static List<FileRemark> remarks(Database db, Actor.OrganisationUser user, AchievementFile file) {
        return db.call(em ->
                AchievementFixtures.files(em, CLOCK).remarks(user, file.file().id(), 1_000));
    }

    private static List<String> told(Database db, Actor.OrganisationUser user, AchievementFile file) {
        return remarks(db, user, file).stream().map(FileRemark::toString).toList();
    }

    private static String answer(Database db, Actor.OrganisationUser user, AchievementFile file) {
        return new String(
                db.call(em -> AchievementFixtures.files(em, CLOCK)
                                .answer(user, file.file().id()))
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }

    private static void workOffAll(Database db, AchievementFileWork achievements) {
        var work = FileFixtures.work(db, CLOCK);
        var runner = new BatchRunner(
                work,
                FileFixtures.temporary(db, CLOCK),
                new AwardRunner(work, achievements, CLOCK),
                new ChallengeRunner(work, ChallengeFixtures.files(db, CLOCK)),
                CLOCK);
        var more = true;
        while (more) more = runner.runNext();
    }

    private static AchievementFile worked(Database db, Actor.OrganisationUser user, String content) {
        var file = send(db, user, content);
        workOffAll(db, AchievementFixtures.work(db, CLOCK));
        return find(db, user, file);
    }

    private static List<LearningEvent> events(Database db, Uln uln) {
        return db.call(em -> RecordFixtures.records(em).of(Set.of(uln)).events());
    }

    private static AchievementCounts counts(Database db, Actor.OrganisationUser user, String content) {
        return worked(db, user, content).counts();
    }

    @OnBothDatabases
    void whatBecameOfEveryRowIsCountedAsTheRealServiceDoes(Database db) {
        var user = AchievementFixtures.awarding(db);
        var ulns = IntStream.range(0, 5).mapToObj(_ -> learner(db)).toList();
        var references = IntStream.range(0, 5).mapToObj(_ -> reference()).toList();
        var all = new StringBuilder(HEADER);
        for (var i = 0; i < 5; i++) all.append(row(references.get(i), ulns.get(i), "Pass"));
        var provisional = reference();
        all.append(row(provisional, ulns.get(0), "Pass").replace("English,,", "English,provisional,"));

        assertThat(counts(db, user, all.toString())).isEqualTo(new AchievementCounts(6, 0, 0, 0, 0, 0, 1, 0, 0, 0));
        var second = HEADER
                + row(references.get(0), ulns.get(0), "Pass")
                + row(references.get(1), ulns.get(1), "Merit")
                + act("withdraw", references.get(2), ulns.get(2), "entered in error")
                + act("Reinstate", references.get(3), ulns.get(3), "it was right")
                + act("FINAL", provisional, ulns.get(0), "");
        var done = worked(db, user, second);

        assertThat(done.counts()).isEqualTo(new AchievementCounts(0, 1, 2, 1, 0, 1, 0, 0, 0, 0));
        assertThat(done.file().state()).isEqualTo(State.DONE);
        assertThat(done.file().good()).isEqualTo(5);
        assertThat(events(db, ulns.get(2))).isEmpty();
        assertThat(counts(db, user, HEADER + act("REINSTATE", references.get(2), ulns.get(2), "after all")))
                .isEqualTo(new AchievementCounts(0, 0, 0, 0, 1, 0, 0, 0, 0, 0));
        assertThat(events(db, ulns.get(2))).hasSize(1);
    }

    @OnBothDatabases
    void everyErrorHasItsLineItsColumnItsCodeAndWords(Database db) {
        var user = AchievementFixtures.awarding(db);
        var uln = learner(db);
        var other = learner(db);
        var stands = reference();
        var finished = reference();
        var gone = reference();
        var goneToo = reference();
        worked(
                db,
                user,
                HEADER
                        + row(stands, other, "Pass")
                        + row(finished, uln, "Pass")
                        + row(gone, uln, "Pass")
                        + row(goneToo, uln, "Pass"));
        var error = "entered in error";
        worked(db, user, HEADER + act("WITHDRAW", gone, uln, error) + act("WITHDRAW", goneToo, uln, error));
        var twice = reference();
        var rows = List.of(
                row("", uln, "Pass"),
                row("no spaces", uln, "Pass"),
                row(reference(), uln, "Pass").replace(uln.digits(), "1234567890"),
                row(reference(), uln, "Pass").replace(uln.digits(), "9999999999"),
                row(reference(), uln, "Pass").replace(uln.digits(), "8.36E+09"),
                row(reference(), uln, "Pass").replace("2026-06-12", "12/06/2026"),
                row(reference(), uln, "Pass").replace("2026-06-12", "12/06/26"),
                row(reference(), uln, "Pass").replace("2026-06-12", "summer"),
                row(reference(), uln, "Pass").replace("2026-06-12", "2026-11-28"),
                row(reference(), uln, "Pass").replace("2026-06-12", "2009-07-31"),
                row(reference(), uln, ""),
                row(reference(), uln, "x".repeat(41)),
                row(reference(), uln, "=1+1"),
                row(reference(), uln, "####"),
                row(reference(), uln, "Pass").replace("English", "x".repeat(41)),
                row(reference(), uln, "Pass").replace(",,English", ",many,English"),
                row(reference(), uln, "Pass").replace(",,English", ",1000,English"),
                row(reference(), uln, "Pass").replace("English,,", "English,perhaps,"),
                row(reference(), uln, "Pass").replace("19990055", "1"),
                row(reference(), uln, "Pass").replace("Q/999/0201", "?*"),
                row(reference(), uln, "Pass").replace("Siân", "x".repeat(36)),
                "ERASE" + row(reference(), uln, "Pass"),
                act("WITHDRAW", reference(), other, "no"),
                act("WITHDRAW", reference(), other, "x".repeat(201)),
                row(reference(), uln, "Pass\u0001"),
                row(reference(), uln, "Pass").replace("Siân,Morgan", "Tomos,Evans"),
                row(reference(), freshUln(), "Pass"),
                row(reference(), uln, "Pass").replace("Q/999/0201", "603/1164/2"),
                row(reference(), uln, "Pass").replace("Q/999/0201", "Q/999/0202"),
                act("FINAL", reference(), uln, ""),
                row(gone, uln, "Merit"),
                act("FINAL", goneToo, uln, ""),
                row(stands, uln, "Pass"),
                row(finished, uln, "Pass").replace("English,,", "English,PROVISIONAL,"),
                row(twice, uln, "Pass"),
                row(twice, uln, "Merit"),
                row(reference(), uln, "Pass").replace(",,\n", ",,,,more\n"),
                "\"a quote,that is never,closed\n");

        var done = worked(db, user, HEADER + String.join("", rows));

        assertThat(told(db, user, done))
                .containsExactly(
                        "line 2, Reference: missing",
                        "line 3, Reference: own-reference",
                        "line 4, ULN: not-a-uln",
                        "line 5, ULN: placeholder-awarded",
                        "line 6, ULN: excel-number",
                        "line 7, AchievementAwardDate: excel-date",
                        "line 8, AchievementAwardDate: excel-year",
                        "line 9, AchievementAwardDate: not-a-date",
                        "line 10, AchievementAwardDate: in-the-future",
                        "line 11, AchievementAwardDate: before-the-record",
                        "line 12, Grade: missing",
                        "line 13, Grade: too-long",
                        "line 14, Grade: formula",
                        "line 15, Grade: excel-hashes",
                        "line 16, LanguageForAssessment: too-long",
                        "line 17, Credits: not-a-number",
                        "line 18, Credits: between",
                        "line 19, Status: not-a-word",
                        "line 20, ProviderUkprn: not-a-ukprn",
                        "line 21, UnitOrQualificationReferenceNumber: not-a-reference",
                        "line 22, GivenName: too-long",
                        "line 23, Action: not-a-word",
                        "line 24, ActionReason: missing",
                        "line 25, ActionReason: too-long",
                        "line 26, Grade: control-character",
                        "line 27, ULN: learner-not-verified",
                        "line 28, ULN: learner-not-verified",
                        "line 29, UnitOrQualificationReferenceNumber: not-yours-to-award",
                        "line 30, AchievementAwardDate: not-awarded-then",
                        "line 31, Reference: no-such-achievement",
                        "line 32, Reference: achievement-withdrawn",
                        "line 33, Reference: achievement-withdrawn",
                        "line 34, ULN: another-learner",
                        "line 35, Status: final-already",
                        "line 37, Reference: twice-in-file",
                        "line 38, : too-many-cells",
                        "line 39, : broken-quote");
        assertThat(done.counts()).isEqualTo(new AchievementCounts(1, 0, 0, 0, 0, 0, 0, 2, 27, 8));
        assertThat(told(db, user, done)).hasSize(37);
        for (var locale : List.of(Locale.UK, Locale.of("cy")))
            for (var remark : remarks(db, user, done))
                assertThat(new AnswerWords(locale).said(List.of(remark)))
                        .doesNotContain("{0}")
                        .isNotBlank();
    }

    @OnBothDatabases
    void aBadRowNeverStopsAGoodOneAndTheAnswerHasTheBadOnesOnly(Database db) {
        var user = AchievementFixtures.awarding(db);
        var first = learner(db);
        var last = learner(db);
        var wrong = learner(db);
        var content = HEADER.replace("\n", ",Centre\n")
                + row(reference(), first, "Pass").replace("\n", ",C1\n")
                + row("MEND-ME", wrong, "").replace("\n", ",C2\n")
                + row(reference(), last, "Merit").replace("\n", ",C3\n");

        var done = worked(db, user, content);

        assertThat(events(db, first)).hasSize(1);
        assertThat(events(db, last)).hasSize(1);
        var answer = answer(db, user, done);
        assertThat(answer.lines()).hasSize(2);
        assertThat(answer).contains("MEND-ME", "C2", "3,FIELD,Grade:missing,Grade: this is empty and is needed");
        var mended = answer.replace("2026-06-12,,", "2026-06-12,Distinction,");
        var again = worked(db, user, mended);
        assertThat(again.counts().created()).isEqualTo(1);
        assertThat(told(db, user, again)).containsExactly("line 1, Centre: column-unknown");
        assertThat(events(db, wrong)).extracting(one -> one.award().grade()).containsExactly("Distinction");
    }

    @OnBothDatabases
    void theSameFileTwiceIsWorkedOffOnceAndItsRowsAgainChangeNothing(Database db) {
        var user = AchievementFixtures.awarding(db);
        var uln = learner(db);
        var content = HEADER + row(reference(), uln, "Pass");
        var first = worked(db, user, content);

        assertThat(send(db, user, content).file().id()).isEqualTo(first.file().id());
        assertThat(counts(db, user, content.replace("\n", "\r\n")))
                .isEqualTo(new AchievementCounts(0, 0, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(versions(db, uln)).isEqualTo(1);
    }

    private static int versions(Database db, Uln uln) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select count(*) as n from record_event_version where uln = ?",
                        row -> row.number("n"),
                        List.of(uln.digits()))
                .getFirst());
    }

    /** Two and a half steps, of which the second breaks down when it has written everything. */
    @OnBothDatabases
    void afterACrashAFileGoesOnWhereItStoppedAndNothingIsDoneTwice(Database db) {
        var user = AchievementFixtures.awarding(db);
        var uln = learner(db);
        var count = 2 * AchievementFileWork.STEP + 500;
        var content = new StringBuilder(HEADER);
        var twice = reference();
        content.append(row(twice, uln, "Pass"));
        for (var i = 1; i < count - 1; i++) content.append(row(reference(), uln, i == 1_500 ? "" : "Pass"));
        content.append(row(twice, uln, "Merit"));
        var file = send(db, user, content.toString());
        var steps = new ArrayList<Integer>();

        workOffAll(db, AchievementFixtures.crashing(db, CLOCK, steps, 2));

        var done = find(db, user, file);
        assertThat(steps).containsExactly(0, 1_000, 1_000, 2_000);
        assertThat(done.file().state()).isEqualTo(State.DONE);
        assertThat(done.counts()).isEqualTo(new AchievementCounts(count - 2, 0, 0, 0, 0, 0, 0, 0, 1, 1));
        assertThat(versions(db, uln)).isEqualTo(count - 2);
        assertThat(told(db, user, done))
                .containsExactly("line 1502, Grade: missing", "line " + (count + 1) + ", Reference: twice-in-file");
        assertThat(answer(db, user, done).lines()).hasSize(3);
    }

    /** Beside those who are written letter by letter as in the register, in the same step. */
    @OnBothDatabases
    void whoIsWrittenALittleOtherwiseIsVerifiedAsElsewhere(Database db) {
        var user = AchievementFixtures.awarding(db);
        var uln = learner(db);

        var counts = counts(
                db,
                user,
                HEADER
                        + row(reference(), uln, "Pass")
                        + row(reference(), uln, "Pass").replace("Siân,Morgan", "SIAN,morgan")
                        + row(reference(), uln, "Pass").replace("Morgan,,", "Morgan,2001-03-01,")
                        + row(reference(), uln, "Pass").replace("Morgan,,", "Morgan,1951-11-21,")
                        + row(reference(), uln, "Pass").replace("Siân,Morgan", "Morgan,Siân"));

        assertThat(counts.created()).isEqualTo(4);
        assertThat(counts.learnerData()).isEqualTo(1);
    }

    @OnBothDatabases
    void aFileThatNobodyCanReadIsNotTakenAndSaysWhy(Database db) {
        var user = AchievementFixtures.awarding(db);
        var header = HEADER.replace("Reference,ULN", "Number,Learner");

        assertThat(told(db, user, worked(db, user, header + "1,2\n"))).endsWith("line 1, : columns-missing");
        assertThat(told(db, user, worked(db, user, HEADER))).containsExactly("line 1, : no-achievements");
        assertThat(told(db, user, worked(db, user, "\n\n"))).containsExactly("line 1, : no-achievements");
        assertThat(told(db, user, worked(db, user, HEADER + ",,x\n".repeat(100_001))))
                .endsWith("line 100002, : too-many-achievements");
        assertThat(worked(db, user, "x").file().state()).isEqualTo(State.REFUSED);
    }

    @OnBothDatabases
    void theFormIsReadAsGenerouslyAsWithLearners(Database db) {
        var user = AchievementFixtures.awarding(db);
        var uln = learner(db);
        var content = "\ufeffuln,Reference,GivenName,FamilyName,UnitOrQualificationReferenceNumber,"
                + "AchievementAwardDate,Grade,,\r\n\n" + uln.digits() + "," + reference()
                + ",Siân,Morgan,q 999 0201,2026-06-12,\"Pass\",,\r\n";

        var done = worked(db, user, content);

        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(told(db, user, done))
                .containsExactly(
                        "line 1, : byte-order-mark",
                        "line 1, : mixed-line-ends",
                        "line 1, ULN: header-case",
                        "line 1, : columns-order",
                        "line 1, : trailing-commas");
    }

    /** As GetAchievementBatchJob answers, with the table of errors within. */
    @OnBothDatabases
    void xmlIsAnsweredInXmlWithTheCountsAndTheErrorFile(Database db) {
        var user = AchievementFixtures.awarding(db);
        var uln = learner(db);
        var one = "<Achievement><AchievementAwardDate>2026-06-12T00:00:00</AchievementAwardDate><Action>1</Action>"
                + "<FamilyName>Morgan</FamilyName><GivenName>Siân</GivenName><Grade>Pass</Grade><Uln>" + uln.digits()
                + "</Uln><UnitOrQualificationReferenceNumber>Q9990201</UnitOrQualificationReferenceNumber></Achievement>\n";
        var content = "<SubmitAchievementBatchJob xmlns=\"http://api.lrs.qcf.gov.uk/services\"><achievements>\n" + one
                + one.replace("06-12", "06-13").replace("Siân", "Tomos").replace("Morgan", "Evans")
                + "</achievements></SubmitAchievementBatchJob>";

        var done = worked(db, user, content);

        assertThat(done.counts()).isEqualTo(new AchievementCounts(1, 0, 0, 0, 0, 0, 0, 1, 0, 0));
        assertThat(answer(db, user, done))
                .startsWith("<?xml")
                .contains(
                        "<GetAchievementBatchJobResponse xmlns=\"http://api.lrs.qcf.gov.uk/services\"",
                        "<a:AchievementsCreated>1</a:AchievementsCreated>",
                        "<a:LearnerDataErrors>1</a:LearnerDataErrors>",
                        "<a:SuccessfulFinalAchievements>1</a:SuccessfulFinalAchievements>",
                        "3,LEARNER-DATA,Uln:learner-not-verified,\"Uln: the number");
    }
}
