package org.openplr.edge.rest;

import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisation;

/**
 * An organisation of the provider register.
 *
 * @param kind provider, university, awarding or employer
 */
public record OrganisationJson(
        String ukprn,
        String name,
        String kind,
        @Nullable String town,
        @Nullable String country) {
    static OrganisationJson of(Organisation organisation) {
        return new OrganisationJson(
                organisation.ukprn().digits(),
                organisation.name(),
                organisation.kind().text(),
                organisation.town().isEmpty() ? null : organisation.town(),
                organisation.country().isEmpty() ? null : organisation.country());
    }
}
