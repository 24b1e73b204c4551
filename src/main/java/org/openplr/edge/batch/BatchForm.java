package org.openplr.edge.batch;

import java.util.List;
import java.util.Set;
import org.openplr.learner.LearnerFile;

/**
 * What a file of learners looks like.
 *
 * @param columns as they are written, in their order
 * @param needed without which nobody can be read
 * @param free columns in which anything may stand
 * @param least fewer rows are taken and remarked upon
 * @param most more rows are not taken
 * @param headed whether the first four columns are about the file, and filled in its first row only
 * @param answered columns that an answer adds: where a mended answer comes back, they are passed over
 */
record BatchForm(
        List<String> columns,
        Set<String> needed,
        Set<String> free,
        int least,
        int most,
        boolean headed,
        Set<String> answered) {
    /** LRS batch registration, version 2A. */
    static final BatchForm REGISTRATION = new BatchForm(
            List.of(
                    "FileVersion",
                    "FileName",
                    "UKPRN",
                    "LearnerRecordCount",
                    "ULN",
                    "MISIdentifier",
                    "Title",
                    "GivenName",
                    "PreferredGivenName",
                    "MiddleOtherName",
                    "FamilyName",
                    "PreviousFamilyName",
                    "FamilyNameAt16",
                    "SchoolAtAge16",
                    "LastKnownAddressLine1",
                    "LastKnownAddressLine2",
                    "LastKnownAddressTown",
                    "LastKnownAddressCountyorCity",
                    "LastKnownPostCode",
                    "DateOfAddressCapture",
                    "DateOfBirth",
                    "PlaceOfBirth",
                    "EmailAddress",
                    "Gender",
                    "Nationality",
                    "ScottishCandidateNumber",
                    "AbilityToShare",
                    "VerificationType",
                    "OtherVerificationDescription",
                    "Notes"),
            Set.of(
                    "GivenName",
                    "FamilyName",
                    "LastKnownPostCode",
                    "DateOfBirth",
                    "Gender",
                    "AbilityToShare",
                    "VerificationType"),
            Set.of("MISIdentifier", "OtherVerificationDescription", "Notes"),
            50,
            5_000,
            true,
            Set.of());

    /** To verify: the columns of the real file were not found, so these are our own. */
    static final BatchForm VERIFICATION = new BatchForm(
            List.of("ULN", "GivenName", "FamilyName", "DateOfBirth", "Gender", "MISIdentifier"),
            Set.of("ULN", "GivenName", "FamilyName"),
            Set.of("MISIdentifier"),
            1,
            100_000,
            false,
            Set.of());

    /**
     * What learners have to do with the sender: a form of our own, with the words of the REST call. The date of birth may be left
     * empty; where it stands it has to agree. The source is an enrolment, or for those who applied an application, where none is said.
     */
    static final BatchForm RELATIONSHIPS = new BatchForm(
            List.of(
                    "ULN",
                    "GivenName",
                    "FamilyName",
                    "DateOfBirth",
                    "Kind",
                    "From",
                    "Until",
                    "Source",
                    "Evidence",
                    "MISIdentifier"),
            Set.of("ULN", "GivenName", "FamilyName", "Kind", "From", "Until", "Evidence"),
            Set.of("Evidence", "MISIdentifier"),
            1,
            5_000,
            false,
            Set.of());

    /**
     * Achievements: the elements of the LRS's SubmitAchievementBatchJob, with the organisation's own reference, credits and
     * status. The columns of the real file were not found, so the form is our own.
     */
    static final BatchForm ACHIEVEMENTS = new BatchForm(
            List.of(
                    "Action",
                    "Reference",
                    "ULN",
                    "GivenName",
                    "FamilyName",
                    "DateOfBirth",
                    "UnitOrQualificationReferenceNumber",
                    "AchievementAwardDate",
                    "Grade",
                    "Credits",
                    "LanguageForAssessment",
                    "Status",
                    "ProviderUkprn",
                    "ActionReason",
                    "MISIdentifier"),
            Set.of("Reference", "ULN"),
            Set.of("ActionReason", "MISIdentifier"),
            1,
            100_000,
            false,
            Set.of("Line", "Result", "Errors", "Reason", "AsItCame"));

    /** Data challenges that a provider raises for its learners: a form of our own, named as the fields of the REST call. */
    static final BatchForm CHALLENGES = new BatchForm(
            List.of(
                    "ULN",
                    "Kind",
                    "Event",
                    "EventReference",
                    "EventAwardedOn",
                    "Other",
                    "Title",
                    "Reference",
                    "Type",
                    "Level",
                    "AwardedOn",
                    "Grade",
                    "Credits",
                    "Language",
                    "AwardingOrganisation",
                    "Provider",
                    "Start",
                    "End",
                    "GivenName",
                    "FamilyName",
                    "DateOfBirth",
                    "SecondULN",
                    "Explanation",
                    "ElsewhereOn",
                    "Elsewhere"),
            Set.of("ULN", "Kind"),
            Set.of("Explanation", "Elsewhere"),
            1,
            1_000,
            false,
            ACHIEVEMENTS.answered);

    static BatchForm of(LearnerFile.Kind kind) {
        return switch (kind) {
            case REGISTER -> REGISTRATION;
            case VERIFY -> VERIFICATION;
            case RELATE -> RELATIONSHIPS;
            case AWARDS -> ACHIEVEMENTS;
            case CHALLENGES -> CHALLENGES;
        };
    }

    /** Whether columns that nobody needs may be left out without a word: the form is our own, and few rows have all. */
    boolean mayBeShort() {
        return !answered.isEmpty();
    }

    /** Whether this column is about the file. */
    boolean isOfFile(String column) {
        return headed && columns.indexOf(column) < 4;
    }
}
