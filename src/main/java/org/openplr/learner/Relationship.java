package org.openplr.learner;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/**
 * What a learner has to do with an organisation, from one day to another. While it stands, the organisation may see and keep
 * their details, and look at their record by the law; without one it may only find and verify.
 *
 * @param uln by which number it is known
 * @param until the last day, null where none is known yet
 * @param evidence by which it can be found again, an enrolment number or a return; empty where an importer brought it
 */
public record Relationship(
        Uln uln,
        Ukprn organisation,
        RelationKind kind,
        LocalDate from,
        @Nullable LocalDate until,
        RelationSource source,
        String evidence) {
    static final String COLUMNS = "uln, ukprn, kind, starts_on, ends_on, source, evidence";

    static Relationship read(Sql.Row row) throws SQLException {
        var evidence = row.textIfAny("evidence");
        return new Relationship(
                new Uln(row.text("uln")),
                new Ukprn(row.text("ukprn")),
                RelationKind.valueOf(row.text("kind")),
                row.date("starts_on"),
                row.dateIfAny("ends_on"),
                RelationSource.valueOf(row.text("source")),
                evidence == null ? "" : evidence);
    }

    /** Whether it stands on this day. */
    public boolean stands(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** Evidence may name people. */
    @Override
    public String toString() {
        return "Relationship[" + kind + ", " + organisation.digits() + "]";
    }
}
