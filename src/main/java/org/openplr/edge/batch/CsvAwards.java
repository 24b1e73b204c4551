package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.record.AchievementRow;

/** A CSV file of achievements: as generous as with learners, and each liberty is told. */
final class CsvAwards implements AwardFile {
    private static final BatchForm FORM = BatchForm.ACHIEVEMENTS;

    private final FileText text;
    private final List<FileRemark> remarks = new ArrayList<>();
    private @Nullable BatchHeader header;
    private int count;
    private int overflow;
    private int trailing;
    private int firstTrailing;
    private boolean foreign;
    private boolean refused;

    CsvAwards(byte[] content) {
        text = FileText.of(content);
        if (text.marked()) remarks.add(FileRemark.warning(1, "", "byte-order-mark"));
        if (text.mixed()) remarks.add(FileRemark.warning(1, "", "mixed-line-ends"));
        var lines = new FileLines(text.text());
        while (header == null && lines.hasNext()) {
            var line = lines.next();
            foreign(line);
            if (!line.isBlank()) header = new BatchHeader(FORM, line);
        }
        var known = header;
        if (known == null) refuse(FileRemark.fault(1, "", "no-achievements"));
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
        if (count == 0) refuse(FileRemark.fault(1, "", "no-achievements"));
        if (count > FORM.most())
            refuse(FileRemark.fault(
                    overflow, "", "too-many-achievements", Integer.toString(count), Integer.toString(FORM.most())));
    }

    private void count(BatchHeader known, FileLine line) {
        if (++count == FORM.most() + 1) overflow = line.number();
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

    @Override
    public boolean isRefused() {
        return refused;
    }

    @Override
    public List<FileRemark> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public int count() {
        return count;
    }

    private BatchHeader header() {
        if (header == null) throw new IllegalStateException("an empty file has none");
        return header;
    }

    @Override
    public Iterator<AwardRow> rows() {
        return new Rows(header(), new FileLines(text.text()));
    }

    private static final class Rows implements Iterator<AwardRow> {
        private final BatchHeader known;
        private final FileLines lines;
        private final AwardReading reading = new AwardReading(AwardReading.WORDS);
        private @Nullable FileLine next;

        Rows(BatchHeader known, FileLines lines) {
            this.known = known;
            this.lines = lines;
            forward();
            forward();
        }

        /** To the next row that says something. */
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
        public AwardRow next() {
            var line = next;
            if (line == null) throw new NoSuchElementException();
            forward();
            var row = new CsvBatchRow(known, line);
            var unplaced = BatchFile.unplaced(known, line);
            return unplaced.isPresent()
                    ? new AwardRow(row, new AchievementRow.Unreadable(), List.of(unplaced.get()), line.raw())
                    : reading.read(row, BatchFile.cells(FORM, known, line));
        }
    }

    @Override
    public List<String> others() {
        return header().others();
    }

    @Override
    public List<String> others(AwardRow row) {
        if (!(row.row() instanceof CsvBatchRow one)) return List.of();
        return header().others().stream()
                .map(name -> header().other(one.row(), name))
                .toList();
    }

    @Override
    public boolean wantsMark() {
        return text.marked() || text.windows();
    }

    @Override
    public boolean isXml() {
        return false;
    }
}
