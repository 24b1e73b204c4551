package org.openplr.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * An awarding organisation as LARS lists it.
 *
 * @param code its LARS code: {@code AQA}, {@code EDEXCEL}
 * @param ukprn null where it has none: LARS gives some a number of its own, from 90000000, which is none
 * @param acronym empty where it has none
 * @param extant whether it still exists under this code
 * @param higherEducation whether it is a higher education institution
 * @param from since when it has been listed
 * @param to the last day it was listed, null while it is
 */
public record AwardingOrganisation(
        String code,
        @Nullable Ukprn ukprn,
        String name,
        String shortName,
        String acronym,
        boolean extant,
        boolean higherEducation,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
