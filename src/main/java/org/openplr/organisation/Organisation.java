package org.openplr.organisation;

import org.openplr.party.Ukprn;

/**
 * An organisation of the provider register.
 *
 * @param name as the register has it
 * @param kind what it mainly is
 * @param town empty where it is not known
 * @param country England, Wales, Northern Ireland, Scotland; empty where it is not known
 */
public record Organisation(Ukprn ukprn, String name, OrganisationKind kind, String town, String country) {}
