package org.openplr.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;

/** Everything the register holds of one learner, as it is registered and changed (LRS LearnerToRegister). */
public record LearnerDetails(Uln uln, LearnerToRegister said, boolean sensitive) {
    public LearnerDetails(
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
        this(
                uln,
                new LearnerToRegister(
                        names,
                        dateOfBirth,
                        gender,
                        address,
                        background,
                        Numbers.NONE,
                        email,
                        verification,
                        abilityToShare,
                        null),
                sensitive);
    }

    public Names names() {
        return said.names();
    }

    public LocalDate dateOfBirth() {
        return said.dateOfBirth();
    }

    public Gender gender() {
        return said.gender();
    }

    public Address address() {
        return said.address();
    }

    public Background background() {
        return said.background();
    }

    public @Nullable String email() {
        return said.email();
    }

    public Verification verification() {
        return said.verification();
    }

    public AbilityToShare abilityToShare() {
        return said.abilityToShare();
    }

    /** The same person under a new name. */
    LearnerDetails renamed(String given, String family) {
        var names = names();
        var previous = names.family.equals(family) ? names.previousFamily : names.family;
        var now = new Names(names.title, given, names.preferredGiven, names.middle, family, previous, names.familyAt16);
        return saying(new LearnerToRegister(
                now,
                dateOfBirth(),
                gender(),
                address(),
                background(),
                said.numbers(),
                email(),
                verification(),
                abilityToShare(),
                said.notes()));
    }

    /** The same person, as they were always called and born. */
    LearnerDetails corrected(String given, String family, LocalDate born) {
        var names = names();
        var now = new Names(
                names.title, given, names.preferredGiven, names.middle, family, names.previousFamily, names.familyAt16);
        return saying(new LearnerToRegister(
                now,
                born,
                gender(),
                address(),
                background(),
                said.numbers(),
                email(),
                verification(),
                abilityToShare(),
                said.notes()));
    }

    /** The same person, verified by this. */
    LearnerDetails verifiedBy(VerificationType type) {
        return saying(new LearnerToRegister(
                names(),
                dateOfBirth(),
                gender(),
                address(),
                background(),
                said.numbers(),
                email(),
                new Verification(type, null),
                abilityToShare(),
                said.notes()));
    }

    /** The same number, of which this is said now. */
    LearnerDetails saying(LearnerToRegister now) {
        return new LearnerDetails(uln, now, sensitive);
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

    /**
     * The other numbers that a learner carries. Their forms are those that the numbers have in use; no LRS document says
     * them.
     *
     * @param upn unique pupil number: a letter, 11 digits, and a digit or a letter
     * @param uci unique candidate identifier of the exam boards: 12 digits, of which the sixth may be a letter, and a letter
     * @param husid of the higher education statistics: 13 digits
     * @param ucasPersonalId of UCAS: 10 digits
     */
    public record Numbers(
            @Nullable String upn,
            @Nullable String uci,
            @Nullable String husid,
            @Nullable String ucasPersonalId) {
        public static final Numbers NONE = new Numbers(null, null, null, null);
    }

    /** How identity was verified; {@code other} describes evidence that is not in the list. */
    public record Verification(
            VerificationType type, @Nullable String other) {}

    @Override
    public String toString() {
        return "LearnerDetails[" + uln + "]";
    }
}
