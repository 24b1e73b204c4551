package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileResult;
import org.openplr.learner.FileRow;
import org.openplr.learner.LearnerFile.Kind;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;

/** Each way in which a file of learners comes broken: what is told of it, and that the rest is read. */
class BatchFileTest {
    private static final Ukprn COLLEGE = new Ukprn("19990055");
    private static final String NAME = "LRB_19990055_251120261000.CSV";
    private static final List<String> COLUMNS = BatchForm.REGISTRATION.columns();
    private static final String HEADER = String.join(",", COLUMNS);

    private static String row(Map<String, String> changed) {
        var usual = Map.of(
                "MISIdentifier", "S-17",
                "GivenName", "Siân",
                "FamilyName", "Morgan",
                "LastKnownPostCode", "CF10 3AT",
                "DateOfBirth", "2008-09-01",
                "Gender", "2",
                "AbilityToShare", "1",
                "VerificationType", "2");
        return String.join(
                ",",
                COLUMNS.stream()
                        .map(column -> changed.getOrDefault(column, usual.getOrDefault(column, "")))
                        .toList());
    }

    private static String first(Map<String, String> changed) {
        return row(changed).replaceFirst("^,,,", "2A," + NAME + ",19990055,1");
    }

    private static String usual() {
        return first(Map.of());
    }

    private static BatchFile read(byte[] bytes) {
        return BatchFile.read(Kind.REGISTER, COLLEGE, NAME, bytes);
    }

    private static BatchFile read(String... lines) {
        return read((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static BatchFile with(String column, String cell) {
        return read(HEADER, first(Map.of(column, cell)));
    }

    /** Line, column and code of everything that is told. */
    private static List<String> told(BatchFile file) {
        var all = new ArrayList<>(file.remarks());
        file.rows().forEach(row -> all.addAll(row.remarks()));
        return all.stream()
                .filter(remark -> !remark.code().equals("few-rows"))
                .map(BatchFileTest::text)
                .toList();
    }

    private static String text(FileRemark remark) {
        return remark.line() + " " + remark.column() + " " + remark.code()
                + (remark.detail().isEmpty() ? "" : " " + remark.detail());
    }

    private static FileRow only(BatchFile file) {
        assertThat(file.rows()).hasSize(1);
        return file.rows().getFirst();
    }

    private static void isTaken(BatchFile file) {
        assertThat(only(file)).isInstanceOf(FileRow.ToBeRegistered.class);
    }

    private static void isNotTaken(BatchFile file, FileResult.Code code) {
        assertThat(only(file))
                .isInstanceOfSatisfying(
                        FileRow.Unreadable.class, row -> assertThat(row.code()).isEqualTo(code));
    }

    @Test
    void aFileInOrderIsTakenAndNothingIsToldButThatItIsShort() {
        var file = read(HEADER, usual());

        isTaken(file);
        assertThat(told(file)).isEmpty();
        assertThat(file.remarks()).extracting(FileRemark::code).containsExactly("few-rows");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        var file = read(("\ufeff" + HEADER + "\n" + usual()).getBytes(StandardCharsets.UTF_8));

        isTaken(file);
        assertThat(told(file)).containsExactly("1  byte-order-mark");
    }

    @Test
    void windows1252IsReadAndToldAtTheFirstLetterThatIsNotPlain() {
        var file = read((HEADER + "\r\n" + usual()).getBytes(Charset.forName("windows-1252")));

        assertThat(only(file))
                .isInstanceOfSatisfying(
                        FileRow.ToBeRegistered.class,
                        row -> assertThat(row.learner().names().given()).isEqualTo("Siân"));
        assertThat(told(file)).containsExactly("2 GivenName windows-1252");
    }

    @Test
    void linesMayEndInEveryWayAndMixedOnesAreTold() {
        for (var end : List.of("\n", "\r\n", "\r")) {
            var file = read((HEADER + end + usual() + end).getBytes(StandardCharsets.UTF_8));
            isTaken(file);
            assertThat(told(file)).isEmpty();
        }
        var mixed = read((HEADER + "\r\n" + usual() + "\n").getBytes(StandardCharsets.UTF_8));
        isTaken(mixed);
        assertThat(told(mixed)).containsExactly("1  mixed-line-ends");
    }

    @Test
    void wrongCaseInTheHeaderIsReadAndTold() {
        var file = read(HEADER.replace("LastKnownAddressCountyorCity", "LastKnownAddressCountyOrCity"), usual());

        isTaken(file);
        assertThat(told(file))
                .containsExactly("1 LastKnownAddressCountyorCity header-case [LastKnownAddressCountyOrCity]");
    }

    @Test
    void columnsInAnotherOrderAreReadByNameAndTold() {
        var file = read(
                HEADER.replace("GivenName,PreferredGivenName", "PreferredGivenName,GivenName"),
                usual().replace("Siân,", ",Siân"));

        isTaken(file);
        assertThat(told(file)).containsExactly("1  columns-order");
    }

    @Test
    void aMissingHeaderIsOneClearLine() {
        var file = read(usual(), row(Map.of()));

        assertThat(file.isRefused()).isTrue();
        assertThat(told(file).getLast()).isEqualTo("1  no-header");
        assertThat(file.rows()).isEmpty();
    }

    @Test
    void missingColumnsAreNamedInOneLine() {
        var file = read(HEADER.replace("DateOfBirth", "Born").replace(",Gender,", ",Sex,"), usual());

        assertThat(file.isRefused()).isTrue();
        assertThat(told(file)).endsWith("1  columns-missing [DateOfBirth, Gender]");
    }

    @Test
    void trailingCommasAreLeftOutAndToldOnce() {
        var file = read(HEADER + ",,,", usual() + ",,,", row(Map.of("FamilyName", "Price")) + ",,,");

        assertThat(file.rows()).hasSize(2).allMatch(FileRow.ToBeRegistered.class::isInstance);
        assertThat(told(file)).contains("1  trailing-commas [2]");
    }

    @Test
    void excelsDatesAreToldWithWhatToWrite() {
        assertThat(told(with("DateOfBirth", "01/09/2008")))
                .containsExactly("2 DateOfBirth excel-date [01/09/2008, 2008-09-01]");
        assertThat(told(with("DateOfBirth", "1-Sep-2008")))
                .containsExactly("2 DateOfBirth excel-date [1-Sep-2008, 2008-09-01]");
        assertThat(told(with("DateOfBirth", "39692"))).containsExactly("2 DateOfBirth excel-date [39692, 2008-09-01]");
        assertThat(told(with("DateOfBirth", "2008-09-01 00:00:00")))
                .containsExactly("2 DateOfBirth excel-date [2008-09-01 00:00:00, 2008-09-01]");
        assertThat(told(with("DateOfBirth", "01/09/08"))).containsExactly("2 DateOfBirth excel-year [01/09/08]");
        assertThat(told(with("DateOfBirth", "2008-02-30"))).containsExactly("2 DateOfBirth not-a-date [2008-02-30]");
        assertThat(told(with("DateOfBirth", "########"))).containsExactly("2 DateOfBirth excel-hashes");
        isNotTaken(with("DateOfBirth", "01/09/2008"), FileResult.Code.FORMAT);
    }

    @Test
    void excelsShortenedNumbersAreTold() {
        var file = with("ScottishCandidateNumber", "9.27631E+08");
        isNotTaken(file, FileResult.Code.FORMAT);
        assertThat(told(file)).containsExactly("2 ScottishCandidateNumber excel-number [9.27631E+08]");

        var own = with("MISIdentifier", "9.27631E+09");
        isTaken(own);
        assertThat(told(own)).containsExactly("2 MISIdentifier excel-number [9.27631E+09]");
    }

    @Test
    void whatIsMissingIsRc006AndWhatIsWrongRc011() {
        isNotTaken(with("FamilyName", ""), FileResult.Code.INSUFFICIENT);
        assertThat(told(with("FamilyName", " "))).containsExactly("2 FamilyName missing");
        isNotTaken(with("Gender", "F"), FileResult.Code.FORMAT);
        assertThat(told(with("Gender", "F"))).containsExactly("2 Gender not-a-code [0, 1, 2, 9]");
        assertThat(told(with("VerificationType", "8")))
                .singleElement()
                .asString()
                .contains("not-a-code");
    }

    @Test
    void aNameThatIsAFormulaIsNotTakenAndANoteThatLooksLikeOneIs() {
        isNotTaken(with("FamilyName", "=HYPERLINK(A1)"), FileResult.Code.FORMAT);
        assertThat(told(with("FamilyName", "@SUM(A1)"))).containsExactly("2 FamilyName formula");
        isTaken(with("Notes", "-see the letter"));
        assertThat(told(with("Notes", "+44 29"))).containsExactly("2 Notes formula-kept");
    }

    @Test
    void aFormulaBehindBlanksIsOneForTheyAreTakenAway() {
        isNotTaken(with("FamilyName", " =HYPERLINK(A1)"), FileResult.Code.FORMAT);
        assertThat(told(with("FamilyName", " \u2003@SUM(A1)"))).containsExactly("2 FamilyName formula");
        assertThat(told(with("Notes", "  +44 29"))).containsExactly("2 Notes formula-kept");
        assertThat(AnswerFile.safe(" =1+1")).isEqualTo("' =1+1");
    }

    @Test
    void aQuoteThatIsNeverClosedLosesItsOwnLineOnly() {
        var file = read(HEADER, usual(), "x,\"never closed,1", row(Map.of("FamilyName", "Price")));

        assertThat(told(file)).contains("3  broken-quote");
        assertThat(file.rows()).hasSize(3);
        assertThat(file.rows().getLast()).isInstanceOf(FileRow.ToBeRegistered.class);
    }

    @Test
    void aLineBreakInsideQuotesIsPartOfTheCell() {
        var file = read(HEADER, first(Map.of("Notes", "\"one\r\ntwo\"")), row(Map.of("FamilyName", "")));

        assertThat(file.rows()).extracting(FileRow::line).containsExactly(2, 4);
        assertThat(file.rows().getFirst()).isInstanceOf(FileRow.ToBeRegistered.class);
    }

    @Test
    void aNoteOfFourThousandCharactersIsTakenHoweverManyLinesItHas() {
        var note = "\"" + "\"\"\r\n".repeat(1_999) + "an\"";

        var file = read(HEADER, first(Map.of("Notes", note)), row(Map.of("FamilyName", "Price")));

        assertThat(file.rows()).extracting(FileRow::line).containsExactly(2, 2_002);
        assertThat(file.rows()).allMatch(FileRow.ToBeRegistered.class::isInstance);
        var learner = ((FileRow.ToBeRegistered) file.rows().getFirst()).learner();
        assertThat(learner.notes()).hasSize(4_000);
    }

    @Test
    void aCellThatGoesOnForLongerThanAnyMayLosesItsOwnLineOnly() {
        var further = FileLines.LONGEST_QUOTED - "\r\n\"".length();

        var most = read(HEADER, first(Map.of("Notes", "\"a\r\n" + "b".repeat(further) + "\"")));
        var more = read(
                HEADER,
                first(Map.of("Notes", "\"a\r\n" + "b".repeat(further + 1) + "\"")),
                row(Map.of("FamilyName", "Price")));

        isTaken(most);
        assertThat(told(more)).contains("2  broken-quote");
        assertThat(more.rows()).hasSize(3);
        assertThat(more.rows().getLast()).isInstanceOf(FileRow.ToBeRegistered.class);
    }

    @Test
    void aStrayQuoteAndItsTwinFarBehindLoseTheirOwnLinesOnly() {
        var lines = new ArrayList<>(List.of(HEADER, usual(), "x,\"stray,1"));
        for (var i = 0; i < 150; i++) lines.add(row(Map.of("FamilyName", "Price", "Notes", "n".repeat(40))));
        lines.add("x,twin\",1");

        var file = read(lines.toArray(String[]::new));

        assertThat(file.rows()).hasSize(153);
        assertThat(file.rows().subList(2, 152)).allMatch(FileRow.ToBeRegistered.class::isInstance);
    }

    @Test
    void aQuoteWithinACellIsNoQuote() {
        isTaken(with("Notes", "a 12\" ruler"));
    }

    @Test
    void manyOpenQuotesAreReadInNoTime() {
        var lines = new ArrayList<>(List.of(HEADER, usual()));
        lines.addAll(Collections.nCopies(4_000, "\"x"));

        assertThat(read(lines.toArray(String[]::new)).rows()).hasSizeGreaterThan(2_000);
    }

    @Test
    void aRowWithMoreCellsThanThereAreColumnsIsNotGuessedAt() {
        var file = read(HEADER, first(Map.of("FamilyName", "Morgan, Dr", "Notes", "late")));

        isNotTaken(file, FileResult.Code.FORMAT);
        assertThat(told(file)).containsExactly("2  too-many-cells [31, 30]");
    }

    @Test
    void aRowThatEndsEarlyIsReadAsFarAsItGoes() {
        var file = read(HEADER, usual().replaceAll(",,$", ""));

        isTaken(file);
        assertThat(told(file)).containsExactly("2  too-few-cells");
    }

    @Test
    void theFirstFourColumnsAreOfTheFirstRowOnly() {
        var file = read(HEADER, usual(), usual());

        assertThat(told(file))
                .contains("3 FileVersion first-row-only", "3 UKPRN first-row-only")
                .contains("2 LearnerRecordCount record-count [1, 2]");
        assertThat(file.rows()).allMatch(FileRow.ToBeRegistered.class::isInstance);
    }

    @Test
    void anotherVersionAndAnotherNameAreTold() {
        var bytes = (HEADER + "\n" + usual().replace("2A,", "1,")).getBytes(StandardCharsets.UTF_8);
        var file = BatchFile.read(Kind.REGISTER, COLLEGE, "new learners.csv", bytes);

        isTaken(file);
        assertThat(told(file))
                .containsExactly(
                        "0  file-name-form [new learners.csv]",
                        "2 FileVersion version [1]",
                        "2 FileName file-name [" + NAME + ", new learners.csv]");
    }

    @Test
    void theFileOfAnotherOrganisationIsNotTaken() {
        var file = read(HEADER, usual().replace("19990055,1", "19990077,1"));

        assertThat(file.isRefused()).isTrue();
        assertThat(told(file)).endsWith("2 UKPRN other-organisation [19990077, 19990055]");
    }

    @Test
    void moreThanFiveThousandAreNotTakenAndOneLineSaysSo() {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(Collections.nCopies(5_001, row(Map.of())));
        var file = read(lines.toArray(String[]::new));

        assertThat(file.isRefused()).isTrue();
        assertThat(told(file)).containsExactly("5002  too-many-rows [5001, 5000]");
    }

    @Test
    void anEmptyFileIsOneClearLine() {
        assertThat(told(read(new byte[] {' ', '\n'}))).containsExactly("1  no-rows");
        assertThat(told(read(HEADER))).containsExactly("1  no-rows");
    }

    @Test
    void charactersThatNoDatabaseTakesAreTold() {
        var file = with("MiddleOtherName", "A\0B");

        isNotTaken(file, FileResult.Code.FORMAT);
        assertThat(told(file)).containsExactly("2 MiddleOtherName control-character");
    }

    @Test
    void aFileToVerifyHasColumnsOfOurOwn() {
        var file = BatchFile.read(
                Kind.VERIFY,
                COLLEGE,
                "v.csv",
                "ULN,GivenName,FamilyName,DateOfBirth,Gender,MISIdentifier\n4476781828,A,B,,,1\n123,A,B,,,2\n9999999999,A,B,,,3\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(file.rows().getFirst()).isInstanceOf(FileRow.ToBeVerified.class);
        assertThat(told(file)).containsExactly("3 ULN not-a-uln", "4 ULN placeholder");
    }

    @Test
    void theAnswerHasEveryRowWithTheNumberInColumnFiveAndNoFormula() {
        var file = read(
                HEADER, first(Map.of("Notes", "=1+1")), "x,\"never closed,1", row(Map.of("DateOfBirth", "01/09/2008")));
        var answers = IntStream.range(0, 3)
                .mapToObj(i -> new Answered(
                        i == 0
                                ? new FileResult(FileResult.Code.NEW, Optional.of(new Uln("4476781828")), List.of())
                                : new FileResult(FileResult.Code.FORMAT, Optional.empty(), List.of()),
                        file.rows().get(i).remarks()))
                .toList();

        var answer = new String(new AnswerFile(file, Locale.UK).of(answers), StandardCharsets.UTF_8);

        var rows = CsvFile.of(answer.getBytes(StandardCharsets.UTF_8))
                .rows(row -> String.join(
                        "|", row.text("ULN"), row.text("Notes"), row.text("ReturnCode"), row.text("AsItCame")));
        assertThat(answer).startsWith(HEADER + ",ReturnCode,Reason,AsItCame\r\n");
        assertThat(rows.values()).containsExactly("4476781828|'=1+1|NEW|", "||RC011|x,\"never closed,1", "||RC011|");
        assertThat(answer)
                .contains("DateOfBirth: 01/09/2008 is how Excel writes a date: write 2008-09-01")
                .contains("registered; the number is in the column ULN");
    }

    /** A list that somebody kept in a spreadsheet, with the mistakes that such lists have; all of it is fictional. */
    @Test
    void aRealisticSpreadsheetIsTakenAsFarAsItCanBe() {
        var file = BatchFile.read(Kind.REGISTER, COLLEGE, "enrolments 2026.csv", resource("/files/enrolments.csv"));

        assertThat(file.isRefused()).isFalse();
        assertThat(file.rows().stream().filter(FileRow.ToBeRegistered.class::isInstance))
                .hasSize(5);
        assertThat(told(file))
                .contains(
                        "1 PreviousFamilyName header-case [Previousfamilyname]",
                        "3 DateOfBirth excel-date [14/02/2009, 2009-02-14]",
                        "4 Gender not-a-code [0, 1, 2, 9]",
                        "5 FamilyName missing",
                        "7 ScottishCandidateNumber excel-number [9.27631E+08]",
                        "9 Notes formula-kept");
        assertThat(file.lines()).hasSize(9);
    }

    private static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(BatchFileTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whatever is told has words, in both languages. */
    @Test
    void everythingThatIsToldHasWords() {
        for (var language : List.of(Locale.UK, Locale.of("cy"))) {
            var words = ResourceBundle.getBundle("messages.messages", language);
            for (var code : FileResult.Code.values())
                assertThat(words.containsKey("file.result." + code.text())).isTrue();
        }
    }
}
