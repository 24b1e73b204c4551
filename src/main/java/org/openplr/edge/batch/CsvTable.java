package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;

/**
 * A CSV file of a form: looked through once, as generously as files of learners are, each liberty told; and then read line by line, as
 * often as is wanted.
 */
final class CsvTable {
    private final BatchForm form;
    private final String things;

    private final FileText text;
    private final List<FileRemark> remarks = new ArrayList<>();
    private @Nullable BatchHeader header;
    private int count;
    private int overflow;
    private int trailing;
    private int firstTrailing;
    private boolean foreign;
    private boolean refused;

    /** @param things what the remarks call what is in it */
    CsvTable(BatchForm form, String things, byte[] content) {
        this.form = form;
        this.things = things;
        text = FileText.of(content);
        if (text.marked()) remarks.add(FileRemark.warning(1, "", "byte-order-mark"));
        if (text.mixed()) remarks.add(FileRemark.warning(1, "", "mixed-line-ends"));
        var lines = new FileLines(text.text());
        while (header == null && lines.hasNext()) {
            var line = lines.next();
            foreign(line);
            if (!line.isBlank()) header = new BatchHeader(form, line);
        }
        var known = header;
        if (known == null) refuse(FileRemark.fault(1, "", "no-" + things));
        else look(known, lines);
    }

    private void look(BatchHeader known, FileLines lines) {
        remarks.addAll(known.remarks());
        known.refusal().ifPresent(this::refuse);
        while (lines.hasNext()) {
            var line = lines.next();
            foreign(line);
            if (!line.isBlank()) count(known, line);
        }
        if (trailing > 0 || known.trails())
            remarks.add(FileRemark.warning(
                    known.trails() ? 1 : firstTrailing, "", "trailing-commas", Integer.toString(trailing)));
        if (count == 0) refuse(FileRemark.fault(1, "", "no-" + things));
        if (count > form.most())
            refuse(FileRemark.fault(
                    overflow, "", "too-many-" + things, Integer.toString(count), Integer.toString(form.most())));
    }

    private void count(BatchHeader known, FileLine line) {
        if (++count == form.most() + 1) overflow = line.number();
        if (BatchFile.trails(known, line) && trailing++ == 0) firstTrailing = line.number();
    }

    /** Where the first sign stands that is not ASCII. */
    private void foreign(FileLine line) {
        if (foreign || !text.windows() || line.raw().chars().noneMatch(sign -> sign > 0x7f)) return;
        foreign = true;
        remarks.add(FileRemark.warning(line.number(), "", "windows-1252"));
    }

    private void refuse(FileRemark why) {
        if (!refused) remarks.add(why);
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }

    List<FileRemark> remarks() {
        return List.copyOf(remarks);
    }

    int count() {
        return count;
    }

    BatchHeader header() {
        if (header == null) throw new IllegalStateException("an empty file has none");
        return header;
    }

    /** Whether a spreadsheet needs a mark to read the answer right. */
    boolean wantsMark() {
        return text.marked() || text.windows();
    }

    List<String> others() {
        return header().others();
    }

    /** What a row has under the names that the form does not know. */
    List<String> others(BatchRow row) {
        if (!(row instanceof CsvBatchRow one)) return List.of();
        return others().stream().map(name -> header().other(one.row(), name)).toList();
    }

    /** The cells of a line. */
    BatchCells cells(FileLine line) {
        return BatchFile.cells(form, header(), line);
    }

    /** The lines that say something, from the first beneath the header on. */
    Iterator<FileLine> lines() {
        var lines = new Lines(new FileLines(text.text()));
        lines.next();
        return lines;
    }

    private static final class Lines implements Iterator<FileLine> {
        private final FileLines lines;
        private @Nullable FileLine next;

        Lines(FileLines lines) {
            this.lines = lines;
            forward();
        }

        private void forward() {
            next = null;
            while (next == null && lines.hasNext()) {
                var line = lines.next();
                if (!line.isBlank()) next = line;
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public FileLine next() {
            var line = next;
            if (line == null) throw new NoSuchElementException();
            forward();
            return line;
        }
    }
}
