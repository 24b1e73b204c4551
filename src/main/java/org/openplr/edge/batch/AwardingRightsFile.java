package org.openplr.edge.batch;

import java.util.HashMap;
import org.openplr.party.Ukprn;
import org.openplr.qualification.AwardReference;
import org.openplr.qualification.AwardingRight;

/** What organisations may award beside their own qualifications, in a form of ours. */
final class AwardingRightsFile {
    private AwardingRightsFile() {}

    static boolean fits(CsvFile file) {
        return file.has("AwardUkprn", "AwardReference");
    }

    /** {@code AwardUkprn,AwardReference,Title,Type,Level,Credits,From,Until}. */
    static CsvRows<AwardingRight> read(CsvFile file) {
        var lines = new HashMap<String, Long>();
        return file.requiring("AwardUkprn", "AwardReference", "Title", "Type", "Level", "Credits", "From", "Until")
                .rows(row -> {
                    var ukprn = Ukprn.parse(row.required("AwardUkprn"))
                            .orElseThrow(() -> row.fault("AwardUkprn", "not a UKPRN"));
                    var reference = AwardReference.parse(row.required("AwardReference"))
                            .orElseThrow(() -> row.fault("AwardReference", "not the reference of an award"));
                    var before = lines.putIfAbsent(ukprn + " " + reference, row.line());
                    if (before != null) throw row.fault("AwardReference", "stands in line " + before + " already");
                    row.required("Title");
                    return new AwardingRight(
                            ukprn,
                            reference,
                            row.text("Title", 300),
                            row.text("Type", 100),
                            row.text("Level", 40),
                            Fields.number(row, "Credits"),
                            Fields.date(row, "From"),
                            Fields.date(row, "Until"));
                });
    }
}
