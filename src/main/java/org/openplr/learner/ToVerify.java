package org.openplr.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Gender;
import org.openplr.party.Uln;

/**
 * What an organisation holds of a learner and wants confirmed (LRS LearnerToVerify).
 *
 * @param dateOfBirth null where it is not asked
 * @param gender UNKNOWN where it is not asked
 */
public record ToVerify(
        Uln uln,
        String givenName,
        String familyName,
        @Nullable LocalDate dateOfBirth,
        Gender gender) {
    /** Names and dates of birth stay out of logs. */
    @Override
    public String toString() {
        return "ToVerify[" + uln + "]";
    }
}
