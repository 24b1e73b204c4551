package org.openplr.learner;

import java.util.List;
import org.openplr.learner.Candidates.Candidate;
import org.openplr.party.Uln;

/** What a find tells. */
public sealed interface Found {
    /** One learner, with whom everything agrees (WSRC0004). */
    record Exact(Candidate learner) implements Found {}

    /** One to ten who may be meant, the best first, with what agrees (WSRC0003). */
    record Possible(List<Candidate> learners) implements Found {
        public Possible {
            learners = List.copyOf(learners);
        }
    }

    /** One learner, by a number that another one took the place of: both are told (WSRC0022). */
    record Linked(Uln superseded, Candidate learner) implements Found {}

    /** More than ten may be meant, and nobody is shown (WSRC0002). */
    record TooMany() implements Found {}

    /** Nobody (WSRC0001). */
    record None() implements Found {}

    /** For a check: there is exactly this learner, known by the same number or by one that was superseded. */
    record Exists(Uln uln, Uln asKnownBy) implements Found {}

    /** For a check: somebody may be meant, and nobody is shown. */
    record Unclear() implements Found {}

    /** Nobody was looked for: so many different people were looked for today; again after so many seconds. */
    record OverQuota(long seconds) implements Found {}
}
