package org.openplr.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class ProposalsTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final Actor.Administrator one = new Actor.Administrator(UUID.randomUUID());
    private final Actor.Administrator another = new Actor.Administrator(UUID.randomUUID());

    @OnBothDatabases
    void newOrganisationIsThereOnlyWhenAnotherAdministratorApproves(Database db) {
        db.run(em -> {
            var number = fresh();
            var proposals = proposals(em);
            var id = proposals.organisation(one, college(number), "They asked in writing");
            assertThat(OrganisationFixtures.organisations(em).find(number)).isEmpty();

            assertThat(proposals.approve(one, id, "Fine")).isEqualTo(new ProposalOutcome.Own());
            assertThat(OrganisationFixtures.organisations(em).find(number)).isEmpty();

            assertThat(proposals.approve(another, id, "Checked in UKRLP")).isEqualTo(new ProposalOutcome.Done());
            assertThat(OrganisationFixtures.organisations(em).find(number)).contains(college(number));
            var decided = proposals.find(one, id).orElseThrow();
            assertThat(decided.state()).isEqualTo(Proposal.State.APPROVED);
            assertThat(decided.decidedBy()).isEqualTo(another.account());
            assertThat(AuditFixtures.ledger(em, clock).about(id))
                    .extracting(LedgerEntry::what, LedgerEntry::reason)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.api.Assertions.tuple("proposal.made", ""),
                            org.assertj.core.api.Assertions.tuple("proposal.approved", "own"),
                            org.assertj.core.api.Assertions.tuple("proposal.approved", ""));
        });
    }

    @OnBothDatabases
    void whatIsRefusedOrTakenBackNeverCounts(Database db) {
        db.run(em -> {
            var proposals = proposals(em);
            var refused = proposals.organisation(one, college(fresh()), "Please");
            var mine = proposals.organisation(one, college(fresh()), "Please");

            assertThat(proposals.refuse(another, refused, "Not in UKRLP")).isEqualTo(new ProposalOutcome.Done());
            assertThat(proposals.refuse(one, mine, "A slip")).isEqualTo(new ProposalOutcome.Done());

            assertThat(proposals.approve(another, refused, "After all")).isEqualTo(new ProposalOutcome.Decided());
            assertThat(proposals.approve(another, mine, "After all")).isEqualTo(new ProposalOutcome.Decided());
            assertThat(proposals.approve(another, UUID.randomUUID(), "?")).isEqualTo(new ProposalOutcome.NotFound());
        });
    }

    @OnBothDatabases
    void ofManyDecisionsAtOnceOneCounts(Database db) {
        var id = db.call(em -> proposals(em).organisation(one, college(fresh()), "They asked"));

        var outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> db.call(em -> {
                    var who = new Actor.Administrator(UUID.randomUUID());
                    return i % 2 == 0
                            ? proposals(em).approve(who, id, "Yes")
                            : proposals(em).refuse(who, id, "No");
                }))
                .toList();

        assertThat(outcomes).filteredOn(new ProposalOutcome.Done()::equals).hasSize(1);
        assertThat(outcomes).filteredOn(new ProposalOutcome.Decided()::equals).hasSize(7);
    }

    @OnBothDatabases
    void nothingIsProposedOrDecidedWithoutAReason(Database db) {
        db.run(em -> {
            var proposals = proposals(em);
            assertThatThrownBy(() -> proposals.organisation(one, college(fresh()), " "))
                    .isInstanceOf(Mistake.class);
            assertThatThrownBy(() -> proposals.agreement(
                            one, fresh(), terms(Set.of()), Optional.empty(), "No such organisation"))
                    .isInstanceOf(Mistake.class);
            var id = proposals.organisation(one, college(fresh()), "They asked");
            assertThatThrownBy(() -> proposals.approve(another, id, "")).isInstanceOf(Mistake.class);
            assertThatThrownBy(() -> proposals.refuse(another, id, "x".repeat(501)))
                    .isInstanceOf(Mistake.class);
        });
    }

    private Proposals proposals(EntityManager em) {
        return OrganisationFixtures.proposals(em, clock);
    }

    private static Agreement.Terms terms(Set<Role> roles) {
        return new Agreement.Terms(roles, Agreement.Stage.SANDBOX, LocalDate.of(2026, 11, 25), null);
    }

    private static Ukprn fresh() {
        return new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }

    private static Organisation college(Ukprn number) {
        return new Organisation(number, "Marlstone Adult College", OrganisationKind.PROVIDER, "Marlstone", "England");
    }
}
