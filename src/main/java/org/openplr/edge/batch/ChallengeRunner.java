package org.openplr.edge.batch;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.openplr.challenge.ChallengeFileResult;
import org.openplr.challenge.ChallengeFileRow;
import org.openplr.challenge.ChallengeFileWork;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileSteps.Told;
import org.openplr.learner.LearnerFileWork;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.platform.Part;

/** Works a file of data challenges off: reads its rows, hands them on step by step, and says of each step what became of it. */
@Part
class ChallengeRunner {
    private final LearnerFileWork files;
    private final ChallengeFileWork work;

    @Inject
    ChallengeRunner(LearnerFileWork files, ChallengeFileWork work) {
        this.files = files;
        this.work = work;
    }

    void workOff(Task task) {
        var table = new CsvTable(BatchForm.CHALLENGES, "challenge-rows", task.content());
        if (table.isRefused()) {
            files.refuse(task, table.remarks());
            return;
        }
        var mend = new RowsToMend(BatchForm.CHALLENGES, task.language());
        work.begin(task, table.count(), table.remarks(), mend.head(table.others(), table.wantsMark()));
        var lines = table.lines();
        for (var passed = 0; passed < task.file().done(); passed++) lines.next();
        for (var done = task.file().done(); lines.hasNext(); ) {
            var some = next(table, lines);
            var read = some.stream().map(ChallengeReading.Row::read).toList();
            if (!work.step(task, done, read, results -> told(table, mend, some, results))) return;
            done += some.size();
        }
        work.finish(task);
    }

    private static List<ChallengeReading.Row> next(CsvTable table, Iterator<FileLine> lines) {
        var some = new ArrayList<ChallengeReading.Row>();
        while (lines.hasNext() && some.size() < ChallengeFileWork.STEP) some.add(row(table, lines.next()));
        return some;
    }

    private static ChallengeReading.Row row(CsvTable table, FileLine line) {
        var row = new CsvBatchRow(table.header(), line);
        var unplaced = BatchFile.unplaced(table.header(), line);
        return unplaced.isPresent()
                ? new ChallengeReading.Row(row, new ChallengeFileRow.Unreadable(), List.of(unplaced.get()), line.raw())
                : ChallengeReading.read(row, table.cells(line));
    }

    private static Told told(
            CsvTable table, RowsToMend mend, List<ChallengeReading.Row> rows, List<ChallengeFileResult> results) {
        var remarks = new ArrayList<List<FileRemark>>();
        var rejected = new ArrayList<List<String>>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            remarks.add(remarks(row, results.get(i)));
            if (!results.get(i).isGood())
                rejected.add(mend.cells(row.row(), table.others(row.row()), "REJECTED", remarks.getLast(), row.raw()));
        }
        return new Told(remarks, RowsToMend.printed(rejected));
    }

    private static List<FileRemark> remarks(ChallengeReading.Row row, ChallengeFileResult result) {
        return switch (result) {
            case ChallengeFileResult.Done _ -> row.remarks();
            case ChallengeFileResult.Later(var on) -> with(row, "challenge-waits", on.toString());
            case ChallengeFileResult.Already _ -> with(row, "challenged-already");
            case ChallengeFileResult.Rejected(var faults) ->
                RowsToMend.remarks(row.row(), row.remarks(), faults, ChallengeReading.COLUMNS);
        };
    }

    private static List<FileRemark> with(ChallengeReading.Row row, String code, String... detail) {
        var remarks = new ArrayList<>(row.remarks());
        remarks.add(FileRemark.warning(row.row().line(""), "", code, detail));
        return remarks;
    }
}
