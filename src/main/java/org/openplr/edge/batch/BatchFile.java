package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileResult;
import org.openplr.learner.FileRow;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Ukprn;

/**
 * A CSV file of learners as it was read: every row as it came, and what there is to say of the file. Spreadsheets break such
 * files in many ways; whatever can be read is, and each liberty that was taken is told.
 */
final class BatchFile implements SentFile {
    private static final Pattern NAME = Pattern.compile("LRB_[0-9]{8}_[0-9]{12}[.]CSV");

    private final LearnerFile.Kind kind;
    private final BatchForm form;
    private final FileText text;
    private final List<FileRemark> remarks = new ArrayList<>();
    private final List<FileLine> lines = new ArrayList<>();
    private final List<FileRow> rows = new ArrayList<>();
    private @Nullable BatchHeader header;
    private boolean refused;

    private BatchFile(LearnerFile.Kind kind, byte[] content) {
        this.kind = kind;
        this.form = BatchForm.of(kind);
        this.text = FileText.of(content);
    }

    /** Reads a file that this organisation sent under this name. */
    static BatchFile read(LearnerFile.Kind kind, Ukprn organisation, String name, byte[] content) {
        var file = new BatchFile(kind, content);
        var all = FileLine.of(file.text.text());
        all.removeIf(FileLine::isBlank);
        if (all.isEmpty()) file.refuse(FileRemark.fault(1, "", "no-rows"));
        else file.read(all, organisation, name);
        return file;
    }

    private void read(List<FileLine> all, Ukprn organisation, String name) {
        lookAtText(all);
        var known = new BatchHeader(form, all.getFirst());
        header = known;
        lines.addAll(all.subList(1, all.size()));
        remarks.addAll(known.remarks());
        known.refusal().ifPresent(this::refuse);
        if (!refused) count();
        if (!refused && form.headed()) lookAtHead(known, organisation, name);
        if (refused) return;
        lookAtTrailing(known);
        for (var i = 0; i < lines.size(); i++) rows.add(row(known, lines.get(i), i == 0));
    }

    private void refuse(FileRemark why) {
        refused = true;
        remarks.add(why);
    }

    private void lookAtText(List<FileLine> all) {
        if (text.marked()) remarks.add(FileRemark.warning(1, "", "byte-order-mark"));
        if (text.mixed()) remarks.add(FileRemark.warning(1, "", "mixed-line-ends"));
        if (!text.windows()) return;
        all.stream()
                .filter(line -> line.raw().chars().anyMatch(character -> character > 0x7f))
                .findFirst()
                .ifPresent(line -> remarks.add(FileRemark.warning(line.number(), column(all, line), "windows-1252")));
    }

    /** The name above the first cell that is not plain ASCII. */
    private static String column(List<FileLine> all, FileLine line) {
        var names = all.getFirst().cells();
        for (var i = 0; i < line.cells().size() && i < names.size(); i++)
            if (line.cells().get(i).chars().anyMatch(character -> character > 0x7f)) return names.get(i);
        return "";
    }

    private void count() {
        if (lines.isEmpty()) refuse(FileRemark.fault(1, "", "no-rows"));
        if (lines.size() > form.most())
            refuse(FileRemark.fault(
                    lines.get(form.most()).number(), "", "too-many-rows", number(lines.size()), number(form.most())));
        if (!lines.isEmpty() && lines.size() < form.least())
            remarks.add(FileRemark.warning(
                    lines.getLast().number(), "", "few-rows", number(lines.size()), number(form.least())));
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private void lookAtHead(BatchHeader known, Ukprn organisation, String name) {
        var first = lines.getFirst();
        if (!NAME.matcher(name).matches()) remarks.add(FileRemark.warning(0, "", "file-name-form", name));
        var version = known.cell(first, "FileVersion").strip();
        if (!version.equals("2A")) remarks.add(FileRemark.warning(first.number(), "FileVersion", "version", version));
        var inside = known.cell(first, "FileName").strip();
        if (!inside.equals(name))
            remarks.add(FileRemark.warning(first.number(), "FileName", "file-name", inside, name));
        var whose = known.cell(first, "UKPRN").strip();
        if (whose.isEmpty()) remarks.add(FileRemark.warning(first.number(), "UKPRN", "file-missing"));
        else if (!whose.equals(organisation.digits()))
            refuse(FileRemark.fault(first.number(), "UKPRN", "other-organisation", whose, organisation.digits()));
        var said = known.cell(first, "LearnerRecordCount").strip();
        if (!said.equals(number(lines.size())))
            remarks.add(FileRemark.warning(
                    first.number(), "LearnerRecordCount", "record-count", said, number(lines.size())));
    }

    /** Once for the file: whoever saved it from a spreadsheet has them in every line. */
    private void lookAtTrailing(BatchHeader known) {
        var trailing = lines.stream().filter(line -> trails(known, line)).toList();
        if (!trailing.isEmpty() || known.trails())
            remarks.add(FileRemark.warning(
                    known.trails() ? 1 : trailing.getFirst().number(), "", "trailing-commas", number(trailing.size())));
    }

    static boolean trails(BatchHeader known, FileLine line) {
        return line.cells().size() > known.width() && !overflows(known, line);
    }

    /** Whether something stands beyond the last column. */
    private static boolean overflows(BatchHeader known, FileLine line) {
        return line.cells().stream().skip(known.width()).anyMatch(cell -> !cell.isBlank());
    }

    private FileRow row(BatchHeader known, FileLine line, boolean first) {
        var at = line.number();
        var unplaced = unplaced(known, line);
        if (unplaced.isPresent()) return new FileRow.Unreadable(at, List.of(unplaced.get()), FileResult.Code.FORMAT);
        var cells = cells(form, known, line);
        if (!first)
            for (var column : form.columns())
                if (form.isOfFile(column) && !known.cell(line, column).isBlank())
                    cells.remark(column, "first-row-only", false);
        return BatchReading.row(kind, at, cells);
    }

    /** Why a row cannot be put in columns. */
    static Optional<FileRemark> unplaced(BatchHeader known, FileLine line) {
        var at = line.number();
        if (line.isBroken()) return Optional.of(FileRemark.fault(at, "", "broken-quote"));
        if (!overflows(known, line)) return Optional.empty();
        var size = number(line.cells().size());
        return Optional.of(FileRemark.fault(at, "", "too-many-cells", size, number(known.width())));
    }

    static BatchCells cells(BatchForm form, BatchHeader known, FileLine line) {
        var cells = new BatchCells(form, new CsvBatchRow(known, line));
        if (line.cells().size() < known.width()) cells.remark("", "too-few-cells", false);
        return cells;
    }

    @Override
    public boolean isRefused() {
        return refused;
    }

    @Override
    public List<FileRemark> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public List<FileRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public byte[] answer(List<Answered> answers, Locale language, Work work) {
        return new AnswerFile(this, language).of(answers);
    }

    @Override
    public BatchRow row(int place) {
        return new CsvBatchRow(header(), lines.get(place));
    }

    BatchForm form() {
        return form;
    }

    /** The rows as they came, in the same order. */
    List<FileLine> lines() {
        return List.copyOf(lines);
    }

    BatchHeader header() {
        if (header == null) throw new IllegalStateException("an empty file has none");
        return header;
    }

    /** Whether it comes from a spreadsheet that needs a mark to read letters right. */
    boolean wantsMark() {
        return text.marked() || text.windows();
    }
}
