package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.openplr.learner.LearnerLinks;
import org.openplr.learner.LearnerLinks.Linking;
import org.openplr.party.Uln;

/** Takes links of numbers from a file with the columns {@code SupersededULN} and {@code MasterULN}. */
@Dependent
public class LinkImport {
    private record Line(long number, Uln superseded, Uln master) {}

    private final LearnerLinks links;

    @Inject
    LinkImport(LearnerLinks links) {
        this.links = links;
    }

    /** Makes every link that can be made. */
    public ImportReport take(CsvFile file) {
        var rows = file.requiring("SupersededULN", "MasterULN")
                .rows(row -> new Line(row.line(), Fields.uln(row, "SupersededULN"), Fields.uln(row, "MasterULN")));
        var faults = new ArrayList<>(rows.faults());
        var made = 0;
        var unchanged = 0;
        for (var line : rows.values()) {
            switch (links.link(line.superseded, line.master)) {
                case Linking.Linked linked -> made++;
                case Linking.Unchanged same -> unchanged++;
                case Linking.Refused refused -> faults.add(Faults.of(line.number, refused.fault()));
            }
        }
        return new ImportReport(rows.read(), made, 0, unchanged, faults, rows.warnings());
    }
}
