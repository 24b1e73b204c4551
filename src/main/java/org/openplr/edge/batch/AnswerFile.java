package org.openplr.edge.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Uln;

/**
 * The answer to a file of learners: the same columns in the order of the form, then those that it does not know, then what
 * became of each row. Nothing that came is lost: what could not be put in columns stands whole at the end. What a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
final class AnswerFile {
    private final BatchFile file;
    private final AnswerWords words;

    AnswerFile(BatchFile file, Locale language) {
        this.file = file;
        this.words = new AnswerWords(language);
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

    private boolean verifies() {
        return file.form().equals(BatchForm.VERIFICATION);
    }

    private List<String> header() {
        var names = new ArrayList<>(file.form().columns());
        file.header().others().forEach(name -> names.add(safe(name)));
        names.add(registers() ? "ReturnCode" : "Result");
        if (verifies()) names.add("Differs");
        names.addAll(List.of("Reason", "AsItCame"));
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
        if (verifies()) cells.add(String.join(" ", AnswerWords.differing(result)));
        cells.add(safe(words.reason(answer)));
        cells.add(isWhole(line) ? "" : safe(line.raw()));
        return cells;
    }

    /** Whether every cell of it stands in a column. */
    private boolean isWhole(FileLine line) {
        return !line.isBroken()
                && line.cells().stream().skip(file.header().width()).allMatch(String::isBlank);
    }

    static String safe(String cell) {
        return BatchCells.isFormula(cell) ? "'" + cell : cell;
    }
}
