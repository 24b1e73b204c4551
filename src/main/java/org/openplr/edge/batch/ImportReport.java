package org.openplr.edge.batch;

import java.util.List;
import java.util.stream.Stream;
import org.openplr.platform.Changes;
import org.openplr.platform.Intake;

/**
 * What came of a file.
 *
 * @param read rows in the file, whether they went in or not
 * @param created what was not there before
 * @param updated what said something else before
 * @param unchanged what said the same before
 * @param faults rows that did not go in
 * @param warnings rows that went in although something about them is odd
 */
public record ImportReport(
        int read, int created, int updated, int unchanged, List<RowFault> faults, List<RowFault> warnings) {
    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, List.of(), List.of());

    public ImportReport {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** The report of rows read and of what they changed. */
    public static ImportReport of(CsvRows<?> rows, Changes changes) {
        return of(rows, new Intake(changes, List.of()));
    }

    /** The report of rows read and of what became of their values when they were taken, in the same order. */
    public static ImportReport of(CsvRows<?> rows, Intake intake) {
        var refused = intake.refusals().stream()
                .flatMap(refusal -> refusal.faults().stream()
                        .map(fault -> Faults.of(rows.lines().get(refusal.index()), fault)));
        return new ImportReport(
                rows.read(),
                intake.changes().created(),
                intake.changes().updated(),
                intake.changes().unchanged(),
                Stream.concat(rows.faults().stream(), refused).toList(),
                rows.warnings());
    }

    /** Both reports as one. */
    public ImportReport plus(ImportReport more) {
        return new ImportReport(
                read + more.read,
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                Stream.concat(faults.stream(), more.faults.stream()).toList(),
                Stream.concat(warnings.stream(), more.warnings.stream()).toList());
    }

    /** One line of figures. */
    public String summary() {
        return "%,d rows read: %,d created, %,d updated, %,d unchanged, %,d refused, %,d with a warning"
                .formatted(read, created, updated, unchanged, faults.size(), warnings.size());
    }
}
