package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.learner.TemporaryNumber.Advice;
import org.openplr.learner.TemporaryNumber.Origin;
import org.openplr.learner.TemporaryNumber.Said;
import org.openplr.learner.TemporaryNumbers;
import org.openplr.learner.TemporaryNumbers.Entry;
import org.openplr.party.Uln;

/**
 * The rows of a file that have 9999999999 where a number should stand, for the sender's work list, and those that had. One whose
 * reference is itself at fault is sent again with another, and is not put down under that.
 */
final class TemporaryRows {
    private TemporaryRows() {}

    static void note(TemporaryNumbers numbers, Task task, SentFile file, List<Answered> answers) {
        var open = new ArrayList<Entry>();
        var numbered = new LinkedHashMap<String, Uln>();
        for (var i = 0; i < answers.size(); i++) {
            var row = file.row(i);
            var result = answers.get(i).result();
            var reference = row.cell("MISIdentifier").strip();
            if (!result.code().isGood()) {
                if (Uln.isPlaceholder(row.cell("ULN")) && isSound(answers.get(i), row.name("MISIdentifier")))
                    open.add(entry(row, reference, answers.get(i)));
            } else if (!reference.isEmpty()) {
                var uln = result.uln().or(() -> Uln.parse(row.cell("ULN")));
                uln.ifPresent(number -> numbered.put(reference, number));
            }
        }
        if (!open.isEmpty() || !numbered.isEmpty()) numbers.fromFile(task.sender(), open, numbered);
    }

    private static boolean isSound(Answered answer, String name) {
        return answer.remarks().stream()
                .noneMatch(one -> one.fault() && one.column().equals(name));
    }

    private static Entry entry(BatchRow row, String reference, Answered answer) {
        var said = new Said(
                row.cell("GivenName"),
                row.cell("FamilyName"),
                row.cell("PreviousFamilyName"),
                row.cell("DateOfBirth").strip(),
                row.cell("Gender"),
                row.cell("LastKnownPostCode"));
        return new Entry(reference, said, Origin.FILE, advice(said, answer));
    }

    private static Advice advice(Said said, Answered answer) {
        if (!said.missing().isEmpty()) return Advice.INSUFFICIENT;
        return switch (answer.result().code()) {
            case POSSIBLE -> Advice.POSSIBLE;
            case TOO_MANY -> Advice.TOO_MANY;
            case AGAIN,
                    AGE,
                    DIFFERS,
                    FORMAT,
                    INSUFFICIENT,
                    KNOWN,
                    LINKED,
                    NEW,
                    NOT_VERIFIED,
                    NOTED,
                    NOTED_BEFORE,
                    OVER_QUOTA,
                    VERIFIED -> Advice.NOT_LOOKED;
        };
    }
}
