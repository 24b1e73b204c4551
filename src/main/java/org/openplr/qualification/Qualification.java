package org.openplr.qualification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A qualification as the register has it; texts are empty and values null where it says nothing.
 *
 * @param level the register's words: {@code Level 1/2}, {@code Entry Level}
 * @param awardingOrganisation the owner's name in the register's words
 * @param recognitionNumber the owner's number with Ofqual: {@code RN5217}
 * @param sectorSubjectArea the register's words for the area
 * @param areaCode the area's code where the words could be linked to one: {@code 14.1}
 * @param credits total credits, each ten notional hours
 * @param guidedHours guided learning hours
 * @param totalHours total qualification time, in hours
 * @param certificationEnd the last day on which it can be awarded
 */
public record Qualification(
        Qan number,
        String title,
        String type,
        String level,
        String subLevel,
        String awardingOrganisation,
        String recognitionNumber,
        String sectorSubjectArea,
        String areaCode,
        String status,
        @Nullable Integer credits,
        @Nullable Integer guidedHours,
        @Nullable Integer totalHours,
        @Nullable LocalDate operationalStart,
        @Nullable LocalDate operationalEnd,
        @Nullable LocalDate certificationEnd,
        String offeredInEngland,
        String offeredInWales,
        String offeredInNorthernIreland,
        String gradingType,
        String gradingScale,
        String specification) {}
