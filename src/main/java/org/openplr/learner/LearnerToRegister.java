package org.openplr.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;

/**
 * What is said of a person who is to be registered, or instead of what the register says (LRS LearnerToRegister).
 *
 * @param notes of the registration body (MIAPNotes), at most 4,000 characters
 */
public record LearnerToRegister(
        LearnerDetails.Names names,
        LocalDate dateOfBirth,
        Gender gender,
        LearnerDetails.Address address,
        LearnerDetails.Background background,
        LearnerDetails.Numbers numbers,
        @Nullable String email,
        LearnerDetails.Verification verification,
        AbilityToShare abilityToShare,
        @Nullable String notes) {
    /** Somebody of this number of whom this is said. */
    LearnerDetails as(Uln uln, boolean sensitive) {
        return new LearnerDetails(uln, this, sensitive);
    }

    /** Names and dates of birth stay out of logs. */
    @Override
    public String toString() {
        return "LearnerToRegister[]";
    }
}
