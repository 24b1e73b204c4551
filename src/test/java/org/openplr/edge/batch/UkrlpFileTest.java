package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openplr.organisation.Contact;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.organisation.OrganisationStatus;
import org.openplr.organisation.Verification;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** An export of UKRLP, in the form that is ours. */
class UkrlpFileTest {
    private static final String HEADER =
            "UnitedKingdomProviderReferenceNumber,ProviderName,ProviderAlias,ProviderStatus,LegalAddress1,LegalAddress2,LegalTown,LegalPostCode,LegalTelephone,LegalEmail,PrimaryTown,PrimaryWebsiteAddress,VerificationAuthority,VerificationID,VerificationAuthority2,VerificationID2\n";

    private final Actor.Administrator admin = new Actor.Administrator(UUID.randomUUID());

    @OnBothDatabases
    void providerGoesInWithContactsAndWhatItWasVerifiedAgainst(Database db) {
        var report = load(db, HEADER + """
            19960011,Fernside College Corporation,Fernside,V,1 Fern Lane,Old Side,Fernton,FE1 1RN,01632 960001,\
            office@fernside.example.org,Newton,https://fernside.example.org,Companies House,01234567,\
            Charity Commission,1234567
            """);

        assertThat(report.faults()).isEmpty();
        assertThat(report.created()).isEqualTo(1);
        db.run(em -> assertThat(OrganisationFixtures.providers(em).find(admin, new Ukprn("19960011")))
                .hasValueSatisfying(found -> {
                    assertThat(found.organisation().alias()).isEqualTo("Fernside");
                    assertThat(found.organisation().status()).isEqualTo(OrganisationStatus.VERIFIED);
                    assertThat(found.organisation().town())
                            .as("of the primary contact")
                            .isEqualTo("Newton");
                    assertThat(found.contacts())
                            .extracting(Contact::type)
                            .containsExactly(Contact.Type.LEGAL, Contact.Type.PRIMARY);
                    assertThat(found.contacts().getFirst().lines()).containsExactly("1 Fern Lane", "Old Side");
                    assertThat(found.contacts().getFirst().email()).isEqualTo("office@fernside.example.org");
                    assertThat(found.verifications())
                            .containsExactly(
                                    new Verification("Companies House", "01234567"),
                                    new Verification("Charity Commission", "1234567"));
                }));
    }

    @OnBothDatabases
    void twiceChangesNothingAndAChangedLineChangesOne(Database db) {
        var line = "19960022,Ash Training,,A,,,,,,,Ashby,,,,,\n";
        var other = "19960033,Elm Training,,A,,,,,,,Elmby,,,,,\n";
        load(db, HEADER + line + other);

        assertThat(load(db, HEADER + line + other).unchanged()).isEqualTo(2);
        var report = load(db, HEADER + line + other.replace(",A,", ",PD2,"));
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        db.run(em -> assertThat(OrganisationFixtures.organisations(em).search("elm training", 5))
                .isEmpty());
    }

    @OnBothDatabases
    void whatUkrlpDoesNotKnowStaysAsItWas(Database db) {
        load(db, "ukprn,name,kind,town,country\n19960044,Oak High,school,Oakham,Wales\n");
        load(db, HEADER + "19960044,Oak High School,,V,,,,,,,,,,,,\n");

        db.run(em -> assertThat(OrganisationFixtures.organisations(em).find(new Ukprn("19960044")))
                .hasValueSatisfying(found -> {
                    assertThat(found.name()).isEqualTo("Oak High School");
                    assertThat(found.kind()).isEqualTo(OrganisationKind.SCHOOL);
                    assertThat(found.town()).isEqualTo("Oakham");
                    assertThat(found.country()).isEqualTo("Wales");
                }));
    }

    @OnBothDatabases
    void badRowsAreToldByLineAndColumnAndTheRestGoesIn(Database db) {
        var report = load(db, HEADER + """
            29960051,Not A Number,,A,,,,,,,,,,,,
            19960052,,,A,,,,,,,,,,,,
            19960053,Status Unknown,,X,,,,,,,,,,,,
            19960054,Number Alone,,A,,,,,,,,,,123,,
            19960055,Good One,,A,,,,,,,,,,,,
            19960055,Good One Again,,A,,,,,,,,,,,,
            """);

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.faults())
                .isEqualTo(List.of(
                        new RowFault(2, "UnitedKingdomProviderReferenceNumber", "not a UKPRN"),
                        new RowFault(3, "ProviderName", "is empty"),
                        new RowFault(4, "ProviderStatus", "none of A, V, PD1, PD2"),
                        new RowFault(5, "VerificationAuthority", "is empty, but there is a number"),
                        new RowFault(7, "UnitedKingdomProviderReferenceNumber", "the same as in line 6")));
    }

    @OnBothDatabases
    void ownFormMaySayStatusAndTradingName(Database db) {
        load(db, "ukprn,name,kind,town,country,status,alias\n19960066,Yew Ltd,iag-service,,,PD1,Yew Advice\n");

        db.run(em -> assertThat(OrganisationFixtures.organisations(em).find(new Ukprn("19960066")))
                .hasValueSatisfying(found -> {
                    assertThat(found.kind()).isEqualTo(OrganisationKind.IAG_SERVICE);
                    assertThat(found.status()).isEqualTo(OrganisationStatus.DEACTIVATING);
                    assertThat(found.alias()).isEqualTo("Yew Advice");
                }));
    }

    private static ImportReport load(Database db, String csv) {
        return db.call(em -> RegisterImportTest.registers(em).load(CsvFile.of(csv.getBytes(StandardCharsets.UTF_8))));
    }
}
