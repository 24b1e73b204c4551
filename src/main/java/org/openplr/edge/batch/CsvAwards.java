package org.openplr.edge.batch;

import java.util.Iterator;
import java.util.List;
import org.openplr.learner.FileRemark;
import org.openplr.record.AchievementRow;

/** A CSV file of achievements: as generous as with learners, and each liberty is told. */
final class CsvAwards implements AwardFile {
    private final CsvTable table;

    CsvAwards(byte[] content) {
        table = new CsvTable(BatchForm.ACHIEVEMENTS, "achievements", content);
    }

    @Override
    public boolean isRefused() {
        return table.isRefused();
    }

    @Override
    public List<FileRemark> remarks() {
        return table.remarks();
    }

    @Override
    public int count() {
        return table.count();
    }

    @Override
    public Iterator<AwardRow> rows() {
        var lines = table.lines();
        var reading = new AwardReading(AwardReading.WORDS);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public AwardRow next() {
                return row(reading, lines.next());
            }
        };
    }

    private AwardRow row(AwardReading reading, FileLine line) {
        var row = new CsvBatchRow(table.header(), line);
        var unplaced = BatchFile.unplaced(table.header(), line);
        return unplaced.isPresent()
                ? new AwardRow(row, new AchievementRow.Unreadable(), List.of(unplaced.get()), line.raw())
                : reading.read(row, table.cells(line));
    }

    @Override
    public List<String> others() {
        return table.others();
    }

    @Override
    public List<String> others(AwardRow row) {
        return table.others(row.row());
    }

    @Override
    public boolean wantsMark() {
        return table.wantsMark();
    }

    @Override
    public boolean isXml() {
        return false;
    }
}
