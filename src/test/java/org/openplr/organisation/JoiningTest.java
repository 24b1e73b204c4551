package org.openplr.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** An organisation with a UKPRN applies to join. */
class JoiningTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final Actor.Administrator one = new Actor.Administrator(UUID.randomUUID());
    private final Actor.Administrator another = new Actor.Administrator(UUID.randomUUID());
    private final Actor.Checker somebody =
            new Actor.Checker("Marlstone Adult College", "", UUID.randomUUID().toString());

    @OnBothDatabases
    void applicationWaitsUntilAnAgreementIsProposedOfIt(Database db) {
        db.run(em -> {
            var number = fresh();
            OrganisationFixtures.register(em)
                    .take(List.of(new Organisation(number, "Marlstone", OrganisationKind.SCHOOL, "", "")));
            var applications = OrganisationFixtures.applications(em, clock);
            var id = applications.apply(somebody, wanted(number, "Jo Bloggs", Role.ADVISER));
            assertThat(applications.waiting(one)).extracting(Application::id).contains(id);

            var terms = new Agreement.Terms(
                    Set.of(Role.ADVISER), Agreement.Stage.SANDBOX, LocalDate.of(2026, 11, 25), null);
            var proposal = OrganisationFixtures.proposals(em, clock)
                    .agreement(one, number, terms, Optional.of(id), "We spoke");

            assertThat(applications.waiting(one)).extracting(Application::id).doesNotContain(id);
            assertThat(applications.find(one, id)).map(Application::state).contains(Application.State.PROPOSED);
            assertThat(OrganisationFixtures.proposals(em, clock).find(one, proposal))
                    .map(Proposal::about)
                    .contains(id);
            assertThat(AuditFixtures.ledger(em, clock).about(id))
                    .extracting(LedgerEntry::what)
                    .containsExactly("organisation.applied");
        });
    }

    @OnBothDatabases
    void applicationWaitsAgainWhenItsProposalIsRefusedOrTakenBack(Database db) {
        db.run(em -> {
            var number = fresh();
            OrganisationFixtures.register(em)
                    .take(List.of(new Organisation(number, "Marlstone", OrganisationKind.SCHOOL, "", "")));
            var applications = OrganisationFixtures.applications(em, clock);
            var proposals = OrganisationFixtures.proposals(em, clock);
            var id = applications.apply(somebody, wanted(number, "Jo Bloggs", Role.ADVISER));
            var terms = new Agreement.Terms(
                    Set.of(Role.ADVISER), Agreement.Stage.SANDBOX, LocalDate.of(2026, 11, 25), null);

            for (var by : List.of(another, one)) {
                var proposal = proposals.agreement(one, number, terms, Optional.of(id), "We spoke");
                assertThat(proposals.refuse(by, proposal, "Not these roles")).isEqualTo(new ProposalOutcome.Done());
                assertThat(applications.waiting(one))
                        .extracting(Application::id)
                        .contains(id);
            }

            proposals.approve(
                    another,
                    proposals.agreement(one, number, terms, Optional.of(id), "Once more"),
                    "Now they are right");
            assertThat(applications.find(one, id)).map(Application::state).contains(Application.State.PROPOSED);
        });
    }

    @OnBothDatabases
    void whatIsProposedOrDeclinedAlreadyIsNotProposedOnceMore(Database db) {
        db.run(em -> {
            var number = fresh();
            OrganisationFixtures.register(em)
                    .take(List.of(new Organisation(number, "Marlstone", OrganisationKind.SCHOOL, "", "")));
            var applications = OrganisationFixtures.applications(em, clock);
            var proposals = OrganisationFixtures.proposals(em, clock);
            var terms = new Agreement.Terms(
                    Set.of(Role.ADVISER), Agreement.Stage.SANDBOX, LocalDate.of(2026, 11, 25), null);
            var declined = applications.apply(somebody, wanted(number, "Jo Bloggs", Role.ADVISER));
            applications.decline(another, declined, "Nobody there knows of it");
            var proposed = applications.apply(somebody, wanted(number, "Jo Bloggs", Role.ADVISER));
            proposals.agreement(another, number, terms, Optional.of(proposed), "We spoke");

            for (var id : List.of(declined, proposed)) {
                var mistake = catchThrowableOfType(
                        Mistake.class, () -> proposals.agreement(one, number, terms, Optional.of(id), "We spoke"));
                assertThat(mistake.faults()).extracting(Fault::code).containsExactly("application-decided");
            }
        });
    }

    @OnBothDatabases
    void applicationIsDeclinedOnceAndWithAReason(Database db) {
        db.run(em -> {
            var applications = OrganisationFixtures.applications(em, clock);
            var id = applications.apply(somebody, wanted(fresh(), "Jo Bloggs", Role.ADVISER));

            assertThatThrownBy(() -> applications.decline(one, id, " ")).isInstanceOf(Mistake.class);
            assertThat(applications.decline(one, id, "Nobody there knows of it"))
                    .isTrue();
            assertThat(applications.decline(one, id, "Again")).isFalse();
        });
    }

    @OnBothDatabases
    void everyFaultIsToldAndAfterFiveInAnHourThereIsAnEnd(Database db) {
        db.run(em -> {
            var applications = OrganisationFixtures.applications(em, clock);

            var mistake = catchThrowableOfType(Mistake.class, () -> applications.apply(somebody, wanted(fresh(), " ")));
            assertThat(mistake.faults()).extracting(Fault::pointer).containsExactly("contact", "roles");

            for (var i = 0; i < Applications.PER_HOUR; i++)
                applications.apply(somebody, wanted(fresh(), "Jo Bloggs", Role.ADVISER));
            var tooMany = catchThrowableOfType(
                    Mistake.class, () -> applications.apply(somebody, wanted(fresh(), "Jo Bloggs", Role.ADVISER)));
            assertThat(tooMany.kind()).isEqualTo(Mistake.Kind.TOO_MANY);
        });
    }

    private static Application.Wanted wanted(Ukprn number, String contact, Role... roles) {
        return new Application.Wanted(
                number,
                "Marlstone Adult College",
                contact,
                new EmailAddress("office@marlstone.example.org"),
                "",
                Set.of(roles),
                "Sam Head",
                "Principal");
    }

    private static Ukprn fresh() {
        return new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }
}
