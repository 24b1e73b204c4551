package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordFixtures;
import org.openplr.record.StateReturn;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Files of the state's returns, from the manifest to the records. */
class ReturnImportTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-27T12:00:00Z");
    private static final Actor BY = new Actor.System("load-return");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String HEADER = "ULN,Source,SourceReference,SubjectCode,Subject,QualificationType,Level,Grade,"
            + "Credits,LanguageForAssessment,AchievementAwardDate,ParticipationStartDate,ParticipationEndDate,"
            + "AwardingOrganisationName,AwardingOrganisationUkprn,CollectionType,ReturnNumber,Status,Restriction,"
            + "UnderDataChallenge,DateLoaded\n";

    @TempDir
    Path folder;

    private static Uln learner(Database db) {
        return db.call(LearnerFixtures::registered).uln();
    }

    private static String reference() {
        return "ret-" + NUMBERS.incrementAndGet();
    }

    private static String row(Uln uln, String reference, String grade) {
        return uln.digits() + ",ILR," + reference + ",1000323X,Key Skills,NVQ/GNVQ Key Skills Unit,," + grade
                + ",,,,2010-09-06,2011-02-11,,UNKNWN,W,02,F,0,N,2011-07-01\n";
    }

    /** A return of its own, with a file of these rows. */
    private final class Returned {
        private final Database db;
        private final String number = "R" + NUMBERS.incrementAndGet();

        Returned(Database db) {
            this.db = db;
        }

        ReturnImport.Report load(String... rows) {
            var text = HEADER + String.join("", rows);
            return load(rows.length, text, text);
        }

        ReturnImport.Report load(int said, String text, String announced) {
            try {
                Files.writeString(folder.resolve("a.csv"), announced);
                var digest = ReturnManifest.digest(folder.resolve("a.csv"));
                Files.writeString(folder.resolve("a.csv"), text);
                var manifest = Files.writeString(
                        folder.resolve("manifest.csv"),
                        "Source,Year,Return,File,Rows,Sha256\nILR,2026/27," + number + ",a.csv," + said + "," + digest
                                + "\n");
                var entry = ReturnManifest.read(manifest).getFirst();
                return db.call(em -> new ReturnImport(RecordFixtures.returns(em, CLOCK)).load(folder, entry, BY));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static List<LearningEvent> events(Database db, Uln uln) {
        return db.call(em -> RecordFixtures.records(em).of(Set.of(uln)).events());
    }

    /** Every version of an event: what it says, whether it is withdrawn, and why. */
    private static List<String> versions(Database db, String reference) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select version_no, grade, withdrawn, recorded_why, recorded_by from record_event_version"
                                + " where source_reference = ? and source_code = 'ILR' order by version_no",
                        row -> row.number("version_no") + " " + row.text("grade")
                                + (row.flag("withdrawn") ? " withdrawn" : "")
                                + row.text("recorded_why").replaceFirst(".*,", ","),
                        List.of(reference)));
    }

    @OnBothDatabases
    void administratorsSeeEachLoadAndWhatItChanged(Database db) {
        var uln = learner(db);
        var returned = new Returned(db);
        var reference = reference();
        returned.load(row(uln, reference, "Pass"), row(uln, reference(), "Pass"));
        returned.load(row(uln, reference, "Merit"));

        var loads = db.call(em -> RecordFixtures.returns(em, CLOCK).loads(new Actor.Administrator(UUID.randomUUID())));

        assertThat(loads)
                .filteredOn(load -> load.what().number().equals(returned.number))
                .extracting(StateReturn.Load::number, StateReturn.Load::rows, StateReturn.Load::changed)
                .containsExactly(
                        tuple(2, 1, new StateReturn.Changed(0, 1, 0, 0, 1)),
                        tuple(1, 2, new StateReturn.Changed(2, 0, 0, 0, 0)));
    }

    @OnBothDatabases
    void aReturnIsLoadedAndTheVeryFileAgainIsNot(Database db) {
        var uln = learner(db);
        var returned = new Returned(db);
        var reference = reference();

        var first = returned.load(row(uln, reference, "Pass"));

        assertThat(first.faults()).isEmpty();
        assertThat(first.summary()).contains("load 1: 1 rows", "1 created, 0 updated");
        assertThat(events(db, uln)).hasSize(1);
        assertThat(returned.load(row(uln, reference, "Pass")).summary()).contains("the very file of load 1");
    }

    @OnBothDatabases
    void theNextOfTheSameNumberReplacesItAndTheHistoryIsKept(Database db) {
        var uln = learner(db);
        var returned = new Returned(db);
        var stays = reference();
        var changes = reference();
        var goes = reference();
        returned.load(row(uln, stays, "Pass"), row(uln, changes, "Pass"), row(uln, goes, "Pass"));

        var second = returned.load(row(uln, stays, "Pass"), row(uln, changes, "Merit"));
        var third = returned.load(row(uln, goes, "Pass"), row(uln, changes, "Merit"), row(uln, stays, "Pass"));

        assertThat(second.summary()).contains("0 created, 1 updated, 1 unchanged, 0 reinstated, 1 withdrawn");
        assertThat(third.summary()).contains("0 created, 0 updated, 2 unchanged, 1 reinstated, 0 withdrawn");
        assertThat(versions(db, stays)).containsExactly("1 Pass, load 1");
        assertThat(versions(db, changes)).containsExactly("1 Pass, load 1", "2 Merit, load 2");
        assertThat(versions(db, goes)).containsExactly("1 Pass, load 1", "2 Pass withdrawn, load 2", "3 Pass, load 3");
        assertThat(events(db, uln)).hasSize(3);
    }

    @OnBothDatabases
    void whatAnotherReturnStillTellsOfStays(Database db) {
        var uln = learner(db);
        var fourth = new Returned(db);
        var fifth = new Returned(db);
        var both = reference();
        var other = reference();
        fourth.load(row(uln, both, "Pass"), row(uln, other, "Pass"));
        fifth.load(row(uln, both, "Pass"));

        assertThat(fourth.load(row(uln, other, "Pass")).summary()).contains("0 withdrawn");
        assertThat(fifth.load(row(uln, reference(), "Pass")).summary()).contains("1 withdrawn");
        assertThat(versions(db, both)).hasSize(2);
        assertThat(new Returned(db).load(row(uln, both, "Pass")).summary()).contains("1 reinstated");
    }

    @OnBothDatabases
    void whatWasWithdrawnOtherwiseStaysSoWhoeverReturnsIt(Database db) {
        var uln = learner(db);
        var returned = new Returned(db);
        var reference = reference();
        returned.load(row(uln, reference, "Pass"));
        var id = events(db, uln).getFirst().id();
        db.run(em -> RecordFixtures.keeping(em, CLOCK).withdraw(id, BY, "a decision"));

        assertThat(returned.load(row(uln, reference, "Merit")).summary()).contains("1 updated");
        assertThat(events(db, uln)).isEmpty();
    }

    @OnBothDatabases
    void oneBadRowAndNothingOfTheFileIsLoaded(Database db) {
        var uln = learner(db);
        var returned = new Returned(db);
        var reference = reference();
        var unregistered = LearnerFixtures.freshUln();

        var unreadable = returned.load(
                row(uln, reference, "Pass"), row(uln, reference(), "Pass").replace("2010-09-06", "soon"));
        var nobodys = returned.load(row(uln, reference, "Pass"), row(unregistered, reference(), "Pass"));
        var twice = returned.load(row(uln, reference, "Pass"), "\n", row(uln, reference, "Pass"));
        var elsewhere = returned.load(row(uln, reference, "Pass").replace(",ILR,", ",NPD,"));

        assertThat(unreadable.faults())
                .extracting(RowFault::toString)
                .containsExactly("line 3, ParticipationStartDate: is not a date like 2026-11-23");
        assertThat(nobodys.faults())
                .extracting(RowFault::toString)
                .containsExactly("line 3, ULN: is nobody's number in the register");
        assertThat(twice.faults())
                .extracting(RowFault::toString)
                .containsExactly("line 4, SourceReference: stands in line 2 already");
        assertThat(elsewhere.faults())
                .extracting(RowFault::toString)
                .containsExactly("line 2, Source: is another source than the manifest says");
        assertThat(events(db, uln)).isEmpty();
    }

    @OnBothDatabases
    void whatIsNotWhatTheManifestAnnouncesIsNotLoaded(Database db) {
        var uln = learner(db);
        var returned = new Returned(db);
        var text = HEADER + row(uln, reference(), "Pass");

        assertThat(returned.load(2, text, text).faults())
                .extracting(RowFault::toString)
                .containsExactly("line 0, Rows: says 2, and there are 1");
        assertThat(returned.load(1, text, text + "more").faults().getFirst().column())
                .isEqualTo("Sha256");
        assertThat(returned.load(1, text + "a,b\n", text + "a,b\n").faults())
                .extracting(RowFault::line)
                .containsExactly(3L);
        assertThat(events(db, uln)).isEmpty();
        assertThatThrownBy(() -> returned.load(0, "ULN,Source\n", "ULN,Source\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("SourceReference");
    }

    @Test
    void aManifestThatCannotBeReadSaysWhere() throws IOException {
        var head = "Source,Year,Return,File,Rows,Sha256\n";
        var path = folder.resolve("m.csv");
        for (var wrong : List.of(
                "QCFU,2026/27,R04,a.csv,1," + "0".repeat(64),
                "ILR,2026,R04,a.csv,1," + "0".repeat(64),
                "ILR,2026/27,R04,../a.csv,1," + "0".repeat(64),
                "ILR,2026/27,R04,a.csv,many," + "0".repeat(64),
                "ILR,2026/27,R04,a.csv,1,abc")) {
            Files.writeString(path, head + wrong + "\n");
            assertThatThrownBy(() -> ReturnManifest.read(path))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("line 2");
        }
        Files.writeString(path, head);
        assertThatThrownBy(() -> ReturnManifest.read(path)).hasMessageContaining("names no file");
    }

    /** What real returns hold (facts of the Learning Records Service, 1.6): kept as it comes, and understood beside. */
    @Nested
    class Oddities {
        private LearningEvent only(Database db, String row) {
            var uln = learner(db);
            var report = new Returned(db).load(row.formatted(uln.digits(), reference()));
            assertThat(report.faults()).isEmpty();
            return events(db, uln).getFirst();
        }

        @OnBothDatabases
        void aGradeThatLooksLikeANumberOfALearnerIsKeptAndIsNone(Database db) {
            var event = only(db, "%s,ILR,%s,1000323X,Key Skills,,,9999999999,,,,2010-09-06,,,,W,02,F,0,N,2011-07-01\n");

            assertThat(event.award().grade()).isEqualTo("9999999999");
            assertThat(event.realGrade()).isEmpty();
            assertThat(event.kind()).isEqualTo(EventKind.PARTICIPATION);
        }

        @OnBothDatabases
        void aMissingLevelIsNoLevel(Database db) {
            var event = only(db, "%s,ILR,%s,50079116,Welding,NVQ,,Pass,,,2012-07-01,,,,,W,01,F,0,N,2012-12-01\n");

            assertThat(event.subject().levelText()).isNull();
            assertThat(event.level()).isEmpty();
        }

        @OnBothDatabases
        void levelsInWordsAreKeptAsTheyCome(Database db) {
            for (var level : List.of("Level 1/2", "Level 3", "Entry Level")) {
                var event = only(
                        db,
                        "%s,ILR,%s,50079116,Art,GCSE,".concat(level) + ",A*,,,2012-07-01,,,,,A,01,F,0,N,2012-12-01\n");
                assertThat(event.subject().levelText()).isEqualTo(level);
                assertThat(event.level()).isPresent();
            }
        }

        @OnBothDatabases
        void aQualificationHasThreeSpellingsAndAUnitOne(Database db) {
            var codes = List.of("50079116", "1000323X", "500/4606/8", "K/501/5773");
            var read = new ArrayList<String>();
            for (var code : codes) {
                var event = only(
                        db, "%s,ILR,%s,".concat(code) + ",Art,,Level 3,B,,,2012-07-01,,,,,W,01,F,0,N,2012-12-01\n");
                assertThat(event.subject().code()).isEqualTo(code);
                read.add(event.qan().map(Object::toString).orElse(event.kind().name()));
            }
            assertThat(read).containsExactly("50079116", "1000323X", "50046068", "UNIT");
        }

        @OnBothDatabases
        void anAwardingOrganisationIsAUkprnSixDigitsOrUnknown(Database db) {
            for (var code : List.of("100060", "10022490", "UNKNWN")) {
                var event = only(
                        db,
                        "%s,ILR,%s,50079116,Art,,,B,,English,2012-07-01,,,Edexcel,".concat(code)
                                + ",W,01,F,0,N,2012-12-01\n");
                assertThat(event.awardingOrganisation().code()).isEqualTo(code);
                assertThat(event.awardingOrganisation().ukprn().isPresent()).isEqualTo(code.startsWith("1002"));
            }
        }

        @OnBothDatabases
        void gradesOfAllKindsAreKeptAsTheyCome(Database db) {
            for (var grade : List.of("A*", "E", "U", "AB", "DM", "M", "B", "Pass", "1", "2")) {
                var event = only(
                        db, "%s,ILR,%s,50079116,Art,,,".concat(grade) + ",,,2012-07-01,,,,,W,01,F,0,N,2012-12-01\n");
                assertThat(event.realGrade()).hasValue(grade);
            }
        }

        @OnBothDatabases
        void somebodyWithoutANumberIsPassedOverAndCounted(Database db) {
            var report =
                    new Returned(db).load("9999999999,ILR,x,50079116,Art,,,A,,,2012-07-01,,,,,W,01,F,0,N,2012-12-01\n");

            assertThat(report.faults()).isEmpty();
            assertThat(report.summary()).contains("1 rows, 1 without a number; 0 created");
        }

        @OnBothDatabases
        void codesOfTheCollectionAreKeptAsTheyCome(Database db) {
            var event = only(db, "%s,ILR,%s,50079116,Art,,,A,,Welsh,2012-07-01,,,,,A,01,F,0,N,2012-12-01\n");

            assertThat(event.collected()).isEqualTo(new LearningEvent.Return("A", "01", "F", "0"));
            assertThat(event.underDataChallenge()).isFalse();
            assertThat(event.isRestricted()).isFalse();
        }
    }

    @OnBothDatabases
    void aFileIsReadFromTheDiskWhateverItsSize(Database db) throws IOException {
        var uln = learner(db);
        var rows = new ArrayList<String>();
        for (var i = 0; i < 2_300; i++) rows.add(row(uln, reference(), "Pass"));
        var returned = new Returned(db);

        assertThat(returned.load(rows.toArray(String[]::new)).summary()).contains("2,300 rows", "2,300 created");
        assertThat(returned.load(rows.subList(0, 5).toArray(String[]::new)).summary())
                .contains("5 unchanged, 0 reinstated, 2,295 withdrawn");
        assertThat(Files.readString(folder.resolve("a.csv"), StandardCharsets.UTF_8))
                .startsWith("ULN");
    }
}
