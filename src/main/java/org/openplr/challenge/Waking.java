package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openplr.party.Actor;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.platform.Words;
import org.openplr.record.LearningEvent;
import org.openplr.record.Records;

/** What the day brings: what waited for it is raised, unless it has come by itself; what was answered and nobody appealed is closed. */
@Service
class Waking {
    /** In so many days from the answer it can be appealed. */
    static final int APPEAL_DAYS = 28;

    private static final Actor CLOCK = new Actor.System("data-challenges");
    private static final Set<Who> TIME = EnumSet.of(Who.CLOCK);

    private final ChallengeTable table;
    private final Moving moving;
    private final Drafting drafting;
    private final Arrivals arrivals;

    @Inject
    Waking(ChallengeTable table, Moving moving, Drafting drafting, Arrivals arrivals) {
        this.table = table;
        this.moving = moving;
        this.drafting = drafting;
        this.arrivals = arrivals;
    }

    /** Whether what somebody missed is in the record by now. */
    @Part
    static class Arrivals {
        private final Facts facts;
        private final Records records;

        @Inject
        Arrivals(Facts facts, Records records) {
            this.facts = facts;
            this.records = records;
        }

        private boolean isThere(Challenge waiting) {
            return facts.of(waiting)
                    .filter(learner -> records.of(learner).events().stream().anyMatch(event -> isIt(event, waiting)))
                    .isPresent();
        }

        private static boolean isIt(LearningEvent event, Challenge waiting) {
            var said = waiting.story().supplied();
            var is = Field.of(event);
            var sameDay = said.getOrDefault(Field.AWARDED_ON, "").equals(is.getOrDefault(Field.AWARDED_ON, ""));
            return sameDay && (isSame(said, is, Field.REFERENCE) || isSame(said, is, Field.TITLE));
        }

        private static boolean isSame(java.util.Map<Field, String> said, java.util.Map<Field, String> is, Field field) {
            var key = Words.key(said.getOrDefault(field, "")).replace(" ", "");
            return !key.isEmpty()
                    && key.equals(Words.key(is.getOrDefault(field, "")).replace(" ", ""));
        }
    }

    /** Those whose day has come. */
    List<Challenge> due() {
        return table.waiting(moving.today());
    }

    /** Raises one, or closes it where it has come. */
    void wake(Challenge waiting) {
        if (arrivals.isThere(waiting)) moving.take(waiting, new Moving.Move(CLOCK, TIME, Step.ARRIVE, "", one -> one));
        else drafting.raiseWaiting(waiting);
    }

    /** Those that are answered for so long that nobody appeals. */
    List<Challenge> settled() {
        return table.answeredBefore(moving.today().minusDays(APPEAL_DAYS));
    }

    void close(Challenge answered) {
        moving.take(answered, new Moving.Move(CLOCK, TIME, Step.CLOSE, "", one -> one));
    }
}
