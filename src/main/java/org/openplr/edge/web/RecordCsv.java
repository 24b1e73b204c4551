package org.openplr.edge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.openplr.record.PersonalRecord;

/**
 * A whole record as CSV (RFC 4180), one line an event, with every fact that the learner's own page shows of it.
 *
 * <p>Spreadsheets are what it is for: it begins with a byte order mark, or they misread Welsh letters; dates are ISO
 * 8601; and text that they would take for a formula has an apostrophe before it.
 */
final class RecordCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULAS = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "record.csv.title",
            "record.reference",
            "record.filter.kind",
            "record.csv.type",
            "record.filter.level",
            "record.grade",
            "record.credits",
            "record.awarded-on",
            "record.csv.start",
            "record.csv.end",
            "record.awarded-by",
            "record.provider",
            "record.source",
            "record.state",
            "record.csv.challenged",
            "record.csv.loaded",
            "record.csv.id");

    private final ResourceBundle words;

    /** In the language of these messages. */
    RecordCsv(ResourceBundle words) {
        this.words = words;
    }

    String of(PersonalRecord record) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS.stream().map(words::getString));
            for (var event : record.events()) csv.printRecord(cells(new RecordLine(event)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private List<@Nullable Object> cells(RecordLine line) {
        return Arrays.asList(
                text(line.getTitle()),
                text(line.getReference()),
                words.getString("kind." + line.getKind()),
                text(line.getType()),
                text(level(line)),
                text(line.getGrade()),
                line.getCredits(),
                line.getAwarded(),
                line.getStart(),
                line.getEnd(),
                text(line.getAwardedBy()),
                text(line.getProvider()),
                text(said("source." + line.getSource(), line.getSource())),
                words.getString(line.isProvisional() ? "record.provisional" : "record.final"),
                words.getString(line.isDisputed() ? "record.csv.challenged.yes" : "record.csv.challenged.no"),
                line.getLoaded(),
                line.getId());
    }

    /** In words where it can be read, else as the source wrote it. */
    private String level(RecordLine line) {
        var written = Objects.requireNonNullElse(line.event().subject().levelText(), "");
        return said("level." + line.getLevel(), written);
    }

    private String said(String key, String other) {
        return words.containsKey(key) ? words.getString(key) : other;
    }

    private static String text(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
