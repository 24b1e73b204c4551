package org.openplr.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** The register, to look in. */
class OrganisationsTest {
    private static final Ukprn GONE = new Ukprn("19970011");
    private static final Ukprn GOING = new Ukprn("19970022");
    private static final Ukprn THERE = new Ukprn("19970033");

    private final Actor.Administrator admin = new Actor.Administrator(UUID.randomUUID());

    @OnBothDatabases
    void deactivatedOrganisationIsFoundByNumberAndNotOffered(Database db) {
        db.run(em -> {
            OrganisationFixtures.register(em)
                    .take(List.of(
                            named(GONE, "Quarrendon Old College", "", OrganisationStatus.DEACTIVATED),
                            named(GOING, "Quarrendon Going College", "", OrganisationStatus.DEACTIVATING),
                            named(THERE, "Quarrendon College", "The Orchard", OrganisationStatus.VERIFIED)));
            var organisations = OrganisationFixtures.organisations(em);

            assertThat(organisations.search("quarrendon", 10))
                    .extracting(Organisation::ukprn)
                    .containsExactly(THERE);
            assertThat(organisations.find(GONE)).map(Organisation::status).contains(OrganisationStatus.DEACTIVATED);
            assertThat(organisations.search(admin, "quarrendon", Optional.empty()))
                    .as("for administrators all of them")
                    .extracting(Organisation::ukprn)
                    .containsExactlyInAnyOrder(GONE, GOING, THERE);
            assertThat(organisations.search(admin, "", Optional.of(OrganisationStatus.DEACTIVATED)))
                    .extracting(Organisation::ukprn)
                    .contains(GONE)
                    .doesNotContain(GOING, THERE);
            assertThat(organisations.search(admin, " 19970022 ", Optional.empty()))
                    .extracting(Organisation::ukprn)
                    .containsExactly(GOING);
        });
    }

    @OnBothDatabases
    void organisationIsFoundByTheNameItTradesUnder(Database db) {
        db.run(em -> {
            var number = new Ukprn("19970044");
            OrganisationFixtures.register(em)
                    .take(List.of(named(number, "SKT (2011) Ltd", "Sgiliau Tân", OrganisationStatus.ACTIVE)));

            assertThat(OrganisationFixtures.organisations(em).search("sgiliau tan", 5))
                    .extracting(Organisation::ukprn)
                    .containsExactly(number);
        });
    }

    private static Organisation named(Ukprn number, String name, String alias, OrganisationStatus status) {
        return new Organisation(number, name, alias, OrganisationKind.FURTHER_EDUCATION, status, "", "England");
    }
}
