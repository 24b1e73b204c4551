package org.openplr.organisation;

import jakarta.persistence.EntityManager;
import org.openplr.platform.Sql;

/** The provider register for the tests of other contexts. */
public final class OrganisationFixtures {
    private OrganisationFixtures() {}

    public static Organisations organisations(EntityManager em) {
        return new Organisations(new Sql(em));
    }

    public static OrganisationRegister register(EntityManager em) {
        return new OrganisationRegister(new Sql(em));
    }

    public static Agreements agreements(EntityManager em) {
        return new Agreements(new Sql(em));
    }

    public static AwardingOrganisations awarding(EntityManager em) {
        return new AwardingOrganisations(new Sql(em), register(em));
    }
}
