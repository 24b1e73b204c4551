package org.openplr.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;

/** Everything the register holds of one learner, as it is registered and changed (LRS LearnerToRegister). */
public record LearnerDetails(
        Uln uln,
        Names names,
        LocalDate dateOfBirth,
        Gender gender,
        Address address,
        Background background,
        @Nullable String email,
        Verification verification,
        AbilityToShare abilityToShare,
        boolean sensitive) {
    /** What a person is and was called; each at most 35 characters (MIAPName). */
    public record Names(
            @Nullable String title,
            String given,
            @Nullable String preferredGiven,
            @Nullable String middle,
            String family,
            @Nullable String previousFamily,
            @Nullable String familyAt16) {}

    /** The last known address; lines at most 50 characters (MIAPAddress). */
    public record Address(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String town,
            @Nullable String county,
            String postcode,
            @Nullable LocalDate since) {}

    /** What helps to tell two people apart. */
    public record Background(
            @Nullable String placeOfBirth,
            @Nullable String schoolAt16,
            @Nullable String nationality,
            @Nullable String scottishCandidateNumber) {}

    /** How identity was verified; {@code other} describes evidence that is not in the list. */
    public record Verification(
            VerificationType type, @Nullable String other) {}

    @Override
    public String toString() {
        return "LearnerDetails[" + uln + "]";
    }
}
