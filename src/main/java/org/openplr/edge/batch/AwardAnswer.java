package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileSteps.Told;
import org.openplr.record.Maintained;

/** The answer to a file of achievements: the rows that were not taken ({@link RowsToMend}). */
final class AwardAnswer {
    private final AwardFile file;
    private final RowsToMend mend;

    AwardAnswer(AwardFile file, Locale language) {
        this.file = file;
        this.mend = new RowsToMend(BatchForm.ACHIEVEMENTS, language);
    }

    /** Its first line. */
    byte[] head() {
        return mend.head(file.others(), file.wantsMark());
    }

    /** What became of some rows, in their order. */
    Told tell(List<AwardRow> rows, List<Maintained> outcomes) {
        var remarks = new ArrayList<List<FileRemark>>();
        var rejected = new ArrayList<List<String>>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (outcomes.get(i) instanceof Maintained.Rejected no) {
                remarks.add(RowsToMend.remarks(row.row(), row.remarks(), no.faults(), AwardReading.COLUMNS));
                var kind = no.kind().name().replace('_', '-');
                rejected.add(mend.cells(row.row(), file.others(row), kind, remarks.getLast(), row.raw()));
            } else remarks.add(row.remarks());
        }
        return new Told(remarks, RowsToMend.printed(rejected));
    }
}
