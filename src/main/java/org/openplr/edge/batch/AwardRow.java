package org.openplr.edge.batch;

import java.util.List;
import org.openplr.learner.FileRemark;
import org.openplr.record.AchievementRow;

/**
 * A row of a file of achievements.
 *
 * @param row its cells as they came
 * @param remarks what there was to say when it was read
 * @param raw all of it where it could not be put in columns, else empty
 */
record AwardRow(BatchRow row, AchievementRow read, List<FileRemark> remarks, String raw) {
    AwardRow {
        remarks = List.copyOf(remarks);
    }

    /** What is in a file stays out of logs. */
    @Override
    public String toString() {
        return "AwardRow[" + row.line("") + "]";
    }
}
