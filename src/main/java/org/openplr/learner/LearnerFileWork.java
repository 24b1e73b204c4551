package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openplr.learner.FileResult.Code;
import org.openplr.matching.Field;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Works files of learners off, step by step: whom a step registers, verifies or relates, what became of each row and how far the file
 * is are one transaction, so that whoever breaks down in the middle goes on where it stopped. Each step acts for the sender,
 * by the roles that they have then: where they may no longer send files, it stops until somebody who may sends it again.
 */
@Service
public class LearnerFileWork {
    /** Rows of one step. */
    public static final int STEP = 500;

    private static final int PATIENCE = 5;

    private final FileTable files;
    private final FileSteps steps;
    private final Registration registration;
    private final Verifying verifying;
    private final Relating relating;

    @Inject
    LearnerFileWork(
            FileTable files, FileSteps steps, Registration registration, Verifying verifying, Relating relating) {
        this.files = files;
        this.steps = steps;
        this.registration = registration;
        this.verifying = verifying;
        this.relating = relating;
    }

    /** A file to be worked off, with what it holds. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Task(LearnerFile file, Actor.OrganisationUser sender, Locale language, byte[] content) {
        @Override
        public String toString() {
            return "Task[" + file.id() + "]";
        }
    }

    /** The next file that is not done, whoever sent it. */
    public Optional<Task> next() {
        return files.next();
    }

    /** Notes what was read, before the first step; again it changes nothing. */
    public void begin(Task task, int rows, List<FileRemark> remarks) {
        steps.begin(task, rows, remarks);
    }

    /** Takes nothing of it. */
    public void refuse(Task task, List<FileRemark> why) {
        if (files.end(task.file(), LearnerFile.State.REFUSED))
            files.rows().remark(task.file().id(), 0, List.of(why));
    }

    /**
     * Works off the rows that follow those that are done.
     *
     * @param done how many were done before
     * @return false where its sender may not any more: nothing was done, and the file has stopped
     * @throws Mistake STALE where somebody else works on the file
     */
    public boolean step(Task task, int done, List<FileRow> rows) {
        var sender = steps.sender(task);
        if (sender.isEmpty()) return false;
        var results = switch (task.file().kind()) {
            case REGISTER -> registered(sender.get(), rows);
            case VERIFY -> verified(sender.get(), rows);
            case RELATE -> related(sender.get(), rows);
            case AWARDS, CHALLENGES -> throw new IllegalArgumentException("worked off elsewhere");
        };
        var good = (int)
                results.stream().filter(result -> result.result.code().isGood()).count();
        steps.advance(task, done, rows.size(), good);
        files.rows()
                .answer(
                        task.file().id(),
                        done,
                        results.stream().map(Row::result).toList());
        steps.remark(task, done, results.stream().map(Row::remarks).toList());
        return true;
    }

    private record Row(FileResult result, List<FileRemark> remarks) {}

    /** Hands the rows that could be read to what works them off, all at once, and tells every row what became of it. */
    private static <R extends FileRow, O> List<Row> each(
            List<FileRow> rows, Class<R> readable, Function<List<R>, List<O>> work, BiFunction<R, O, Row> told) {
        var sound =
                rows.stream().filter(readable::isInstance).map(readable::cast).toList();
        var outcomes =
                sound.isEmpty() ? List.<O>of().iterator() : work.apply(sound).iterator();
        return rows.stream()
                .map(row ->
                        readable.isInstance(row) ? told.apply(readable.cast(row), outcomes.next()) : unreadable(row))
                .toList();
    }

    private List<Row> registered(Actor.OrganisationUser sender, List<FileRow> rows) {
        return each(
                rows,
                FileRow.ToBeRegistered.class,
                sound -> registration.registerAll(
                        sender,
                        sound.stream().map(FileRow.ToBeRegistered::learner).toList()),
                LearnerFileWork::result);
    }

    private List<Row> verified(Actor.OrganisationUser sender, List<FileRow> rows) {
        return each(
                rows,
                FileRow.ToBeVerified.class,
                sound -> verifying.verifyAll(
                        sender,
                        sound.stream().map(FileRow.ToBeVerified::learner).toList()),
                (row, outcome) -> new Row(result(outcome), row.remarks()));
    }

    private List<Row> related(Actor.OrganisationUser sender, List<FileRow> rows) {
        return each(
                rows,
                FileRow.ToBeRelated.class,
                sound -> relating.beginAll(
                        sender, sound.stream().map(FileRow.ToBeRelated::learner).toList()),
                LearnerFileWork::result);
    }

    private static Row result(FileRow.ToBeRelated row, Related outcome) {
        return switch (outcome) {
            case Related.Noted() -> new Row(FileResult.of(Code.NOTED), row.remarks());
            case Related.Again() -> new Row(FileResult.of(Code.NOTED_BEFORE), row.remarks());
            case Related.Nobody() -> new Row(FileResult.of(Code.NOT_VERIFIED), row.remarks());
            case Related.OverQuota() ->
                new Row(FileResult.of(Code.OVER_QUOTA, Integer.toString(Quota.PER_FILES)), row.remarks());
            case Related.Rejected(var faults) -> rejected(row.remarks(), row.cells(), faults);
        };
    }

    private static Row unreadable(FileRow row) {
        var code = row instanceof FileRow.Unreadable no ? no.code() : Code.FORMAT;
        return new Row(FileResult.of(code), row.remarks());
    }

    private static Row result(FileRow.ToBeRegistered row, Registered outcome) {
        return switch (outcome) {
            case Registered.New(var uln) -> new Row(FileResult.of(Code.NEW, uln), row.remarks());
            case Registered.Again(var uln) -> new Row(FileResult.of(Code.AGAIN, uln), row.remarks());
            case Registered.Known(var uln) -> new Row(FileResult.of(Code.KNOWN, uln), row.remarks());
            case Registered.Possible(var some) ->
                new Row(FileResult.of(Code.POSSIBLE, Integer.toString(some)), row.remarks());
            case Registered.TooMany() -> new Row(FileResult.of(Code.TOO_MANY), row.remarks());
            case Registered.FindFirst() -> new Row(FileResult.of(Code.POSSIBLE, "1"), row.remarks());
            case Registered.Rejected(var faults) -> rejected(row.remarks(), row.cells(), faults);
        };
    }

    private static Row rejected(List<FileRemark> before, FileRow.Cells cells, List<Fault> faults) {
        var remarks = new ArrayList<>(before);
        for (var fault : faults) {
            var column = column(fault);
            remarks.add(new FileRemark(cells.line(column), cells.name(column), fault.code(), fault.detail(), true));
        }
        var codes = faults.stream().map(Fault::code).toList();
        var code = codes.contains("missing") ? Code.INSUFFICIENT : codes.contains("age") ? Code.AGE : Code.FORMAT;
        return new Row(FileResult.of(code), remarks);
    }

    /** Fields are called as columns are, but for the first letter of some. */
    private static String column(Fault fault) {
        var pointer = fault.pointer();
        return pointer.isEmpty() ? "" : Character.toUpperCase(pointer.charAt(0)) + pointer.substring(1);
    }

    private static FileResult result(Verified outcome) {
        return switch (outcome) {
            case Verified.Yes() -> FileResult.of(Code.VERIFIED);
            case Verified.ToUpdate(var fields) -> FileResult.of(Code.DIFFERS, names(fields));
            case Verified.Linked(var master, var fields) -> FileResult.of(Code.LINKED, master, names(fields));
            case Verified.No() -> FileResult.of(Code.NOT_VERIFIED);
            case Verified.OverQuota over -> throw new IllegalStateException("files have no quota: " + over);
        };
    }

    private static String[] names(List<Field> fields) {
        return fields.stream().map(Field::name).toArray(String[]::new);
    }

    /**
     * A row that is answered.
     *
     * @param remarks what there is to say of it
     */
    public record Answered(FileResult result, List<FileRemark> remarks) {
        public Answered {
            remarks = List.copyOf(remarks);
        }
    }

    /** What became of every row, in their order. */
    public List<Answered> answered(Task task) {
        var results = files.rows().results(task.file().id());
        var remarks = files.rows().remarksByRow(task.file().id());
        return results.entrySet().stream()
                .map(one -> new Answered(one.getValue(), remarks.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    /** Keeps the answer: the file is done. */
    public void finish(Task task, byte[] answer) {
        if (files.end(task.file(), LearnerFile.State.DONE))
            files.keep(task.file().id(), FileTable.ANSWER, answer);
    }

    /** Something of ours broke: others have their turn first, and after some tries it is given up. */
    public void failed(Task task) {
        if (files.failed(task.file()) >= PATIENCE) files.end(task.file(), LearnerFile.State.FAILED);
    }

    /** Forgets what ended 30 days ago: what came, what was answered, and everything about its rows. */
    public void forget() {
        files.forget();
    }
}
