package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.party.Uln;
import org.openplr.record.LearningEvent;
import org.openplr.record.PersonalRecord;

class RecordCsvTest {
    private static final UUID ID = UUID.fromString("019353d8-0000-7000-8000-000000000001");
    private static final LearningEvent.Body NOBODY = new LearningEvent.Body(null, "UNKNWN");

    @Test
    void everyFactOfALineStandsInAColumnOfItsOwn() throws IOException {
        var rows = rows(csv(Locale.UK, unit("Café skills, \"part\" 1", "Pass")));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().values())
                .containsExactly(
                        "Title",
                        "Reference",
                        "Kind",
                        "Type of qualification",
                        "Level",
                        "Grade",
                        "Credits",
                        "Awarded on",
                        "Start date",
                        "End date",
                        "Awarded by",
                        "Where you learned",
                        "Where this came from",
                        "How firm it is",
                        "Under challenge",
                        "Loaded on",
                        "ID of this line");
        assertThat(rows.getLast().values())
                .containsExactly(
                        "Café skills, \"part\" 1",
                        "K/501/5773",
                        "Unit",
                        "QCF Unit",
                        "Level 2",
                        "Pass",
                        "6",
                        "2014-05-20",
                        "2013-09-02",
                        "2014-05-16",
                        "Otter Awards",
                        "Marlstone College",
                        "The awarding organisation",
                        "Provisional",
                        "Yes",
                        "2014-09-01",
                        ID.toString());
    }

    @Test
    void whatIsNotKnownIsAnEmptyCell() throws IOException {
        var row = rows(csv(Locale.UK, bare())).getLast();

        assertThat(row.values())
                .containsExactly(
                        "50079116",
                        "50079116",
                        "Course",
                        "",
                        "Pre-entry",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "ELSEWHERE",
                        "Final",
                        "No",
                        "2014-09-01",
                        ID.toString());
    }

    @Test
    void itSpeaksTheLearnersLanguage() throws IOException {
        var rows = rows(csv(Languages.WELSH, unit("Ysgrifennu", "Pasio")));

        assertThat(rows.getFirst().values()).contains("Teitl", "Dyfarnwyd gan").doesNotHaveDuplicates();
        assertThat(rows.getLast().values()).contains("Ysgrifennu", "Uned", "Lefel 2", "Ydy");
    }

    @Test
    void spreadsheetsAreToldThatItIsUnicodeAndLinesEndAsTheyExpect() {
        var csv = csv(Locale.UK, unit("Sŵn", "Pass"));

        assertThat(csv).startsWith("\uFEFFTitle,").endsWith("\r\n").contains("\r\nSŵn,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+441632", "-", "@SUM(A1)", "\tx", "\rx"})
    void textThatASpreadsheetWouldRunIsOnlyText(String text) throws IOException {
        var row = rows(csv(Locale.UK, unit(text, text))).getLast();

        assertThat(row.get(0)).isEqualTo("'" + text);
        assertThat(row.get(5)).isEqualTo("'" + text);
    }

    @Test
    void anEmptyRecordIsItsHeader() throws IOException {
        assertThat(rows(csv(Locale.UK))).hasSize(1);
    }

    private static String csv(Locale language, LearningEvent... events) {
        return new RecordCsv(Words.bundle(language)).of(new PersonalRecord(List.of(events), "version"));
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        try (var rows = CSVParser.parse(csv.substring(1), CSVFormat.RFC4180)) {
            return rows.getRecords();
        }
    }

    private static LearningEvent unit(String title, String grade) {
        return event(
                "QCFU",
                new LearningEvent.Subject("K/501/5773", title, "QCF Unit", "Level 2"),
                new LearningEvent.Award(LocalDate.of(2014, 5, 20), grade, 6, "English"),
                new LearningEvent.Participation(LocalDate.of(2013, 9, 2), LocalDate.of(2014, 5, 16)),
                new LearningEvent.Body("Otter Awards", "10020071"),
                new LearningEvent.Body("Marlstone College", "19990044"),
                "P");
    }

    private static LearningEvent bare() {
        return event(
                "ELSEWHERE",
                new LearningEvent.Subject("50079116", null, null, "Pre-entry"),
                new LearningEvent.Award(null, "9999999999", null, null),
                new LearningEvent.Participation(null, null),
                NOBODY,
                NOBODY,
                null);
    }

    private static LearningEvent event(
            String source,
            LearningEvent.Subject subject,
            LearningEvent.Award award,
            LearningEvent.Participation participation,
            LearningEvent.Body awardingOrganisation,
            LearningEvent.Body provider,
            @Nullable String status) {
        return new LearningEvent(
                ID,
                new Uln("9276308686"),
                source,
                "test",
                subject,
                award,
                participation,
                awardingOrganisation,
                provider,
                new LearningEvent.Return(null, null, status, null),
                status != null,
                LocalDate.of(2014, 9, 1),
                LearningEvent.Further.NOTHING);
    }
}
