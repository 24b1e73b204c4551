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
    /** The same person under a new name. */
    LearnerDetails renamed(String given, String family) {
        var previous = names.family.equals(family) ? names.previousFamily : names.family;
        var now = new Names(names.title, given, names.preferredGiven, names.middle, family, previous, names.familyAt16);
        return new LearnerDetails(
                uln, now, dateOfBirth, gender, address, background, email, verification, abilityToShare, sensitive);
    }

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
