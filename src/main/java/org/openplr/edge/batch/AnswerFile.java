package org.openplr.edge.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileResult;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Uln;

/**
 * The answer to a file of learners: the same columns in the order of the form, then those that it does not know, then what
 * became of each row. Nothing that came is lost: what could not be put in columns stands whole at the end. What a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
final class AnswerFile {
    private static final List<String> FIELD_COLUMNS = List.of("GIVEN_NAME", "FAMILY_NAME", "DATE_OF_BIRTH", "GENDER");

    private final BatchFile file;
    private final ResourceBundle words;

    AnswerFile(BatchFile file, Locale language) {
        this.file = file;
        this.words = ResourceBundle.getBundle(
                "messages.messages",
                language,
                AnswerFile.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    byte[] of(List<Answered> answers) {
        var lines = file.lines();
        var text = new StringBuilder(file.wantsMark() ? "\ufeff" : "");
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(header());
            for (var i = 0; i < answers.size(); i++) csv.printRecord(cells(lines.get(i), answers.get(i)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean registers() {
        return file.form().headed();
    }

    private List<String> header() {
        var names = new ArrayList<>(file.form().columns());
        file.header().others().forEach(name -> names.add(safe(name)));
        names.addAll(
                registers()
                        ? List.of("ReturnCode", "Reason", "AsItCame")
                        : List.of("Result", "Differs", "Reason", "AsItCame"));
        return names;
    }

    private List<String> cells(FileLine line, Answered answer) {
        var cells = new ArrayList<String>();
        var result = answer.result();
        for (var column : file.form().columns()) {
            var given = registers() && column.equals("ULN") ? result.uln() : Optional.<Uln>empty();
            cells.add(given.map(Uln::digits).orElseGet(() -> safe(file.header().cell(line, column))));
        }
        for (var name : file.header().others()) cells.add(safe(file.header().other(line, name)));
        cells.add(result.code().text());
        if (!registers()) cells.add(differs(result));
        cells.add(reason(answer));
        cells.add(isWhole(line) ? "" : safe(line.raw()));
        return cells;
    }

    /** Whether every cell of it stands in a column. */
    private boolean isWhole(FileLine line) {
        return !line.isBroken()
                && line.cells().stream().skip(file.header().width()).allMatch(String::isBlank);
    }

    private static String differs(FileResult result) {
        return switch (result.code()) {
            case DIFFERS, LINKED ->
                result.detail().stream().map(AnswerFile::column).distinct().collect(Collectors.joining(" "));
            default -> "";
        };
    }

    /** Names in the other order differ in both columns. */
    private static String column(String field) {
        if (!FIELD_COLUMNS.contains(field)) return "GivenName FamilyName";
        return switch (field) {
            case "GIVEN_NAME" -> "GivenName";
            case "FAMILY_NAME" -> "FamilyName";
            case "DATE_OF_BIRTH" -> "DateOfBirth";
            default -> "Gender";
        };
    }

    private String reason(Answered answer) {
        var said = new ArrayList<String>();
        var result = answer.result();
        if (answer.remarks().stream().noneMatch(FileRemark::fault)) {
            var values = result.code() == FileResult.Code.LINKED
                    ? result.uln().stream().map(Uln::digits).toList()
                    : result.detail();
            said.add(fill(words.getString("file.result." + result.code().text()), values));
        }
        for (var remark : answer.remarks())
            said.add((remark.column().isEmpty() ? "" : remark.column() + ": ")
                    + fill(words.getString("file.remark." + remark.code()), remark.detail()));
        return safe(String.join("; ", said));
    }

    private static String fill(String text, List<String> values) {
        var filled = text;
        for (var i = 0; i < values.size(); i++) filled = filled.replace("{" + i + "}", values.get(i));
        return filled;
    }

    private static String safe(String cell) {
        return BatchCells.isFormula(cell) ? "'" + cell : cell;
    }
}
