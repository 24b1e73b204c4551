package org.openplr.edge.batch;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openplr.learner.LearnerFileWork;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.learner.TemporaryNumbers;
import org.openplr.platform.Part;

/** Works one file off after the other: reads it, hands its rows on step by step, and writes the answer. */
@Part
class BatchRunner {
    private static final Logger LOG = Logger.getLogger(BatchRunner.class.getName());

    private final LearnerFileWork work;
    private final TemporaryNumbers temporary;
    private final AwardRunner awards;
    private final ChallengeRunner challenges;
    private final InstantSource clock;

    @Inject
    BatchRunner(
            LearnerFileWork work,
            TemporaryNumbers temporary,
            AwardRunner awards,
            ChallengeRunner challenges,
            InstantSource clock) {
        this.challenges = challenges;
        this.work = work;
        this.temporary = temporary;
        this.awards = awards;
        this.clock = clock;
    }

    /** Works off the file whose turn it is; false where there is none. */
    boolean runNext() {
        var task = work.next();
        task.ifPresent(this::run);
        return task.isPresent();
    }

    private void run(Task task) {
        try {
            switch (task.file().kind()) {
                case AWARDS -> awards.workOff(task);
                case CHALLENGES -> challenges.workOff(task);
                case REGISTER, VERIFY, RELATE -> workOff(task);
            }
        } catch (RuntimeException broken) {
            // Never its message: that may hold what stands in a cell.
            LOG.log(Level.SEVERE, "the file {0} stopped, and is tried again: {1} at {2}", new Object[] {
                task.file().id(), broken.getClass().getName(), broken.getStackTrace()[0]
            });
            work.failed(task);
        }
    }

    private void workOff(Task task) {
        var file = SentFile.read(
                task.file().kind(), task.sender().organisation(), task.file().name(), task.content());
        if (file.isRefused()) {
            work.refuse(task, file.remarks());
            return;
        }
        var rows = file.rows();
        work.begin(task, rows.size(), file.remarks());
        for (var done = task.file().done(); done < rows.size(); done += LearnerFileWork.STEP)
            if (!work.step(task, done, rows.subList(done, Math.min(done + LearnerFileWork.STEP, rows.size())))) return;
        var when = new SentFile.Work(task.file().sent(), clock.instant());
        var answered = work.answered(task);
        TemporaryRows.note(temporary, task, file, answered);
        work.finish(task, file.answer(answered, task.language(), when));
    }
}
