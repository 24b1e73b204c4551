package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileSteps;
import org.openplr.learner.FileSteps.Told;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Words;
import org.openplr.record.LearningEvent;
import org.openplr.record.Records;

/**
 * Works files of data challenges off, step by step, as if the sender raised one after the other: what a step raises, the ledger, the
 * answer and how far the file is are one transaction. A row that is refused has written nothing, and keeps no other from it.
 */
@Service
public class ChallengeFileWork {
    /** Rows of one step. */
    public static final int STEP = 50;

    private final FileSteps steps;
    private final Drafting drafting;
    private final Facts facts;
    private final Records records;
    private final Ledger ledger;

    @Inject
    ChallengeFileWork(FileSteps steps, Drafting drafting, Facts facts, Records records, Ledger ledger) {
        this.steps = steps;
        this.drafting = drafting;
        this.facts = facts;
        this.records = records;
        this.ledger = ledger;
    }

    /** Notes what was read, before the first step; again it changes nothing. */
    public void begin(Task task, int rows, List<FileRemark> remarks, byte[] head) {
        if (steps.begin(task, rows, remarks)) steps.answerBegins(task, head);
    }

    /**
     * Works off the rows that follow those that are done.
     *
     * @param telling in words what became of each
     * @return false where its sender may not any more: nothing was done, and the file has stopped
     * @throws Mistake STALE where somebody else works on the file
     */
    public boolean step(
            Task task, int done, List<ChallengeFileRow> rows, Function<List<ChallengeFileResult>, Told> telling) {
        var sender = steps.sender(task);
        if (sender.isEmpty()) return false;
        var results = rows.stream().map(row -> result(sender.get(), task, row)).toList();
        var good = (int) results.stream().filter(ChallengeFileResult::isGood).count();
        steps.advance(task, done, rows.size(), good);
        steps.tell(task, done, telling.apply(results));
        return true;
    }

    /** All rows are done. */
    public void finish(Task task) {
        steps.end(task);
    }

    private ChallengeFileResult result(Actor.OrganisationUser sender, Task task, ChallengeFileRow row) {
        return switch (row) {
            case ChallengeFileRow.Unreadable _ -> new ChallengeFileResult.Rejected(List.of());
            case ChallengeFileRow.Sound sound -> raised(sender, task, sound);
        };
    }

    private ChallengeFileResult raised(Actor.OrganisationUser sender, Task task, ChallengeFileRow.Sound row) {
        try {
            var about = new Beginning(row.kind(), event(sender, task, row), row.other(), null);
            return switch (drafting.raise(sender, row.learner(), about, row.told())) {
                case Raised.Done _ -> new ChallengeFileResult.Done();
                case Raised.Later later -> new ChallengeFileResult.Later(later.on());
                case Raised.Already _ -> new ChallengeFileResult.Already();
            };
        } catch (Mistake refused) {
            return rejected(refused);
        }
    }

    /** Somebody else was quicker: then the whole step is done again. */
    private static ChallengeFileResult rejected(Mistake refused) {
        if (refused.kind() == Mistake.Kind.STALE) throw refused;
        if (!refused.faults().isEmpty()) return new ChallengeFileResult.Rejected(refused.faults());
        var code = refused.kind() == Mistake.Kind.NOT_FOUND ? "not-your-learner" : refused.code();
        return new ChallengeFileResult.Rejected(List.of(Fault.at("learner", code)));
    }

    /** The event that is meant; that a record was searched for it is in the ledger, whatever was found. */
    private @Nullable UUID event(Actor.OrganisationUser sender, Task task, ChallengeFileRow.Sound row) {
        var which = row.event();
        if (which.id() != null || which.reference().isEmpty()) return which.id();
        var learner = facts.learner(sender, row.learner());
        ledger.write(ChallengeEvent.sought(sender, learner.uln(), task.file().id()));
        var found = records.unrestrictedOf(learner).events().stream()
                .filter(event -> isMeant(event, which))
                .map(LearningEvent::id)
                .toList();
        if (found.size() == 1) return found.getFirst();
        throw Mistake.unprocessable(Fault.at("eventReference", found.isEmpty() ? "no-such-event" : "several-events"));
    }

    private static boolean isMeant(LearningEvent event, ChallengeFileRow.Which which) {
        var code = event.subject().code();
        return code != null
                && key(code).equals(key(which.reference()))
                && (which.awardedOn() == null
                        || which.awardedOn().equals(event.award().date()));
    }

    private static String key(String reference) {
        return Words.key(reference).replace(" ", "");
    }
}
