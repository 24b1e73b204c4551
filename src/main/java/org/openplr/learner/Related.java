package org.openplr.learner;

import java.util.List;
import org.openplr.platform.Mistake.Fault;

/** What came of a row that says what a learner has to do with an organisation. */
public sealed interface Related {
    /** It is noted. */
    record Noted() implements Related {}

    /** It was noted before, from the same day. */
    record Again() implements Related {}

    /** Nobody has this number and these details together; which of them is wrong is not told. */
    record Nobody() implements Related {}

    /** The organisation's files have named too many people today. */
    record OverQuota() implements Related {}

    record Rejected(List<Fault> faults) implements Related {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
