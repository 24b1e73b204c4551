package org.openplr.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.organisation.Agreement.Stage;
import org.openplr.organisation.Agreement.State;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Agreements: what a kind may hold, from when until when, and the sandbox before it counts. */
class AgreementsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final Actor.Administrator one = new Actor.Administrator(UUID.randomUUID());
    private final Actor.Administrator another = new Actor.Administrator(UUID.randomUUID());

    @OnBothDatabases
    void sandboxComesFirstAndGivesNothingUntilTwoAdministratorsDecideThatItGoesLive(Database db) {
        db.run(em -> {
            var number = registered(em, OrganisationKind.PROVIDER, OrganisationStatus.VERIFIED);
            var agreements = OrganisationFixtures.agreements(em, clock);
            assertThat(agreements.roles(number)).as("nothing was agreed").isEmpty();
            assertThat(agreements.counting(number, Set.of(Role.ADVISER))).isEmpty();
            assertThat(codes(em, number, Stage.LIVE, Role.ADVISER)).containsExactly("sandbox-first");

            agreed(em, number, Stage.SANDBOX, TODAY, null, Role.ADVISER);
            assertThat(agreements.roles(number)).isEmpty();
            assertThat(agreements.counting(number, Set.of(Role.ADVISER))).isEmpty();

            var live = proposed(em, number, Stage.LIVE, TODAY, null, Role.ADVISER, Role.REGISTRATION_VIEW);
            assertThat(OrganisationFixtures.proposals(em, clock).approve(one, live, "Mine"))
                    .isEqualTo(new ProposalOutcome.Own());
            assertThat(agreements.roles(number)).isEmpty();
            OrganisationFixtures.proposals(em, clock).approve(another, live, "They tried it");
            assertThat(agreements.roles(number)).containsExactlyInAnyOrder(Role.ADVISER, Role.REGISTRATION_VIEW);
            assertThat(agreements.counting(number, Set.of(Role.ADVISER, Role.REGISTRATION_SUPER)))
                    .as("never more than is agreed")
                    .containsExactly(Role.ADVISER);
            assertThat(codes(em, number, Stage.SANDBOX, Role.ADVISER)).containsExactly("already-live");
        });
    }

    @OnBothDatabases
    void agreementCountsFromItsFirstDayToItsLastAndAllAreKept(Database db) {
        db.run(em -> {
            var number = registered(em, OrganisationKind.SCHOOL, OrganisationStatus.ACTIVE);
            var agreements = OrganisationFixtures.agreements(em, clock);
            agreed(em, number, Stage.SANDBOX, TODAY, null, Role.ADVISER);
            agreed(em, number, Stage.LIVE, TODAY, TODAY.plusDays(10), Role.ADVISER);
            agreed(em, number, Stage.LIVE, TODAY.plusDays(5), TODAY.plusDays(6), Role.HELPER);

            assertThat(agreements.roles(number)).as("the next has not begun").containsExactlyInAnyOrder(Role.ADVISER);
            clock.forward(Duration.ofDays(5));
            assertThat(agreements.roles(number)).containsExactlyInAnyOrder(Role.HELPER);
            clock.forward(Duration.ofDays(1));
            assertThat(agreements.roles(number)).as("the last day").containsExactlyInAnyOrder(Role.HELPER);
            clock.forward(Duration.ofDays(1));
            assertThat(agreements.roles(number)).as("it has ended").isEmpty();
            assertThat(agreements.counting(number, Set.of(Role.HELPER))).isEmpty();

            assertThat(agreements.history(number))
                    .extracting(agreements::state)
                    .containsExactly(State.ENDED, State.LIVE, State.SANDBOX);
            assertThat(agreements.counting(number).map(agreements::state)).contains(State.ENDED);
        });
    }

    @OnBothDatabases
    void daysAreThoseOfTheUk(Database db) {
        db.run(em -> {
            var summer = FixedClock.at("2026-06-30T23:30:00Z");
            var number = registered(em, OrganisationKind.SCHOOL, OrganisationStatus.ACTIVE);
            var agreements = OrganisationFixtures.agreements(em, summer);
            var terms = new Agreement.Terms(Set.of(Role.ADVISER), Stage.LIVE, LocalDate.of(2026, 7, 1), null);
            agreements.enter(number, terms, UUID.randomUUID(), summer.instant());

            assertThat(agreements.roles(number)).containsExactlyInAnyOrder(Role.ADVISER);
        });
    }

    @OnBothDatabases
    void roleThatAKindMayNotHoldIsRefusedByName(Database db) {
        db.run(em -> {
            var awarding = registered(em, OrganisationKind.AWARDING, OrganisationStatus.ACTIVE);

            var mistake = catchThrowableOfType(
                    Mistake.class,
                    () -> proposed(em, awarding, Stage.SANDBOX, TODAY, null, Role.AWARDING, Role.ADVISER));

            assertThat(mistake.faults()).containsExactly(Fault.at("roles", "role-not-of-kind", Role.ADVISER.text()));
        });
    }

    @OnBothDatabases
    void everyKindHoldsWhatTheTableSaysAndNothingElse(Database db) {
        db.run(em -> {
            for (var kind : OrganisationKind.values()) {
                var number = registered(em, kind, OrganisationStatus.ACTIVE);
                for (var role : Proposals.roles())
                    assertThat(codes(em, number, Stage.SANDBOX, role))
                            .as("%s as %s", role, kind)
                            .isEqualTo(kind.roles().contains(role) ? List.of() : List.of("role-not-of-kind"));
            }
        });
    }

    @OnBothDatabases
    void deactivatedOrganisationGetsNoNewAgreementNotEvenOneThatWasProposedBefore(Database db) {
        db.run(em -> {
            var number = registered(em, OrganisationKind.PROVIDER, OrganisationStatus.ACTIVE);
            var open = proposed(em, number, Stage.SANDBOX, TODAY, null, Role.ADVISER);
            for (var status : List.of(OrganisationStatus.DEACTIVATING, OrganisationStatus.DEACTIVATED)) {
                OrganisationFixtures.register(em)
                        .take(List.of(organisation(number, OrganisationKind.PROVIDER, status)));
                assertThat(codes(em, number, Stage.SANDBOX, Role.ADVISER)).containsExactly("organisation-deactivated");
            }

            var mistake = catchThrowableOfType(
                    Mistake.class,
                    () -> OrganisationFixtures.proposals(em, clock).approve(another, open, "Seen"));

            assertThat(mistake.faults()).extracting(Fault::code).containsExactly("organisation-deactivated");
            assertThat(OrganisationFixtures.agreements(em, clock).history(number))
                    .isEmpty();
        });
    }

    @OnBothDatabases
    void agreementGivesNothingBeforeItsFirstDayNorOnceTheOrganisationIsDeactivated(Database db) {
        db.run(em -> {
            var number = registered(em, OrganisationKind.PROVIDER, OrganisationStatus.ACTIVE);
            var agreements = OrganisationFixtures.agreements(em, clock);
            OrganisationFixtures.agree(
                    em, clock, number, new Agreement.Terms(Set.of(Role.ADVISER), Stage.LIVE, TODAY.plusDays(1), null));
            assertThat(agreements.counting(number, Set.of(Role.ADVISER)))
                    .as("it begins tomorrow")
                    .isEmpty();

            clock.forward(Duration.ofDays(1));
            assertThat(agreements.counting(number, Set.of(Role.ADVISER))).containsExactly(Role.ADVISER);

            for (var status : List.of(OrganisationStatus.DEACTIVATING, OrganisationStatus.DEACTIVATED)) {
                OrganisationFixtures.register(em)
                        .take(List.of(organisation(number, OrganisationKind.PROVIDER, status)));
                assertThat(agreements.counting(number, Set.of(Role.ADVISER)))
                        .as(status.name())
                        .hasSize(status == OrganisationStatus.DEACTIVATED ? 0 : 1);
            }
        });
    }

    @OnBothDatabases
    void operatorsWordForAnAgreementIsTakenWhereThereIsNone(Database db) {
        db.run(em -> {
            var number = registered(em, OrganisationKind.PROVIDER, OrganisationStatus.ACTIVE);
            var agreements = OrganisationFixtures.agreements(em, clock);

            assertThat(agreements.takeOver(number, new Agreement.Terms(Set.of(Role.ADVISER), Stage.LIVE, TODAY, null)))
                    .isTrue();
            assertThat(agreements.takeOver(number, new Agreement.Terms(Set.of(Role.HELPER), Stage.LIVE, TODAY, null)))
                    .isFalse();

            assertThat(agreements.roles(number)).containsExactly(Role.ADVISER);
            assertThat(AuditFixtures.ledger(em, clock)
                            .about(agreements.history(number).getFirst().proposal()))
                    .extracting(LedgerEntry::what)
                    .containsExactly("agreement.taken-over");
        });
    }

    @OnBothDatabases
    void endBeforeTheBeginningIsRefused(Database db) {
        db.run(em -> {
            var number = registered(em, OrganisationKind.PROVIDER, OrganisationStatus.ACTIVE);

            var mistake = catchThrowableOfType(
                    Mistake.class, () -> proposed(em, number, Stage.SANDBOX, TODAY, TODAY.minusDays(1), Role.ADVISER));

            assertThat(mistake.faults()).containsExactly(Fault.at("until", "dates-reversed"));
        });
    }

    /** The seed: advice is given by providers, schools and similar as well as by an adviser from outside. */
    @Test
    void schoolsAndCollegesMayAdviseAndVendorsHoldNothing() {
        assertThat(EnumSet.allOf(OrganisationKind.class))
                .filteredOn(kind -> kind.roles().contains(Role.ADVISER))
                .containsExactly(
                        OrganisationKind.PROVIDER,
                        OrganisationKind.SCHOOL,
                        OrganisationKind.FURTHER_EDUCATION,
                        OrganisationKind.UNIVERSITY,
                        OrganisationKind.CUSTODY,
                        OrganisationKind.LOCAL_AUTHORITY,
                        OrganisationKind.IAG_SERVICE);
        assertThat(OrganisationKind.VENDOR.roles()).isEmpty();
        assertThat(EnumSet.allOf(OrganisationKind.class))
                .allSatisfy(kind -> assertThat(Proposals.roles()).containsAll(kind.roles()));
    }

    @Test
    void whatWasAKindBeforeIsReadAsBefore() {
        assertThat(List.of("provider", "university", "awarding", "employer", "further-education", "IAG-service"))
                .allSatisfy(text -> assertThat(OrganisationKind.parse(text)).isPresent());
    }

    private void agreed(
            EntityManager em, Ukprn number, Stage stage, LocalDate from, @Nullable LocalDate until, Role... roles) {
        var id = proposed(em, number, stage, from, until, roles);
        clock.forward(Duration.ofSeconds(1));
        assertThat(OrganisationFixtures.proposals(em, clock).approve(another, id, "Seen"))
                .isEqualTo(new ProposalOutcome.Done());
    }

    private UUID proposed(
            EntityManager em, Ukprn number, Stage stage, LocalDate from, @Nullable LocalDate until, Role... roles) {
        var terms = new Agreement.Terms(Set.copyOf(Arrays.asList(roles)), stage, from, until);
        return OrganisationFixtures.proposals(em, clock).agreement(one, number, terms, Optional.empty(), "Signed");
    }

    /** The codes of what is wrong with proposing this. */
    private List<String> codes(EntityManager em, Ukprn number, Stage stage, Role role) {
        try {
            proposed(em, number, stage, TODAY, null, role);
            return List.of();
        } catch (Mistake mistake) {
            return mistake.faults().stream().map(Fault::code).toList();
        }
    }

    private static Ukprn registered(EntityManager em, OrganisationKind kind, OrganisationStatus status) {
        var number = new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
        OrganisationFixtures.register(em).take(List.of(organisation(number, kind, status)));
        return number;
    }

    private static Organisation organisation(Ukprn number, OrganisationKind kind, OrganisationStatus status) {
        return new Organisation(number, "Marlstone House", "", kind, status, "Marlstone", "England");
    }
}
