package org.openplr.edge.batch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.AwardingOrganisation;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Ukprn;
import org.openplr.platform.WrittenDate;

/** Reads the files of organisations: the house's own form, and the awarding organisations of LARS. */
final class OrganisationFiles {
    private OrganisationFiles() {}

    static boolean isOwn(CsvFile file) {
        return file.has("ukprn", "name", "kind");
    }

    /** The house's own form: {@code ukprn,name,kind,town,country}. */
    static CsvRows<Organisation> own(CsvFile file) {
        var lines = new HashMap<String, Long>();
        return file.requiring("ukprn", "name", "kind", "town", "country").rows(row -> {
            var ukprn = Ukprn.parse(row.required("ukprn")).orElseThrow(() -> row.fault("ukprn", "not a UKPRN"));
            once(row, "ukprn", lines);
            row.required("name");
            var kind = OrganisationKind.parse(row.required("kind"))
                    .orElseThrow(() -> row.fault("kind", "none of provider, university, awarding, employer"));
            return new Organisation(ukprn, row.text("name", 150), kind, row.text("town", 100), row.text("country", 60));
        });
    }

    static boolean isAwarding(CsvFile file) {
        return file.has("AwardOrgCode", "AwardOrgName");
    }

    /** LARS's {@code AwardOrgCode.csv}. */
    static CsvRows<AwardingOrganisation> awarding(CsvFile file) {
        var lines = new HashMap<String, Long>();
        return file.requiring("AwardOrgCode", "AwardOrgUKPRN", "AwardOrgName").rows(row -> {
            row.required("AwardOrgCode");
            row.required("AwardOrgName");
            once(row, "AwardOrgCode", lines);
            return new AwardingOrganisation(
                    row.text("AwardOrgCode", 18),
                    larsUkprn(row),
                    row.text("AwardOrgName", 150),
                    row.text("AwardOrgShortName", 50),
                    row.text("AwardOrgAcronym", 35),
                    !row.text("AwardOrgNonExtant").equals("Y"),
                    row.text("AwardOrgHigherEducationInstitution").equals("Y"),
                    date(row, "EffectiveFrom"),
                    date(row, "EffectiveTo"));
        });
    }

    private static @Nullable Ukprn larsUkprn(CsvRow row) {
        var text = row.text("AwardOrgUKPRN");
        var ukprn = Ukprn.parse(text);
        if (ukprn.isEmpty() && !text.isEmpty()) row.warn("AwardOrgUKPRN", "not a UKPRN, left out");
        return ukprn.orElse(null);
    }

    private static @Nullable LocalDate date(CsvRow row, String column) {
        return row.text(column).isEmpty() ? null : row.read(column, WrittenDate::parse);
    }

    private static void once(CsvRow row, String column, Map<String, Long> lines) {
        var before = lines.putIfAbsent(row.text(column), row.line());
        if (before != null) throw row.fault(column, "the same as in line " + before);
    }
}
