package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.openplr.organisation.Agreement;
import org.openplr.organisation.Agreements;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;

/**
 * Takes agreements from a file with the columns {@code ukprn,roles,stage,from,until}, as approved, on the word of whoever made
 * the file; roles are separated by blanks, an empty {@code until} is an open end. An organisation that has one keeps it.
 */
@Dependent
public class AgreementImport {
    private final Agreements agreements;

    @Inject
    AgreementImport(Agreements agreements) {
        this.agreements = agreements;
    }

    private record Row(Ukprn organisation, Agreement.Terms terms) {}

    /** Takes every one that can be taken. */
    public ImportReport take(CsvFile file) {
        var rows = file.requiring("ukprn", "roles", "stage", "from", "until").rows(AgreementImport::row);
        var taken = (int) rows.values().stream()
                .filter(row -> agreements.takeOver(row.organisation, row.terms))
                .count();
        return ImportReport.of(rows, new Changes(taken, 0, rows.values().size() - taken));
    }

    private static Row row(CsvRow row) {
        var organisation = Ukprn.parse(row.required("ukprn")).orElseThrow(() -> row.fault("ukprn", "is not a UKPRN"));
        var stage = Arrays.stream(Agreement.Stage.values())
                .filter(one -> one.name().equalsIgnoreCase(row.text("stage")))
                .findFirst()
                .orElseThrow(() -> row.fault("stage", "is not sandbox or live"));
        return new Row(
                organisation,
                new Agreement.Terms(roles(row), stage, Fields.requiredDate(row, "from"), Fields.date(row, "until")));
    }

    private static Set<Role> roles(CsvRow row) {
        return Arrays.stream(row.required("roles").split("\\s+"))
                .map(text -> Role.parse(text).orElseThrow(() -> row.fault("roles", "are not roles of the list")))
                .collect(Collectors.toSet());
    }
}
