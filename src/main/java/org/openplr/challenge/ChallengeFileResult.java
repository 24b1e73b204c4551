package org.openplr.challenge;

import java.time.LocalDate;
import java.util.List;
import org.openplr.platform.Mistake.Fault;

/** What became of a row of a file of data challenges. */
public sealed interface ChallengeFileResult {
    /** It is raised. */
    record Done() implements ChallengeFileResult {}

    /** What is missing could not be there yet: it is raised by itself on that day. */
    record Later(LocalDate on) implements ChallengeFileResult {}

    /** The same is being challenged already. */
    record Already() implements ChallengeFileResult {}

    /** It was not taken, and nothing was written. */
    record Rejected(List<Fault> faults) implements ChallengeFileResult {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** Whether there is nothing to mend. */
    default boolean isGood() {
        return !(this instanceof Rejected);
    }
}
