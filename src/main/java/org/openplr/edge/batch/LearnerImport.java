package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerRegister;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.VerificationType;

/**
 * Takes learners from a file: the columns of the LRS batch registration file (version 2A), of which only the mandatory
 * ones are needed, and {@code Sensitive}, Y or N.
 */
@Dependent
public class LearnerImport {
    private static final String[] NEEDED = {
        "ULN",
        "GivenName",
        "FamilyName",
        "LastKnownPostCode",
        "DateOfBirth",
        "Gender",
        "AbilityToShare",
        "VerificationType"
    };

    private final LearnerRegister register;

    @Inject
    LearnerImport(LearnerRegister register) {
        this.register = register;
    }

    /** Takes every row that can be taken, in one transaction. */
    public ImportReport take(CsvFile file) {
        var rows = file.requiring(NEEDED).rows(LearnerImport::details);
        return ImportReport.of(rows, register.take(rows.values()));
    }

    private static LearnerDetails details(CsvRow row) {
        return new LearnerDetails(
                Fields.uln(row, "ULN"),
                names(row),
                Fields.requiredDate(row, "DateOfBirth"),
                Fields.coded(row, "Gender", Gender::ofCode),
                address(row),
                new LearnerDetails.Background(
                        Fields.text(row, "PlaceOfBirth"),
                        Fields.text(row, "SchoolAtAge16"),
                        Fields.text(row, "Nationality"),
                        Fields.text(row, "ScottishCandidateNumber")),
                Fields.text(row, "EmailAddress"),
                new LearnerDetails.Verification(
                        Fields.coded(row, "VerificationType", VerificationType::ofCode),
                        Fields.text(row, "OtherVerificationDescription")),
                Fields.coded(row, "AbilityToShare", AbilityToShare::ofCode),
                Fields.flag(row, "Sensitive"));
    }

    private static LearnerDetails.Names names(CsvRow row) {
        return new LearnerDetails.Names(
                Fields.text(row, "Title"),
                row.required("GivenName"),
                Fields.text(row, "PreferredGivenName"),
                Fields.text(row, "MiddleOtherName"),
                row.required("FamilyName"),
                Fields.text(row, "PreviousFamilyName"),
                Fields.text(row, "FamilyNameAt16"));
    }

    private static LearnerDetails.Address address(CsvRow row) {
        return new LearnerDetails.Address(
                Fields.text(row, "LastKnownAddressLine1"),
                Fields.text(row, "LastKnownAddressLine2"),
                Fields.text(row, "LastKnownAddressTown"),
                Fields.text(row, "LastKnownAddressCountyorCity"),
                row.required("LastKnownPostCode"),
                Fields.date(row, "DateOfAddressCapture"));
    }
}
