package org.openplr.edge.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openplr.learner.FileRemark;
import org.openplr.platform.Mistake.Fault;

/**
 * An answer that has only the rows that were not taken, in the columns of the form, with the line where each stood, what kind of error
 * it is, the codes and the words. Mended, it can be sent as it is: what was added is passed over then.
 */
final class RowsToMend {
    private final BatchForm form;
    private final AnswerWords words;

    RowsToMend(BatchForm form, Locale language) {
        this.form = form;
        this.words = new AnswerWords(language);
    }

    /**
     * Its first line.
     *
     * @param others the names of what the form does not know
     * @param mark whether a spreadsheet needs one
     */
    byte[] head(List<String> others, boolean mark) {
        var names = new ArrayList<>(form.columns());
        others.forEach(name -> names.add(AnswerFile.safe(name)));
        names.addAll(List.of("Line", "Result", "Errors", "Reason", "AsItCame"));
        return printed(new StringBuilder(mark ? "\ufeff" : ""), List.of(names));
    }

    /** The remarks on a row, with the faults that were found later, each under its column. */
    static List<FileRemark> remarks(
            BatchRow row, List<FileRemark> before, List<Fault> faults, Map<String, String> columns) {
        var remarks = new ArrayList<>(before);
        for (var fault : faults) {
            var column = columns.getOrDefault(fault.pointer(), fault.pointer());
            remarks.add(new FileRemark(row.line(column), row.name(column), fault.code(), fault.detail(), true));
        }
        return remarks;
    }

    /**
     * One row.
     *
     * @param others what it has under those names
     * @param result what kind of error it is
     * @param raw all of it where it could not be put in columns, else empty
     */
    List<String> cells(BatchRow row, List<String> others, String result, List<FileRemark> remarks, String raw) {
        var cells = new ArrayList<String>();
        for (var column : form.columns()) cells.add(AnswerFile.safe(row.cell(column)));
        others.forEach(cell -> cells.add(AnswerFile.safe(cell)));
        cells.add(Integer.toString(row.line("")));
        cells.add(result);
        cells.add(remarks.stream()
                .filter(FileRemark::fault)
                .map(one -> one.column().isEmpty() ? one.code() : one.column() + ":" + one.code())
                .collect(Collectors.joining(" ")));
        cells.add(AnswerFile.safe(words.said(remarks)));
        cells.add(AnswerFile.safe(raw));
        return cells;
    }

    static byte[] printed(List<List<String>> lines) {
        return printed(new StringBuilder(), lines);
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
