package org.openplr.edge.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openplr.learner.LearnerVersion;
import org.openplr.organisation.Organisations;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.VerificationType;
import org.openplr.platform.WrittenDate;

/**
 * One change of a learner's details, as a page tells it.
 *
 * @param who an organisation by its name, or what kind of somebody
 * @param why in words
 * @param former what was there before, field by field
 */
public record ChangeLine(String when, String who, String why, List<LearnerLines.Said> former) {
    /** What the columns of the register are called among the fields. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "Title"),
            Map.entry("given_name", "GivenName"),
            Map.entry("preferred_given_name", "PreferredGivenName"),
            Map.entry("middle_name", "MiddleOtherName"),
            Map.entry("family_name", "FamilyName"),
            Map.entry("previous_family_name", "PreviousFamilyName"),
            Map.entry("family_name_at_16", "FamilyNameAt16"),
            Map.entry("date_of_birth", "DateOfBirth"),
            Map.entry("gender_code", "Gender"),
            Map.entry("address_line_1", "LastKnownAddressLine1"),
            Map.entry("address_line_2", "LastKnownAddressLine2"),
            Map.entry("town", "LastKnownAddressTown"),
            Map.entry("county", "LastKnownAddressCountyorCity"),
            Map.entry("postcode", "LastKnownPostCode"),
            Map.entry("address_since", "DateOfAddressCapture"),
            Map.entry("place_of_birth", "PlaceOfBirth"),
            Map.entry("school_at_16", "SchoolAtAge16"),
            Map.entry("nationality", "Nationality"),
            Map.entry("scottish_candidate_number", "ScottishCandidateNumber"),
            Map.entry("upn", "UniquePupilNumber"),
            Map.entry("uci", "UniqueCandidateIdentifier"),
            Map.entry("husid", "HusId"),
            Map.entry("ucas_id", "UcasPersonalId"),
            Map.entry("email", "EmailAddress"),
            Map.entry("verification_code", "VerificationType"),
            Map.entry("other_verification", "OtherVerificationDescription"),
            Map.entry("ability_to_share_code", "AbilityToShare"),
            Map.entry("notes", "Notes"),
            Map.entry("is_sensitive", "Sensitive"));

    public ChangeLine {
        former = List.copyOf(former);
    }

    static List<ChangeLine> of(List<LearnerVersion> versions, Organisations organisations, Words words) {
        var names = organisations.names(versions.stream()
                .map(LearnerVersion::organisation)
                .filter(Objects::nonNull)
                .map(Ukprn::digits)
                .distinct()
                .toList());
        return versions.stream().map(one -> of(one, names, words)).toList();
    }

    private static ChangeLine of(LearnerVersion one, Map<String, String> names, Words words) {
        var organisation = one.organisation();
        var who = organisation == null
                ? words.orElse("changed-by." + one.by(), one.by())
                : names.getOrDefault(organisation.digits(), organisation.digits());
        var former = one.former().stream()
                .map(was -> {
                    var field = FIELDS.getOrDefault(was.field(), was.field());
                    return new LearnerLines.Said(
                            words.orElse("learner-field." + field, field), former(field, was, words));
                })
                .toList();
        return new ChangeLine(words.moment(one.at()), who, words.orElse("changed-why." + one.why(), one.why()), former);
    }

    private static String former(String field, LearnerVersion.Former was, Words words) {
        var value = was.was();
        if (value == null || value.isBlank()) return words.of("changed.was-empty");
        return switch (field) {
            case "Gender" ->
                words.of("gender." + Gender.ofCode(Integer.parseInt(value)).orElseThrow());
            case "VerificationType" ->
                words.of("verification."
                        + VerificationType.ofCode(Integer.parseInt(value)).orElseThrow());
            case "AbilityToShare" ->
                words.of("ability."
                        + AbilityToShare.ofCode(Integer.parseInt(value)).orElseThrow());
            case "DateOfBirth", "DateOfAddressCapture" -> words.date(WrittenDate.iso(value));
            case "Sensitive" -> words.of("changed.sensitive-" + value);
            default -> value;
        };
    }

    /** Names and dates of birth stay out of logs. */
    @Override
    public String toString() {
        return "ChangeLine[" + when + "]";
    }
}
