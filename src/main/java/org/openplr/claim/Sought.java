package org.openplr.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.party.Uln;

/**
 * Whom an officer looks for: a number, and what the person at the desk says of themselves. What is given has to be right.
 *
 * @param familyName may be empty where the date of birth is given
 * @param dateOfBirth may be null where the name is given
 */
public record Sought(
        Uln uln,
        String givenName,
        String familyName,
        @Nullable LocalDate dateOfBirth) {
    public Sought {
        if (familyName.isBlank() && dateOfBirth == null)
            throw new IllegalArgumentException("a name or a date of birth goes with the number");
    }

    boolean fits(Learner learner) {
        if (dateOfBirth != null && !dateOfBirth.equals(learner.dateOfBirth())) return false;
        return familyName.isBlank() || learner.isCalled(givenName, familyName);
    }

    @Override
    public String toString() {
        return "Sought[" + uln + "]";
    }
}
