package org.openplr.edge.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.AssessmentOrganisation;
import org.openplr.organisation.AwardingOrganisation;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationKind;
import org.openplr.organisation.OrganisationStatus;
import org.openplr.party.Ukprn;
import org.openplr.platform.WrittenDate;

/** Reads lists of organisations: the house's own form, awarding organisations of LARS, assessment organisations. */
final class OrganisationFiles {
    private static final String ASSESSMENT_CODE = "apprenticeship-end-point-assessment-organisation";
    private static final String ASSESSMENT_TYPE = ASSESSMENT_CODE + "-type";

    private OrganisationFiles() {}

    static boolean isOwn(CsvFile file) {
        return file.has("ukprn", "name", "kind");
    }

    /** The house's own form: {@code ukprn,name,kind,town,country}, and where they are there {@code alias,status}. */
    static CsvRows<Organisation> own(CsvFile file) {
        var lines = new HashMap<String, Long>();
        return file.requiring("ukprn", "name", "kind", "town", "country").rows(row -> {
            var ukprn = Ukprn.parse(row.required("ukprn")).orElseThrow(() -> row.fault("ukprn", "not a UKPRN"));
            once(row, "ukprn", lines);
            row.required("name");
            row.required("kind");
            return new Organisation(
                    ukprn,
                    row.text("name", 150),
                    row.text("alias", 150),
                    kind(row, "kind"),
                    row.text("status").isEmpty() ? OrganisationStatus.ACTIVE : status(row, "status"),
                    row.text("town", 100),
                    row.text("country", 60));
        });
    }

    static OrganisationKind kind(CsvRow row, String column) {
        return OrganisationKind.parse(row.text(column))
                .orElseThrow(() -> row.fault(
                        column,
                        "none of "
                                + Arrays.stream(OrganisationKind.values())
                                        .map(OrganisationKind::text)
                                        .collect(Collectors.joining(", "))));
    }

    static OrganisationStatus status(CsvRow row, String column) {
        return OrganisationStatus.parse(row.required(column))
                .orElseThrow(() -> row.fault(column, "none of A, V, PD1, PD2"));
    }

    static boolean isAssessment(CsvFile file) {
        return file.has(ASSESSMENT_CODE, "name");
    }

    /** The open register's list of end-point assessment organisations. */
    static CsvRows<AssessmentOrganisation> assessment(CsvFile file) {
        var lines = new HashMap<String, Long>();
        return file.requiring(ASSESSMENT_CODE, "name", "ukprn").rows(row -> {
            row.required(ASSESSMENT_CODE);
            row.required("name");
            once(row, ASSESSMENT_CODE, lines);
            var ukprn = Ukprn.parse(row.text("ukprn"));
            if (ukprn.isEmpty() && !row.text("ukprn").isEmpty()) throw row.fault("ukprn", "not a UKPRN");
            return new AssessmentOrganisation(
                    row.text(ASSESSMENT_CODE, 10),
                    row.text("name", 150),
                    ukprn.orElse(null),
                    row.text(ASSESSMENT_TYPE, 10),
                    date(row, "start-date"),
                    date(row, "end-date"));
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

    static void once(CsvRow row, String column, Map<String, Long> lines) {
        var before = lines.putIfAbsent(row.text(column), row.line());
        if (before != null) throw row.fault(column, "the same as in line " + before);
    }
}
