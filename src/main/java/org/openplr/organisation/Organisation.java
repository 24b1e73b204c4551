package org.openplr.organisation;

import org.openplr.party.Ukprn;

/**
 * An organisation of the provider register.
 *
 * @param name as the register has it
 * @param alias the name it trades under; empty where it has none
 * @param kind what it mainly is
 * @param town empty where it is not known
 * @param country England, Wales, Northern Ireland, Scotland; empty where it is not known
 */
public record Organisation(
        Ukprn ukprn,
        String name,
        String alias,
        OrganisationKind kind,
        OrganisationStatus status,
        String town,
        String country) {
    /** One that is active, of which no trading name is known. */
    public Organisation(Ukprn ukprn, String name, OrganisationKind kind, String town, String country) {
        this(ukprn, name, "", kind, OrganisationStatus.ACTIVE, town, country);
    }

    /** The same, with the trading name and the status of how it was known before. */
    Organisation standingAs(Organisation before) {
        return new Organisation(ukprn, name, before.alias, kind, before.status, town, country);
    }
}
