package org.openplr.edge.batch;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.openplr.learner.LearnerFileWork;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.platform.Part;
import org.openplr.record.AchievementFileWork;

/** Works a file of achievements off: reads its rows, hands them on step by step, and says of each step what became of it. */
@Part
class AwardRunner {
    private final LearnerFileWork files;
    private final AchievementFileWork work;
    private final InstantSource clock;

    @Inject
    AwardRunner(LearnerFileWork files, AchievementFileWork work, InstantSource clock) {
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    void workOff(Task task) {
        var file = AwardFile.look(task.content());
        if (file.isRefused()) {
            files.refuse(task, file.remarks());
            return;
        }
        var answer = new AwardAnswer(file, task.language());
        work.begin(task, file.count(), file.remarks(), answer.head());
        var rows = file.rows();
        // What was done is read again: a reference that stands twice is told by the line where it stood first.
        for (var passed = 0; passed < task.file().done(); passed++) rows.next();
        for (var done = task.file().done(); rows.hasNext(); ) {
            var some = next(rows);
            var read = some.stream().map(AwardRow::read).toList();
            if (!work.step(task, done, read, outcomes -> answer.tell(some, outcomes))) return;
            done += some.size();
        }
        if (file.isXml()) work.finish(task, new AwardXmlAnswer(task.file(), clock.instant())::of);
        else work.finish(task);
    }

    private static List<AwardRow> next(Iterator<AwardRow> rows) {
        var some = new ArrayList<AwardRow>();
        while (rows.hasNext() && some.size() < AchievementFileWork.STEP) some.add(rows.next());
        return some;
    }
}
