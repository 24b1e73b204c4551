package org.openplr.edge.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.LearnerToRegister;

/** What the register says of a learner, by the names of the fields; dates apart, and what is empty left out. */
final class LearnerLines {
    /** What says something in the language of a page, and not in its own words. */
    private static final List<String> CODED = List.of("Gender", "VerificationType", "AbilityToShare");

    private LearnerLines() {}

    static Map<String, String> of(LearnerToRegister said) {
        var lines = new LinkedHashMap<String, String>();
        var names = said.names();
        put(lines, "Title", names.title());
        put(lines, "GivenName", names.given());
        put(lines, "PreferredGivenName", names.preferredGiven());
        put(lines, "MiddleOtherName", names.middle());
        put(lines, "FamilyName", names.family());
        put(lines, "PreviousFamilyName", names.previousFamily());
        put(lines, "FamilyNameAt16", names.familyAt16());
        put(lines, "Gender", said.gender().name());
        put(lines, "LastKnownAddressLine1", said.address().line1());
        put(lines, "LastKnownAddressLine2", said.address().line2());
        put(lines, "LastKnownAddressTown", said.address().town());
        put(lines, "LastKnownAddressCountyorCity", said.address().county());
        put(lines, "LastKnownPostCode", said.address().postcode());
        put(lines, "PlaceOfBirth", said.background().placeOfBirth());
        put(lines, "SchoolAtAge16", said.background().schoolAt16());
        put(lines, "Nationality", said.background().nationality());
        put(lines, "ScottishCandidateNumber", said.background().scottishCandidateNumber());
        put(lines, "UniquePupilNumber", said.numbers().upn());
        put(lines, "UniqueCandidateIdentifier", said.numbers().uci());
        put(lines, "HusId", said.numbers().husid());
        put(lines, "UcasPersonalId", said.numbers().ucasPersonalId());
        put(lines, "EmailAddress", said.email());
        put(lines, "VerificationType", said.verification().type().name());
        put(lines, "OtherVerificationDescription", said.verification().other());
        put(lines, "AbilityToShare", said.abilityToShare().name());
        put(lines, "Notes", said.notes());
        return lines;
    }

    /** Everything that is not empty, in words, the dates at their places. */
    static List<Said> said(LearnerToRegister said, Words words) {
        var lines = new LinkedHashMap<String, String>();
        of(said).forEach((name, value) -> {
            lines.put(name, CODED.contains(name) ? words.of(prefix(name) + value) : value);
            if (name.equals("FamilyName")) lines.put("DateOfBirth", words.date(said.dateOfBirth()));
        });
        if (said.address().since() != null)
            lines.put("DateOfAddressCapture", words.date(said.address().since()));
        return lines.entrySet().stream()
                .map(line -> new Said(words.of("learner-field." + line.getKey()), line.getValue()))
                .toList();
    }

    private static String prefix(String name) {
        return switch (name) {
            case "Gender" -> "gender.";
            case "VerificationType" -> "verification.";
            default -> "ability.";
        };
    }

    /**
     * One line as a page shows it.
     *
     * @param label in the reader's language
     */
    public record Said(String label, String value) {
        /** Names and dates of birth stay out of logs. */
        @Override
        public String toString() {
            return "Said[" + label + "]";
        }
    }

    private static void put(Map<String, String> lines, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) lines.put(name, value);
    }
}
