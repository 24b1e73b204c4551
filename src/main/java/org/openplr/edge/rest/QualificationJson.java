package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.qualification.Qualification;

/**
 * A qualification of the register; what the register does not say is left out.
 *
 * @param reference the number without slashes: {@code 1000323X}
 * @param number the number as certificates print it: {@code 100/0323/X}
 * @param checkDigitHolds false for the few real numbers that do not keep to the check digit
 * @param offeredIn England, Wales, Northern Ireland, as far as the register says
 */
public record QualificationJson(
        String reference,
        String number,
        boolean checkDigitHolds,
        String title,
        @Nullable String type,
        @Nullable String level,
        @Nullable String subLevel,
        Owner awardingOrganisation,
        @Nullable Area sectorSubjectArea,
        @Nullable String status,
        @Nullable Integer credits,
        @Nullable Integer guidedLearningHours,
        @Nullable Integer totalQualificationTime,
        @Nullable LocalDate operationalStart,
        @Nullable LocalDate operationalEnd,
        @Nullable LocalDate certificationEnd,
        @Nullable List<String> offeredIn,
        @Nullable String gradingType,
        @Nullable String gradingScale,
        @Nullable String specification) {
    /** Who owns it, in the register's words. */
    public record Owner(@Nullable String name, @Nullable String recognitionNumber) {}

    /** What it is about; the code where the register's words are known. */
    public record Area(@Nullable String code, String name) {}

    static QualificationJson of(Qualification q) {
        return new QualificationJson(
                q.number().canonical(),
                q.number().slashed(),
                q.number().checkDigitHolds(),
                q.title(),
                said(q.type()),
                said(q.level()),
                said(q.subLevel()),
                new Owner(said(q.awardingOrganisation()), said(q.recognitionNumber())),
                q.sectorSubjectArea().isEmpty() ? null : new Area(said(q.areaCode()), q.sectorSubjectArea()),
                said(q.status()),
                q.credits(),
                q.guidedHours(),
                q.totalHours(),
                q.operationalStart(),
                q.operationalEnd(),
                q.certificationEnd(),
                offeredIn(q),
                said(q.gradingType()),
                said(q.gradingScale()),
                said(q.specification()));
    }

    private static @Nullable List<String> offeredIn(Qualification q) {
        var countries = new ArrayList<String>();
        if (q.offeredInEngland().equalsIgnoreCase("yes")) countries.add("England");
        if (q.offeredInWales().equalsIgnoreCase("yes")) countries.add("Wales");
        if (q.offeredInNorthernIreland().equalsIgnoreCase("yes")) countries.add("Northern Ireland");
        return countries.isEmpty() ? null : countries;
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
