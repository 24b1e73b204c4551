package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FindType;
import org.openplr.matching.OtherNumber;
import org.openplr.matching.OtherNumber.Kind;
import org.openplr.matching.Person;
import org.openplr.party.Gender;
import org.openplr.party.Uln;

/**
 * {@code POST /learners/find}: a number with its names, or demographics.
 *
 * @param findType FUL or CHK; FUL where nothing is said
 */
public record FindRequest(
        @Nullable String findType,
        @Nullable String uln,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String gender,
        @Nullable String postcode,
        @Nullable String previousFamilyName,
        @Nullable String schoolAt16,
        @Nullable String placeOfBirth,
        @Nullable String email,
        @Nullable String uniquePupilNumber,
        @Nullable String uniqueCandidateIdentifier,
        @Nullable String husId,
        @Nullable String ucasPersonalId,
        @Nullable String scottishCandidateNumber) {
    private static final int LONGEST = 254;
    private static final int NUMBER = 20;

    FindType type(Faults faults) {
        if (findType == null || findType.equals("FUL")) return FindType.FULL;
        if (!findType.equals("CHK")) faults.add("/findType", "unknown-value");
        return FindType.CHECK;
    }

    /** The number; null where it is asked by demographics. */
    @Nullable
    Uln number(Faults faults) {
        if (uln == null) return null;
        var read = Uln.parse(uln);
        if (read.isEmpty()) faults.add("/uln", "not-a-uln");
        return read.orElse(null);
    }

    String given(Faults faults) {
        return faults.text("/givenName", givenName, 35).orElse("");
    }

    String family(Faults faults) {
        return faults.text("/familyName", familyName, 35).orElse("");
    }

    /** Who is meant. */
    Person person(Faults faults) {
        var given = given(faults);
        var family = family(faults);
        faults.required("/dateOfBirth", dateOfBirth);
        var code = gender == null
                ? Gender.UNKNOWN
                : faults.oneOf("/gender", gender.replace("_", ""), Gender.class).orElse(Gender.UNKNOWN);
        var before = optional(faults, "/previousFamilyName", previousFamilyName, 35);
        return new Person(
                given,
                family,
                List.of(),
                before.isEmpty() ? List.of() : List.of(before),
                dateOfBirth,
                code,
                optional(faults, "/postcode", postcode, 20),
                optional(faults, "/placeOfBirth", placeOfBirth, 35),
                optional(faults, "/schoolAt16", schoolAt16, LONGEST),
                optional(faults, "/email", email, LONGEST),
                otherNumbers(faults));
    }

    private List<OtherNumber> otherNumbers(Faults faults) {
        return Stream.of(
                        OtherNumber.of(Kind.UPN, optional(faults, "/uniquePupilNumber", uniquePupilNumber, NUMBER)),
                        OtherNumber.of(
                                Kind.UCI,
                                optional(faults, "/uniqueCandidateIdentifier", uniqueCandidateIdentifier, NUMBER)),
                        OtherNumber.of(Kind.HUSID, optional(faults, "/husId", husId, NUMBER)),
                        OtherNumber.of(Kind.UCAS, optional(faults, "/ucasPersonalId", ucasPersonalId, NUMBER)),
                        OtherNumber.of(
                                Kind.SCOTTISH_CANDIDATE,
                                optional(faults, "/scottishCandidateNumber", scottishCandidateNumber, NUMBER)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String optional(Faults faults, String pointer, @Nullable String text, int longest) {
        return text == null || text.isBlank()
                ? ""
                : faults.text(pointer, text, longest).orElse("");
    }

    @Override
    public String toString() {
        return "FindRequest[…]";
    }
}
