package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    @Test
    void columnsAreFoundByNameWhateverCaseOrderAndCompany() {
        var rows = csv("Extra, TITLE ,number\r\nx, Award ,1\r\n")
                .rows(row -> row.text("Number") + row.text("title") + row.has("extra") + row.text("absent"));

        assertThat(rows.values()).containsExactly("1Awardtrue");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(csv("\ufeffnumber,title\n1,a\n").has("number", "title")).isTrue();
    }

    @Test
    void quotesCommasAndLineBreaksInsideAValueAreRead() {
        var rows = csv("a,b\n\"x, \"\"y\"\"\r\nz\",2\n3,4\n").rows(row -> row.line() + row.text("a"));

        assertThat(rows.values()).containsExactly("2x, \"y\"\r\nz", "43");
    }

    @Test
    void everyMissingColumnIsNamedInOneError() {
        assertThatThrownBy(() -> csv("a,b\n").requiring("a", "Number", "Title"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("these columns are missing: Number, Title");
    }

    @Test
    void badRowIsReportedWithLineColumnAndReasonAndTheRestGoesIn() {
        var rows = csv("a,on\r\n1,2020-01-01\r\n\r\n2,never\r\n,2020-01-02\r\n4,2020-01-03\r\n")
                .rows(row ->
                        row.required("a") + row.read("on", LocalDate::parse).getDayOfMonth());

        assertThat(rows.read()).isEqualTo(4);
        assertThat(rows.values()).containsExactly("11", "43");
        assertThat(rows.faults()).extracting(RowFault::line).containsExactly(4L, 5L);
        assertThat(rows.faults()).extracting(RowFault::column).containsExactly("on", "a");
        assertThat(rows.faults().getLast()).hasToString("line 5, a: is empty");
    }

    @Test
    void rowWithTooFewOrTooManyValuesIsReported() {
        var rows = csv("a,b\n1\n2,3,4\n5,6\n").rows(row -> row.text("a"));

        assertThat(rows.values()).containsExactly("5");
        assertThat(rows.faults())
                .containsExactly(
                        new RowFault(2, "", "has 1 values, the header has 2"),
                        new RowFault(3, "", "has 3 values, the header has 2"));
    }

    @Test
    void quoteThatIsNeverClosedCostsItsOwnLineOnly() {
        var rows = csv("a,b\r\n1,2\r\n\"3,4\r\n5,6\r\n7,8\r\n").rows(row -> row.line() + ":" + row.text("a"));

        assertThat(rows.values()).containsExactly("2:1", "4:5", "5:7");
        assertThat(rows.faults()).extracting(RowFault::line).containsExactly(3L);
        assertThat(rows.read()).isEqualTo(4);
    }

    @Test
    void textBehindAQuoteCostsItsOwnLineOnly() {
        var rows = csv("a,b\n1,2\n\"3\"x,4\n5,6").rows(row -> row.line() + ":" + row.text("a"));

        assertThat(rows.values()).containsExactly("2:1", "4:5");
        assertThat(rows.faults()).extracting(RowFault::line).containsExactly(3L);
    }

    @Test
    void whatIsNotUtf8IsReadAsWindows1252() {
        var file = CsvFile.of("name\nCafé – Zoë\n".getBytes(Charset.forName("windows-1252")));

        assertThat(file.rows(row -> row.text("name")).values()).containsExactly("Café – Zoë");
    }

    @Test
    void emptyFileIsOneClearError() {
        assertThatThrownBy(() -> csv("\r\n")).isInstanceOf(UnreadableFile.class).hasMessage("the file is empty");
    }

    private static CsvFile csv(String text) {
        return CsvFile.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
