package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/**
 * What steps of files have in common, whatever is in them: for whom they are done, and how far the file is by then. All of it
 * belongs into the transaction in which the rows of a step are worked off.
 */
@Part
public class FileSteps {
    /** Where the answer begins: well before that to the first row. */
    private static final int HEAD = -1_000;

    private final FileTable files;
    private final SenderNow senders;

    @Inject
    FileSteps(FileTable files, SenderNow senders) {
        this.files = files;
        this.senders = senders;
    }

    /** Notes what was read, before the first step. Whether it was not noted before. */
    public boolean begin(Task task, int rows, List<FileRemark> remarks) {
        if (!files.begin(task.file(), rows)) return false;
        files.rows().remark(task.file().id(), 0, List.of(remarks));
        return true;
    }

    /** For whom a step is done, with the roles that count now; empty where they may not any more: the file has stopped. */
    public Optional<Actor.OrganisationUser> sender(Task task) {
        var sender = senders.now(task.sender()).filter(task.file().kind().about()::isFor);
        if (sender.isEmpty()) files.end(task.file(), LearnerFile.State.FAILED);
        return sender;
    }

    /**
     * So many rows more are done, and so many of them have nothing to mend.
     *
     * @throws Mistake STALE where somebody else works on the file
     */
    public void advance(Task task, int done, int more, int good) {
        if (!files.advance(task.file(), done, more, good)) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
    }

    /** What there is to say of the rows that follow those that were done. */
    public void remark(Task task, int done, List<List<FileRemark>> remarks) {
        files.rows().remark(task.file().id(), done + 1, remarks);
    }

    /**
     * How a step is told.
     *
     * @param remarks what there is to say of each row, in their order
     * @param answer what it adds to the answer
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Told(List<List<FileRemark>> remarks, byte[] answer) {
        public Told {
            remarks = List.copyOf(remarks);
        }
    }

    /** Keeps how a step is told, behind those before. */
    public void tell(Task task, int done, Told told) {
        remark(task, done, told.remarks);
        if (told.answer.length > 0) answerGoesOn(task, done, told.answer);
    }

    /** Keeps how the answer begins. */
    public void answerBegins(Task task, byte[] head) {
        files.keep(task.file().id(), FileTable.ANSWER, HEAD, head);
    }

    /** Keeps what a step adds to the answer, behind that of the steps before. */
    public void answerGoesOn(Task task, int done, byte[] more) {
        files.keep(task.file().id(), FileTable.ANSWER, done, more);
    }

    /** What the answer is so far. */
    public byte[] answer(Task task) {
        return files.kept(task.file().id(), FileTable.ANSWER);
    }

    /** Keeps another answer instead. */
    public void answerInstead(Task task, byte[] answer) {
        files.drop(task.file().id(), FileTable.ANSWER);
        files.keep(task.file().id(), FileTable.ANSWER, answer);
    }

    /** The file is done; false where it was before. */
    public boolean end(Task task) {
        return files.end(task.file(), LearnerFile.State.DONE);
    }
}
