package org.openplr.edge.rest;

import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisation;

/**
 * An organisation of the provider register.
 *
 * @param tradingName another name that it is known under
 * @param kind provider, school, further-education, university, custody, local-authority, awarding, agency, iag-service,
 *     vendor or employer
 * @param status as UKRLP has it: A active, V verified, PD1 being deactivated, PD2 deactivated
 */
public record OrganisationJson(
        String ukprn,
        String name,
        @Nullable String tradingName,
        String kind,
        String status,
        @Nullable String town,
        @Nullable String country) {
    static OrganisationJson of(Organisation organisation) {
        return new OrganisationJson(
                organisation.ukprn().digits(),
                organisation.name(),
                organisation.alias().isEmpty() ? null : organisation.alias(),
                organisation.kind().text(),
                organisation.status().code(),
                organisation.town().isEmpty() ? null : organisation.town(),
                organisation.country().isEmpty() ? null : organisation.country());
    }
}
