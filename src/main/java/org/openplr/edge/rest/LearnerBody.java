package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerToRegister;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;

/**
 * What is said of a learner, by an organisation: the fields of LRS LearnerToRegister and the other numbers that a learner
 * carries. Gender, verification and ability to share are the code lists' names or codes.
 */
public record LearnerBody(
        @Nullable String title,
        @Nullable String givenName,
        @Nullable String preferredGivenName,
        @Nullable String middleOtherName,
        @Nullable String familyName,
        @Nullable String previousFamilyName,
        @Nullable String familyNameAt16,
        @Nullable LocalDate dateOfBirth,
        @Nullable String gender,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String town,
        @Nullable String countyOrCity,
        @Nullable String postcode,
        @Nullable LocalDate addressSince,
        @Nullable String placeOfBirth,
        @Nullable String schoolAt16,
        @Nullable String nationality,
        @Nullable String scottishCandidateNumber,
        @Nullable String uniquePupilNumber,
        @Nullable String uniqueCandidateIdentifier,
        @Nullable String husId,
        @Nullable String ucasPersonalId,
        @Nullable String email,
        @Nullable String verificationType,
        @Nullable String otherVerification,
        @Nullable String abilityToShare,
        @Nullable String notes) {
    /** The members of this body by the names that the register has for the fields. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("GivenName", "givenName"),
            Map.entry("FamilyName", "familyName"),
            Map.entry("Title", "title"),
            Map.entry("PreferredGivenName", "preferredGivenName"),
            Map.entry("MiddleOtherName", "middleOtherName"),
            Map.entry("PreviousFamilyName", "previousFamilyName"),
            Map.entry("FamilyNameAt16", "familyNameAt16"),
            Map.entry("LastKnownAddressLine1", "addressLine1"),
            Map.entry("LastKnownAddressLine2", "addressLine2"),
            Map.entry("LastKnownAddressTown", "town"),
            Map.entry("LastKnownAddressCountyorCity", "countyOrCity"),
            Map.entry("LastKnownPostCode", "postcode"),
            Map.entry("DateOfAddressCapture", "addressSince"),
            Map.entry("PlaceOfBirth", "placeOfBirth"),
            Map.entry("SchoolAtAge16", "schoolAt16"),
            Map.entry("Nationality", "nationality"),
            Map.entry("EmailAddress", "email"),
            Map.entry("OtherVerificationDescription", "otherVerification"),
            Map.entry("ScottishCandidateNumber", "scottishCandidateNumber"),
            Map.entry("UniquePupilNumber", "uniquePupilNumber"),
            Map.entry("UniqueCandidateIdentifier", "uniqueCandidateIdentifier"),
            Map.entry("HusId", "husId"),
            Map.entry("UcasPersonalId", "ucasPersonalId"),
            Map.entry("DateOfBirth", "dateOfBirth"),
            Map.entry("AbilityToShare", "abilityToShare"),
            Map.entry("Notes", "notes"));

    /**
     * What it says, blanks around a text left out.
     *
     * @throws Mistake UNPROCESSABLE where what is needed is missing or no value of its list
     */
    LearnerToRegister read() {
        var faults = new Faults();
        var born = faults.required("/dateOfBirth", dateOfBirth);
        var coded = coded(faults, gender, Gender.class, "/gender", Gender::ofCode);
        var verified =
                coded(faults, verificationType, VerificationType.class, "/verificationType", VerificationType::ofCode);
        var sharing = coded(faults, abilityToShare, AbilityToShare.class, "/abilityToShare", AbilityToShare::ofCode);
        faults.throwIfAny();
        return new LearnerToRegister(
                new LearnerDetails.Names(
                        text(title),
                        needed(givenName),
                        text(preferredGivenName),
                        text(middleOtherName),
                        needed(familyName),
                        text(previousFamilyName),
                        text(familyNameAt16)),
                born.orElseThrow(),
                coded.orElseThrow(),
                new LearnerDetails.Address(
                        text(addressLine1),
                        text(addressLine2),
                        text(town),
                        text(countyOrCity),
                        needed(postcode),
                        addressSince),
                new LearnerDetails.Background(
                        text(placeOfBirth), text(schoolAt16), text(nationality), text(scottishCandidateNumber)),
                new LearnerDetails.Numbers(
                        text(uniquePupilNumber), text(uniqueCandidateIdentifier), text(husId), text(ucasPersonalId)),
                text(email),
                new LearnerDetails.Verification(verified.orElseThrow(), text(otherVerification)),
                sharing.orElseThrow(),
                text(notes));
    }

    /** What the register says. */
    static LearnerBody of(LearnerDetails one) {
        var names = one.names();
        var address = one.address();
        var background = one.background();
        var numbers = one.said().numbers();
        return new LearnerBody(
                names.title(),
                names.given(),
                names.preferredGiven(),
                names.middle(),
                names.family(),
                names.previousFamily(),
                names.familyAt16(),
                one.dateOfBirth(),
                one.gender().name(),
                address.line1(),
                address.line2(),
                address.town(),
                address.county(),
                text(address.postcode()),
                address.since(),
                background.placeOfBirth(),
                background.schoolAt16(),
                background.nationality(),
                background.scottishCandidateNumber(),
                numbers.upn(),
                numbers.uci(),
                numbers.husid(),
                numbers.ucasPersonalId(),
                one.email(),
                one.verification().type().name(),
                one.verification().other(),
                one.abilityToShare().name(),
                one.said().notes());
    }

    /** Runs what may find faults of fields, and tells them by the members of this body. */
    static <T> T pointing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Mistake mistake) {
            if (mistake.kind() != Mistake.Kind.UNPROCESSABLE) throw mistake;
            throw Mistake.unprocessable(mistake.faults().stream()
                    .map(fault -> new Mistake.Fault(
                            "/" + MEMBERS.getOrDefault(fault.pointer(), fault.pointer()), fault.code(), fault.detail()))
                    .toList());
        }
    }

    private static <E extends Enum<E>> Optional<E> coded(
            Faults faults, @Nullable String text, Class<E> type, String pointer, IntFunction<Optional<E>> ofCode) {
        if (text != null && text.matches("[0-9]{1,3}")) {
            var value = ofCode.apply(Integer.parseInt(text));
            if (value.isEmpty()) faults.add(pointer, "unknown-value");
            return value;
        }
        return faults.oneOf(pointer, text == null ? null : text.replace("_", ""), type);
    }

    private static String needed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "LearnerBody[…]";
    }
}
