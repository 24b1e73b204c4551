package org.openplr.edge.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openplr.learner.FileRemark;
import org.openplr.record.AchievementFileWork.Told;
import org.openplr.record.Maintained;

/**
 * The answer to a file of achievements: the rows that were not taken, in the columns of the form, with the line where each stood,
 * what kind of error it is, the codes and the words. Mended, it can be sent as it is: what was added is passed over then.
 */
final class AwardAnswer {
    private final AwardFile file;
    private final AnswerWords words;

    AwardAnswer(AwardFile file, Locale language) {
        this.file = file;
        this.words = new AnswerWords(language);
    }

    /** Its first line. */
    byte[] head() {
        var names = new ArrayList<>(BatchForm.ACHIEVEMENTS.columns());
        file.others().forEach(name -> names.add(AnswerFile.safe(name)));
        names.addAll(List.of("Line", "Result", "Errors", "Reason", "AsItCame"));
        var text = new StringBuilder(file.wantsMark() ? "\ufeff" : "");
        return printed(text, List.of(names));
    }

    /** What became of some rows, in their order. */
    Told tell(List<AwardRow> rows, List<Maintained> outcomes) {
        var remarks = new ArrayList<List<FileRemark>>();
        var rejected = new ArrayList<List<String>>();
        for (var i = 0; i < rows.size(); i++) {
            if (outcomes.get(i) instanceof Maintained.Rejected no) {
                remarks.add(remarks(rows.get(i), no));
                rejected.add(cells(rows.get(i), no, remarks.getLast()));
            } else remarks.add(rows.get(i).remarks());
        }
        return new Told(remarks, printed(new StringBuilder(), rejected));
    }

    private static List<FileRemark> remarks(AwardRow row, Maintained.Rejected rejected) {
        if (rejected.faults().isEmpty()) return row.remarks();
        var remarks = new ArrayList<>(row.remarks());
        for (var fault : rejected.faults()) {
            var column = AwardReading.COLUMNS.getOrDefault(fault.pointer(), fault.pointer());
            remarks.add(
                    new FileRemark(row.row().line(column), row.row().name(column), fault.code(), fault.detail(), true));
        }
        return remarks;
    }

    private List<String> cells(AwardRow row, Maintained.Rejected rejected, List<FileRemark> remarks) {
        var cells = new ArrayList<String>();
        for (var column : BatchForm.ACHIEVEMENTS.columns())
            cells.add(AnswerFile.safe(row.row().cell(column)));
        file.others(row).forEach(cell -> cells.add(AnswerFile.safe(cell)));
        cells.add(Integer.toString(row.row().line("")));
        cells.add(rejected.kind().name().replace('_', '-'));
        cells.add(remarks.stream()
                .filter(FileRemark::fault)
                .map(one -> one.column().isEmpty() ? one.code() : one.column() + ":" + one.code())
                .collect(Collectors.joining(" ")));
        cells.add(AnswerFile.safe(words.said(remarks)));
        cells.add(AnswerFile.safe(row.raw()));
        return cells;
    }

    private static byte[] printed(StringBuilder text, List<List<String>> lines) {
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var line : lines) csv.printRecord(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
