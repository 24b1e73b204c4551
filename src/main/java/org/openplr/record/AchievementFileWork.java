package org.openplr.record;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileSteps;
import org.openplr.learner.FileSteps.Told;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.record.Maintained.Kind;

/**
 * Works files of achievements off, step by step, by the rules of {@link Maintaining}: what a step writes into records and the
 * ledger, what it adds to the answer and how far the file is are one transaction, so that whoever breaks down in the middle goes
 * on where it stopped. A step is some statements, whatever the number of its rows.
 */
@Service
public class AchievementFileWork {
    /** Rows of one step: fewer than Derby locks a whole table for. */
    public static final int STEP = 1_000;

    private final FileSteps steps;
    private final Maintaining maintaining;
    private final AchievementFileTable table;

    @Inject
    AchievementFileWork(FileSteps steps, Maintaining maintaining, AchievementFileTable table) {
        this.steps = steps;
        this.maintaining = maintaining;
        this.table = table;
    }

    /**
     * Notes what was read, before the first step; again it changes nothing.
     *
     * @param head how the answer begins
     */
    public void begin(Task task, int rows, List<FileRemark> remarks, byte[] head) {
        if (!steps.begin(task, rows, remarks)) return;
        table.begin(task.file().id());
        steps.answerBegins(task, head);
    }

    /**
     * Works off the rows that follow those that are done.
     *
     * @param done how many were done before
     * @param telling in words what became of each
     * @return false where its sender may not any more: nothing was done, and the file has stopped
     * @throws Mistake STALE where somebody else works on the file
     */
    public boolean step(Task task, int done, List<AchievementRow> rows, Function<List<Maintained>, Told> telling) {
        var sender = steps.sender(task);
        if (sender.isEmpty()) return false;
        var sound = new ArrayList<Achievement>();
        for (var row : rows) if (row instanceof AchievementRow.Sound one) sound.add(one.achievement());
        var outcomes = outcomes(rows, maintaining.maintainAll(sender.get(), sound, "achievement file"));
        var counts = AchievementCounts.of(outcomes, provisional(rows, outcomes));
        steps.advance(task, done, rows.size(), counts.taken());
        table.add(task.file().id(), counts);
        steps.tell(task, done, telling.apply(outcomes));
        return true;
    }

    private static List<Maintained> outcomes(List<AchievementRow> rows, List<Maintained> ofSound) {
        var all = new ArrayList<Maintained>();
        var next = ofSound.iterator();
        for (var row : rows)
            all.add(
                    switch (row) {
                        case AchievementRow.Sound _ -> next.next();
                        case AchievementRow.Unreadable() -> new Maintained.Rejected(Kind.FIELD, List.of());
                        case AchievementRow.Impossible() -> new Maintained.Rejected(Kind.BUSINESS_RULE, List.of());
                    });
        return all;
    }

    private static int provisional(List<AchievementRow> rows, List<Maintained> outcomes) {
        var some = 0;
        for (var i = 0; i < rows.size(); i++)
            if (!(outcomes.get(i) instanceof Maintained.Rejected)
                    && rows.get(i) instanceof AchievementRow.Sound one
                    && one.achievement().made() != null
                    && one.achievement().made().provisional()) some++;
        return some;
    }

    /** What the answer is, of the table of rows that were not taken, and of what became of all. */
    @FunctionalInterface
    public interface Answering {
        byte[] answer(byte[] table, AchievementCounts counts);
    }

    /** All rows are done, and the answer stands as it is. */
    public void finish(Task task) {
        steps.end(task);
    }

    /** All rows are done, and their table is put into another form. */
    public void finish(Task task, Answering answering) {
        if (!steps.end(task)) return;
        var id = task.file().id();
        var counts = table.of(List.of(id)).getOrDefault(id, AchievementCounts.NONE);
        steps.answerInstead(task, answering.answer(steps.answer(task), counts));
    }
}
