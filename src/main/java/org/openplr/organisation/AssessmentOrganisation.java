package org.openplr.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * An end-point assessment organisation of apprenticeships, as the list of 2018 has it.
 *
 * @param code {@code EPA0001}
 * @param ukprn null where the list has none
 * @param type a digit; the list of its meanings is not published with it
 * @param from since when it has been listed, null where that is not said
 * @param to the last day it was listed, null while it is
 */
public record AssessmentOrganisation(
        String code,
        String name,
        @Nullable Ukprn ukprn,
        String type,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** By whom the list has under each type: universities are 4, training providers and colleges 8, employers 3. */
    OrganisationKind kind() {
        return switch (type) {
            case "4" -> OrganisationKind.UNIVERSITY;
            case "8" -> OrganisationKind.PROVIDER;
            case "3" -> OrganisationKind.EMPLOYER;
            default -> OrganisationKind.AWARDING;
        };
    }
}
