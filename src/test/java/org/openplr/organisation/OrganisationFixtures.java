package org.openplr.organisation;

import jakarta.persistence.EntityManager;

/** The provider register for the tests of other contexts. */
public final class OrganisationFixtures {
    private OrganisationFixtures() {}

    public static Organisations organisations(EntityManager em) {
        return new Organisations(em);
    }

    public static OrganisationRegister register(EntityManager em) {
        return new OrganisationRegister(em);
    }

    public static AwardingOrganisations awarding(EntityManager em) {
        return new AwardingOrganisations(em, register(em));
    }
}
