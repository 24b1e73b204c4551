package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerRegister;
import org.openplr.learner.Relationships;
import org.openplr.learner.Sensitivity;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Intake;

/**
 * Takes learners from a file: the columns of the LRS batch registration file (version 2A), of which only the mandatory
 * ones are needed, {@code Sensitive}, Y or N, and {@code RegisteredBy}, the UKPRN of the organisation that registered them.
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
    private final Relationships relationships;
    private final Sensitivity sensitivity;

    @Inject
    LearnerImport(LearnerRegister register, Relationships relationships, Sensitivity sensitivity) {
        this.register = register;
        this.relationships = relationships;
        this.sensitivity = sensitivity;
    }

    private record Row(LearnerDetails details, @Nullable Ukprn registeredBy) {}

    /** Takes every row that can be taken, in one transaction. */
    public ImportReport take(CsvFile file) {
        var rows = file.requiring(NEEDED).rows(row -> new Row(details(row), registeredBy(row)));
        var intake = register.take(rows.values().stream().map(Row::details).toList());
        var refused = intake.refusals().stream().map(Intake.Refusal::index).collect(Collectors.toSet());
        var taken = new ArrayList<Uln>();
        var known = new LinkedHashMap<Uln, Ukprn>();
        for (var i = 0; i < rows.values().size(); i++) {
            var row = rows.values().get(i);
            if (refused.contains(i)) continue;
            taken.add(row.details.uln());
            if (row.registeredBy != null) known.put(row.details.uln(), row.registeredBy);
        }
        sensitivity.imported(taken);
        relationships.note(known);
        return ImportReport.of(rows, intake);
    }

    private static @Nullable Ukprn registeredBy(CsvRow row) {
        var text = Fields.text(row, "RegisteredBy");
        if (text == null) return null;
        return Ukprn.parse(text).orElseThrow(() -> row.fault("RegisteredBy", "is not a UKPRN"));
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
