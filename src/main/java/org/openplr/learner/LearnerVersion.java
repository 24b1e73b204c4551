package org.openplr.learner;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * One change of what the register says of a learner.
 *
 * @param number the version that the change made, from 1
 * @param by learner, organisation, administrator or system
 * @param organisation of whoever made it, null for none
 * @param why a code, or words
 * @param former what each field that changed was before
 */
public record LearnerVersion(
        long number, Instant at, String by, @Nullable Ukprn organisation, String why, List<Former> former) {
    public LearnerVersion {
        former = List.copyOf(former);
    }

    /** The same with the fields of another reading of it. */
    LearnerVersion and(LearnerVersion more) {
        return new LearnerVersion(
                number,
                at,
                by,
                organisation,
                why,
                Stream.concat(former.stream(), more.former.stream()).toList());
    }

    /**
     * A field before it changed.
     *
     * @param field as the table has it, {@code family_name}
     * @param was null where it was empty
     */
    public record Former(String field, @Nullable String was) {
        /** The field only. */
        @Override
        public String toString() {
            return "Former[" + field + "]";
        }
    }
}
