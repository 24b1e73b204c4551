package org.openplr.record;

import java.util.List;
import org.openplr.platform.Mistake.Fault;

/** What became of one achievement (LRS GetAchievementBatchJob counts them so). */
public sealed interface Maintained {
    record Created() implements Maintained {}

    record Updated() implements Maintained {}

    /** It says what is there already. */
    record Unchanged() implements Maintained {}

    record Withdrawn() implements Maintained {}

    record Reinstated() implements Maintained {}

    /** Provisional before, final now. */
    record Promoted() implements Maintained {}

    /** It was not taken. */
    record Rejected(Kind kind, List<Fault> faults) implements Maintained {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** Where the fault lies. */
    enum Kind {
        /** Nobody has this number and these names together. */
        LEARNER_DATA,
        /** A field is missing, too long or no such value. */
        FIELD,
        /** All fields are right, and it still cannot be. */
        BUSINESS_RULE
    }
}
