package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openplr.challenge.ChallengeFixtures;
import org.openplr.learner.FileFixtures;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.TemporaryNumbers;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.record.AchievementFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** A file from its coming to its answer. */
class BatchRunnerTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final Actor.OrganisationUser COLLEGE =
            new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn("19990055"), Set.of(Role.REGISTRATION_BATCH));

    private static LearnerFile send(Database db, LearnerFile.Kind kind, byte[] content) {
        return db.call(em -> FileFixtures.files(em, CLOCK).send(COLLEGE, kind, "enrolments.csv", Locale.UK, content))
                .file();
    }

    private static LearnerFile find(Database db, LearnerFile file) {
        return db.call(em -> FileFixtures.files(em, CLOCK).find(COLLEGE, About.LEARNERS, file.id()))
                .orElseThrow();
    }

    private static String answer(Database db, LearnerFile file) {
        return new String(
                db.call(em -> FileFixtures.files(em, CLOCK).answer(COLLEGE, About.LEARNERS, file.id()))
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }

    private static void workOffAll(Database db) {
        var work = FileFixtures.work(db, CLOCK);
        var awards = new AwardRunner(work, AchievementFixtures.work(db, CLOCK), CLOCK);
        var runner = new BatchRunner(
                work,
                FileFixtures.temporary(db, CLOCK),
                awards,
                new ChallengeRunner(work, ChallengeFixtures.files(db, CLOCK)),
                CLOCK);
        var more = true;
        while (more) more = runner.runNext();
    }

    @OnBothDatabases
    void goodRowsGetNumbersAndTheOthersAReasonAndNothingIsLost(Database db) throws IOException {
        try (var in = Objects.requireNonNull(BatchRunnerTest.class.getResourceAsStream("/files/enrolments.csv"))) {
            var file = send(db, LearnerFile.Kind.REGISTER, in.readAllBytes());

            workOffAll(db);

            var done = find(db, file);
            assertThat(done.state()).isEqualTo(LearnerFile.State.DONE);
            assertThat(done.rows()).isEqualTo(9);
            assertThat(done.done()).isEqualTo(9);
            assertThat(done.good()).isEqualTo(5);
            var rows = CsvFile.of(answer(db, file).getBytes(StandardCharsets.UTF_8))
                    .rows(row -> row.text("MISIdentifier") + " " + row.text("ReturnCode") + " "
                            + row.text("ULN").length());
            assertThat(rows.values())
                    .containsExactly(
                            "HC26-001 NEW 10",
                            "HC26-002 RC011 0",
                            "HC26-003 RC011 0",
                            "HC26-004 RC006 0",
                            "HC26-005 NEW 10",
                            "HC26-006 RC011 0",
                            "HC26-007 NEW 10",
                            "HC26-008 NEW 10",
                            "HC26-009 NEW 10");
        }
    }

    @OnBothDatabases
    void somebodyTooYoungIsRc013(Database db) {
        var header = String.join(",", BatchForm.REGISTRATION.columns());
        var row = "2A,,19990055,1,,S1,,Bach,,,Rhyifanc,,,,,,,,CF10 3AT,,2020-01-01,,,1,,,1,1,,";
        var file = send(db, LearnerFile.Kind.REGISTER, (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8));

        workOffAll(db);

        assertThat(answer(db, file))
                .contains("RC013")
                .contains("DateOfBirth: whoever is registered is between 13 and 110 years old");
    }

    @OnBothDatabases
    void aFileThatNobodyCanReadIsNotTakenAndSaysWhy(Database db) {
        var file = send(db, LearnerFile.Kind.VERIFY, "something;else\n1;2\n".getBytes(StandardCharsets.UTF_8));

        workOffAll(db);

        assertThat(find(db, file).state()).isEqualTo(LearnerFile.State.REFUSED);
        List<FileRemark> remarks =
                db.call(em -> FileFixtures.files(em, CLOCK).remarks(COLLEGE, About.LEARNERS, file.id(), 10));
        assertThat(remarks).extracting(FileRemark::toString).endsWith("line 1, : no-header");
    }

    /** The people of the spreadsheet, as XML. */
    @OnBothDatabases
    void theSamePeopleHaveTheSameResultsInXml(Database db) throws IOException {
        try (var in = Objects.requireNonNull(BatchRunnerTest.class.getResourceAsStream("/files/enrolments.csv"))) {
            var content = in.readAllBytes();
            var elements = CsvFile.of(content).rows(row -> {
                var xml = new StringBuilder("<Learner>");
                for (var column : XmlForm.REGISTRATION.columns()) {
                    var text = row.text(column).replace("&", "&amp;").replace("<", "&lt;");
                    var name = XmlForm.REGISTRATION.element(column);
                    xml.append("<%s>%s</%s>".formatted(name, text, name));
                }
                return xml.append("</Learner>").toString();
            });
            var xml = "<b:SubmitBatch xmlns:b=\"http://api.lrs.miap.gov.uk/batchmsg\"><UKPRN>19990055</UKPRN>"
                    + String.join("\n", elements.values()) + "</b:SubmitBatch>";
            var first = send(db, LearnerFile.Kind.REGISTER, content);
            workOffAll(db);
            var second = send(db, LearnerFile.Kind.REGISTER, xml.getBytes(StandardCharsets.UTF_8));
            workOffAll(db);

            var csv = CsvFile.of(answer(db, first).getBytes(StandardCharsets.UTF_8))
                    .rows(row -> row.text("MISIdentifier") + " "
                            + row.text("ReturnCode").replace("NEW", "AGAIN") + " " + row.text("ULN"));
            var answered = Pattern.compile("<(MISIdentifier|ReturnCode|ULN)>([^<]*)<")
                    .matcher(answer(db, second))
                    .results()
                    .collect(Collectors.groupingBy(
                            one -> one.group(1), Collectors.mapping(one -> one.group(2), Collectors.toList())));
            assertThat(find(db, second).good()).isEqualTo(find(db, first).good());
            assertThat(answered.get("MISIdentifier")).hasSize(9);
            assertThat(answered.get("ReturnCode"))
                    .isEqualTo(csv.values().stream()
                            .map(row -> row.split(" ", -1)[1])
                            .toList());
            assertThat(answered.get("ULN"))
                    .isEqualTo(csv.values().stream()
                            .map(row -> row.split(" ", -1)[2])
                            .filter(uln -> !uln.isEmpty())
                            .toList());
        }
    }

    @OnBothDatabases
    void xmlThatIsNotWellFormedIsRefusedWhole(Database db) {
        var file = send(db, LearnerFile.Kind.REGISTER, "<b>\n<c></b>".getBytes(StandardCharsets.UTF_8));

        workOffAll(db);

        assertThat(find(db, file).state()).isEqualTo(LearnerFile.State.REFUSED);
    }

    @OnBothDatabases
    void whoeverIsOn9999999999AndGetsNoNumberIsOnTheListOfTheSender(Database db) {
        var user = new Actor.OrganisationUser(
                UUID.randomUUID(),
                new Ukprn(Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 19_000_000))),
                Set.of(Role.REGISTRATION_BATCH));
        var verify = """
            ULN,GivenName,FamilyName,DateOfBirth,Gender,MISIdentifier
            9999999999,Siân,Morgan,2008-09-01,2,T-1
            9999999999,,Morgan,1/9/2008,2,T-2
            123,A,B,,,T-3
            """;

        db.run(em -> FileFixtures.files(em, CLOCK)
                .send(user, LearnerFile.Kind.VERIFY, "v", Locale.UK, verify.getBytes(StandardCharsets.UTF_8)));
        workOffAll(db);

        var list = FileFixtures.temporary(db, CLOCK)
                .list(user, TemporaryNumbers.Wanted.OPEN, Optional.empty(), 10)
                .some();
        assertThat(list)
                .extracting(one ->
                        one.reference() + " " + one.advice() + " " + one.said().dateOfBirth())
                .containsExactlyInAnyOrder("T-1 NOT_LOOKED 2008-09-01", "T-2 INSUFFICIENT 1/9/2008");
    }

    private static String registration(String... rows) {
        var header = String.join(",", BatchForm.REGISTRATION.columns());
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    /** A reference that is too long, or has a sign that no database of the two takes, is its own row's fault and no other's. */
    @OnBothDatabases
    void aReferenceThatCannotBeKeptIsToldAndTheFileIsAnswered(Database db) {
        var user = new Actor.OrganisationUser(
                UUID.randomUUID(),
                new Ukprn(Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 19_000_000))),
                Set.of(Role.REGISTRATION_BATCH));
        var content = registration(
                "2A,,%s,4,9999999999,%s,,Gwen,,,Rhyhir,,,,,,,,CF10 3AT,,2001-02-03,,,2,,,1,1,,"
                        .formatted(user.organisation().digits(), "r".repeat(129)),
                ",,,,9999999999,T\0-2,,Gwen,,,Rhyfedd,,,,,,,,CF10 3AT,,2001-02-04,,,2,,,1,1,,",
                ",,,,9999999999,T-3,,Gw\0en,,,Rhyfedd,,,,,,,,CF10 3AT,,2001-02-04,,,2,,,1,1,,",
                ",,,,9999999999,%s,,Gwen,,,Rheolaidd,,,,,,,,CF10 3AT,,2001-02-05,,,2,,,1,1,,"
                        .formatted("r".repeat(128)));

        var file = db.call(em -> FileFixtures.files(em, CLOCK)
                        .send(
                                user,
                                LearnerFile.Kind.REGISTER,
                                "t",
                                Locale.UK,
                                content.getBytes(StandardCharsets.UTF_8)))
                .file();
        workOffAll(db);

        var answer = db.call(em -> FileFixtures.files(em, CLOCK).answer(user, About.LEARNERS, file.id()))
                .orElseThrow();
        assertThat(CsvFile.of(answer).rows(row -> row.text("ReturnCode")).values())
                .containsExactly("RC011", "RC011", "RC011", "NEW");
        assertThat(FileFixtures.temporary(db, CLOCK)
                        .list(user, TemporaryNumbers.Wanted.OPEN, Optional.empty(), 10)
                        .some())
                .extracting(one -> one.reference() + " " + one.said().givenName())
                .containsExactly("T-3 Gw en");
    }

    /** What is cut in the middle of a sign of two halves can be kept all the same. */
    @OnBothDatabases
    void longCellsOfAnySignsAreToldAndTheFileIsAnswered(Database db) {
        var long1 = "x".repeat(299) + "\ud83d\ude00".repeat(40);
        var long2 = "x".repeat(99) + "\ud83d\ude00".repeat(40);
        var content = registration(
                "2A,%1$s,19990055,%1$s,9999999999,,%1$s,%2$s,,,%2$s,,,,,,,,%2$s,,%1$s,,%1$s,%1$s,,,%1$s,%1$s,,"
                        .formatted(long1, long2));

        var file = send(db, LearnerFile.Kind.REGISTER, content.getBytes(StandardCharsets.UTF_8));
        workOffAll(db);

        assertThat(answer(db, file)).contains("RC011");
    }

    /** What only the rules of the register find is told as what only reading finds: at the element, by its name. */
    @OnBothDatabases
    void faultsOfTheRulesStandAtTheElementsOfXml(Database db) {
        var xml = """
            <b:SubmitBatch xmlns:b="http://api.lrs.miap.gov.uk/batchmsg"><UKPRN>19990055</UKPRN>
            <JobType>FUL</JobType><LearnerRecordCount>1</LearnerRecordCount>
            <Learner>
            <GivenName>Mali</GivenName>
            <FamilyName>Rheolwr</FamilyName>
            <FamilyNameAtAge16>%1$s</FamilyNameAtAge16>
            <LastKnownAddressLine1>%1$s</LastKnownAddressLine1>
            <LastKnownAddressCountyOrCity>%1$s</LastKnownAddressCountyOrCity>
            <LastKnownPostCode>nowhere</LastKnownPostCode>
            <DateOfBirth>2020-09-01</DateOfBirth>
            <EmailAddress>nobody</EmailAddress>
            <Gender>2</Gender>
            <AbilityToShare>2</AbilityToShare>
            <VerificationType>2</VerificationType>
            </Learner></b:SubmitBatch>
            """.formatted("r".repeat(51));

        var file = send(db, LearnerFile.Kind.REGISTER, xml.getBytes(StandardCharsets.UTF_8));
        workOffAll(db);

        List<FileRemark> remarks =
                db.call(em -> FileFixtures.files(em, CLOCK).remarks(COLLEGE, About.LEARNERS, file.id(), 20));
        assertThat(remarks)
                .filteredOn(FileRemark::fault)
                .extracting(FileRemark::toString)
                .containsExactlyInAnyOrder(
                        "line 6, FamilyNameAtAge16: too-long",
                        "line 7, LastKnownAddressLine1: too-long",
                        "line 8, LastKnownAddressCountyOrCity: too-long",
                        "line 9, LastKnownPostCode: not-a-postcode",
                        "line 10, DateOfBirth: age",
                        "line 11, EmailAddress: not-an-email",
                        "line 13, AbilityToShare: only-old");
    }
}
