package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerToRegister;
import org.openplr.matching.OtherNumber;
import org.openplr.matching.Person;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.VerificationType;

/**
 * What an officer types of a learner, from the first find to the last change; nothing is typed twice. The fields have the
 * names by which the register tells what is wrong with them.
 */
@Named
@RequestScoped
public class LearnerForm {
    private static final SortedMap<String, OtherNumber.Kind> OTHER_NUMBERS = new TreeMap<>(Map.of(
            "UniquePupilNumber", OtherNumber.Kind.UPN,
            "UniqueCandidateIdentifier", OtherNumber.Kind.UCI,
            "HusId", OtherNumber.Kind.HUSID,
            "UcasPersonalId", OtherNumber.Kind.UCAS,
            "ScottishCandidateNumber", OtherNumber.Kind.SCOTTISH_CANDIDATE));

    @Inject
    private Faults faults;

    private final Map<String, String> typed = new HashMap<>();
    private final DateParts birth = new DateParts();
    private final DateParts since = new DateParts();

    /** Somebody to look for, or empty where a fault says why not. */
    Optional<Person> person() {
        named();
        if (birth.date().isEmpty()) faults.at("DateOfBirth", birthFault());
        if (faults.isAny()) return Optional.empty();
        return Optional.of(new Person(
                text("GivenName"),
                text("FamilyName"),
                List.of(),
                of("PreviousFamilyName"),
                birth.date().orElse(null),
                gender().orElse(Gender.UNKNOWN),
                text("LastKnownPostCode"),
                text("PlaceOfBirth"),
                text("SchoolAtAge16"),
                text("EmailAddress"),
                OTHER_NUMBERS.entrySet().stream()
                        .flatMap(one -> OtherNumber.of(one.getValue(), text(one.getKey())).stream())
                        .toList()));
    }

    /** Numbers that others gave, as they were typed. */
    List<String> otherNumbers() {
        return OTHER_NUMBERS.keySet().stream()
                .map(this::text)
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /** Whether both names are there; a fault says which is not. */
    boolean named() {
        if (text("GivenName").isEmpty()) faults.at("GivenName", "finding.given-missing");
        if (text("FamilyName").isEmpty()) faults.at("FamilyName", "finding.family-missing");
        return !faults.isAny();
    }

    private String birthFault() {
        return birth.isBlank() ? "finding.birth-missing" : "desk.birth-invalid";
    }

    /** The date of birth where it is one; a fault where something else is typed. */
    @Nullable
    LocalDate birthIfAny() {
        if (!birth.isBlank() && birth.date().isEmpty()) faults.at("DateOfBirth", "desk.birth-invalid");
        return birth.date().orElse(null);
    }

    /** Everything that is said of somebody, or empty where a fault says what no context could be asked with. */
    Optional<LearnerToRegister> learner() {
        var born = birth.date();
        if (born.isEmpty()) faults.at("DateOfBirth", birthFault());
        if (gender().isEmpty()) faults.at("Gender", "registering.gender-missing");
        if (!since.isBlank() && since.date().isEmpty()) faults.at("DateOfAddressCapture", "registering.since-invalid");
        var verification = verification();
        if (verification.isEmpty()) faults.at("VerificationType", "registering.verification-missing");
        var ability = ability();
        if (ability.isEmpty()) faults.at("AbilityToShare", "registering.ability-missing");
        if (faults.isAny()) return Optional.empty();
        return Optional.of(new LearnerToRegister(
                names(),
                born.orElseThrow(),
                gender().orElseThrow(),
                address(),
                new LearnerDetails.Background(
                        any("PlaceOfBirth"), any("SchoolAtAge16"), any("Nationality"), any("ScottishCandidateNumber")),
                new LearnerDetails.Numbers(
                        any("UniquePupilNumber"),
                        any("UniqueCandidateIdentifier"),
                        any("HusId"),
                        any("UcasPersonalId")),
                any("EmailAddress"),
                new LearnerDetails.Verification(verification.orElseThrow(), any("OtherVerificationDescription")),
                ability.orElseThrow(),
                any("Notes")));
    }

    private LearnerDetails.Names names() {
        return new LearnerDetails.Names(
                any("Title"),
                text("GivenName"),
                any("PreferredGivenName"),
                any("MiddleOtherName"),
                text("FamilyName"),
                any("PreviousFamilyName"),
                any("FamilyNameAt16"));
    }

    private LearnerDetails.Address address() {
        return new LearnerDetails.Address(
                any("LastKnownAddressLine1"),
                any("LastKnownAddressLine2"),
                any("LastKnownAddressTown"),
                any("LastKnownAddressCountyorCity"),
                text("LastKnownPostCode"),
                since.date().orElse(null));
    }

    /** Takes over what the register says. */
    void fill(LearnerDetails details) {
        var said = details.said();
        typed.putAll(LearnerLines.of(said));
        set(birth, said.dateOfBirth());
        set(since, said.address().since());
    }

    static void set(DateParts parts, @Nullable LocalDate day) {
        parts.clear();
        if (day == null) return;
        parts.setDay(Integer.toString(day.getDayOfMonth()));
        parts.setMonth(Integer.toString(day.getMonthValue()));
        parts.setYear(Integer.toString(day.getYear()));
    }

    String text(String name) {
        return Objects.requireNonNullElse(typed.get(name), "").strip();
    }

    void put(String name, String value) {
        typed.put(name, value);
    }

    private @Nullable String any(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    private List<String> of(String name) {
        return text(name).isEmpty() ? List.of() : List.of(text(name));
    }

    Optional<Gender> gender() {
        return chosen(Gender.values(), "Gender");
    }

    private Optional<VerificationType> verification() {
        return chosen(VerificationType.values(), "VerificationType");
    }

    private Optional<AbilityToShare> ability() {
        return chosen(AbilityToShare.values(), "AbilityToShare");
    }

    private <E extends Enum<E>> Optional<E> chosen(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(text(name))).findFirst();
    }

    public List<VerificationType> getVerifications() {
        return List.of(VerificationType.values());
    }

    public List<Gender> getGenders() {
        return List.of(Gender.values());
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public DateParts getBirth() {
        return birth;
    }

    public DateParts getSince() {
        return since;
    }
}
