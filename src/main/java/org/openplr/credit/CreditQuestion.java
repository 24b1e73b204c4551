package org.openplr.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.qualification.AwardReference;

/**
 * Whether one learner has one award.
 *
 * @param dateOfBirth null where it is not asked; where it is, it has to agree
 */
public record CreditQuestion(
        Uln uln,
        String givenName,
        String familyName,
        @Nullable LocalDate dateOfBirth,
        AwardReference reference) {
    /** Names and dates of birth stay out of logs. */
    @Override
    public String toString() {
        return "CreditQuestion[" + uln + "]";
    }
}
