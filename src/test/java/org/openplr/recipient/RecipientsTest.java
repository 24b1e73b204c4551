package org.openplr.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.Proposal;
import org.openplr.organisation.ProposalOutcome;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Sql;
import org.openplr.recipient.RegisteredNumber.Register;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Recipients: no providers, by the number of a public register and the domain of their mail. */
class RecipientsTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final String domain =
            "otter" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999) + ".example.co.uk";
    private final Actor.Administrator one = new Actor.Administrator(UUID.randomUUID());
    private final Actor.Administrator another = new Actor.Administrator(UUID.randomUUID());
    private final Actor.Checker somebody =
            new Actor.Checker("Otter Ltd", "", UUID.randomUUID().toString());

    @OnBothDatabases
    void applicationIsSeenOnlyWhenItsDomainIsConfirmedAndCountsOnlyWhenTwoApprovedIt(Database db) {
        db.run(em -> {
            var recipients = recipients(em);
            var id = applies(recipients, company());
            assertThat(recipients.find(one, id)).as("not confirmed").isEmpty();

            assertThat(recipients.confirm(somebody, id, code(em, id))).isEqualTo(new RecipientOutcome.Confirmed());
            assertThat(recipients.find(one, id)).hasValueSatisfying(found -> {
                assertThat(found.state()).isEqualTo(Recipient.State.CONFIRMED);
                assertThat(found.domain()).isEqualTo(domain);
            });

            var proposal = recipients.review(one, id, "In Companies House by this name");
            assertThat(house(em).proposals.approve(one, proposal, "Mine")).isEqualTo(new ProposalOutcome.Own());
            assertThat(recipients.approved(id)).isEmpty();
            house(em).proposals.approve(another, proposal, "Looked it up too");
            assertThat(recipients.approved(id)).isPresent();

            assertThat(recipients.end(one, id, "It was dissolved")).isTrue();
            assertThat(recipients.approved(id)).isEmpty();
            assertThat(recipients.end(one, id, "Again")).isFalse();
        });
    }

    @OnBothDatabases
    void recipientIsNoOrganisationOfTheProviderRegister(Database db) {
        db.run(em -> {
            var before = OrganisationFixtures.organisations(em).count();
            var recipients = recipients(em);
            var id = applies(recipients, company());
            recipients.confirm(somebody, id, code(em, id));
            var proposal = recipients.review(one, id, "Seen");
            house(em).proposals.approve(another, proposal, "Seen");

            assertThat(OrganisationFixtures.organisations(em).count()).isEqualTo(before);
            assertThat(house(em).proposals.find(one, proposal).orElseThrow().organisation())
                    .isNull();
        });
    }

    @OnBothDatabases
    void codeIsTriedFiveTimesWithinAnHour(Database db) {
        db.run(em -> {
            var recipients = recipients(em);
            var id = applies(recipients, company());
            var right = code(em, id);
            var wrong = right.equals("000000") ? "000001" : "000000";
            for (var left = 4; left > 0; left--)
                assertThat(recipients.confirm(somebody, id, wrong)).isEqualTo(new RecipientOutcome.WrongCode(left));
            assertThat(recipients.confirm(somebody, id, wrong)).isEqualTo(new RecipientOutcome.Over());
            assertThat(recipients.confirm(somebody, id, right)).as("too late").isEqualTo(new RecipientOutcome.Over());

            var late = applies(recipients, company());
            var code = code(em, late);
            clock.forward(Recipients.CODE_LIFE.plusSeconds(1));
            assertThat(recipients.confirm(somebody, late, code)).isEqualTo(new RecipientOutcome.Over());
            assertThat(recipients.confirm(somebody, UUID.randomUUID(), code)).isEqualTo(new RecipientOutcome.Over());
        });
    }

    @OnBothDatabases
    void addressWhereAnybodyGetsOneProvesNothing(Database db) {
        db.run(em -> {
            for (var address : List.of("otter.ltd@gmail.com", "a@Hotmail.CO.UK", "b@post.proton.me")) {
                var wanted = new RecipientApplication("Otter Ltd", company(), new EmailAddress(address), Locale.UK);
                var mistake =
                        catchThrowableOfType(Mistake.class, () -> recipients(em).apply(somebody, wanted));
                assertThat(mistake.faults()).containsExactly(Fault.at("email", "public-mail"));
            }
        });
    }

    @OnBothDatabases
    void nobodyIsSentMoreThanFiveCodesAnHour(Database db) {
        db.run(em -> {
            var recipients = recipients(em);
            for (var i = 0; i < Recipients.ASKED_PER_HOUR; i++) applies(recipients, company());
            var wanted = wanted(company(), "post@another.example.org");
            assertThat(recipients.apply(somebody, wanted)).isEqualTo(new RecipientOutcome.TooMany());

            clock.forward(Duration.ofHours(1).plusSeconds(1));
            assertThat(recipients.apply(somebody, wanted)).isInstanceOf(RecipientOutcome.CodeSent.class);
        });
    }

    @OnBothDatabases
    void ofTwoWithOneNumberTheSecondIsNotApproved(Database db) {
        db.run(em -> {
            var number = company();
            var recipients = recipients(em);
            var first = applies(recipients, number);
            var second = applies(recipients, number);
            recipients.confirm(somebody, first, code(em, first));
            recipients.confirm(somebody, second, code(em, second));
            house(em).proposals.approve(another, recipients.review(one, first, "Seen"), "Seen");

            var mistake = catchThrowableOfType(Mistake.class, () -> recipients.review(one, second, "Seen"));
            assertThat(mistake.faults()).extracting(Fault::code).containsExactly("recipient-known");
        });
    }

    @OnBothDatabases
    void ofTwoReviewedBeforeEitherIsApprovedOnlyTheFirstIsApproved(Database db) {
        var proposals = bothReviewed(db, company());
        db.run(em -> house(em).proposals.approve(another, proposals.getFirst(), "Looked it up"));

        var mistake = catchThrowableOfType(
                Mistake.class,
                () -> db.run(em -> house(em).proposals.approve(another, proposals.getLast(), "Looked it up")));

        assertThat(mistake.faults()).containsExactly(Fault.at("", "recipient-known"));
        db.run(em -> {
            var house = house(em);
            var left = house.proposals.find(one, proposals.getLast()).orElseThrow();
            assertThat(left.state()).isEqualTo(Proposal.State.OPEN);
            assertThat(house.recipients.find(one, Objects.requireNonNull(left.about())))
                    .map(Recipient::state)
                    .contains(Recipient.State.CONFIRMED);
            var first = house.proposals.find(one, proposals.getFirst()).orElseThrow();
            house.recipients.end(one, Objects.requireNonNull(first.about()), "It was the impostor");
            assertThat(house.proposals.approve(another, left.id(), "This is the firm"))
                    .as("once the other is ended")
                    .isEqualTo(new ProposalOutcome.Done());
        });
    }

    @OnBothDatabases
    void ofTwoApprovedAtOneMomentOneIsApproved(Database db) {
        var number = company();
        var outcomes = bothReviewed(db, number).parallelStream()
                .map(proposal -> {
                    try {
                        return db.call(em -> house(em).proposals.approve(another, proposal, "Looked it up"));
                    } catch (Mistake refused) {
                        return refused.faults();
                    }
                })
                .toList();

        assertThat(outcomes)
                .containsExactlyInAnyOrder(new ProposalOutcome.Done(), List.of(Fault.at("", "recipient-known")));
        var approved = db.call(em -> new RecipientRows(new Sql(em)).approved(number));
        assertThat(approved).hasSize(1);
    }

    private List<UUID> bothReviewed(Database db, RegisteredNumber number) {
        return db.call(em -> {
            var recipients = recipients(em);
            var both = List.of(applies(recipients, number), applies(recipients, number));
            for (var id : both) recipients.confirm(somebody, id, code(em, id));
            return both.stream()
                    .map(id -> recipients.review(one, id, "In Companies House by this name"))
                    .toList();
        });
    }

    @Test
    void numbersHaveTheFormsOfTheirRegisters() {
        for (var right : List.of("01234567", "SC123456", "ni 012345", "OC301540", "R0000123"))
            assertThat(RegisteredNumber.parse(Register.COMPANY, right))
                    .as(right)
                    .isPresent();
        for (var wrong : List.of("1234567", "123456789", "XX123456", "SC12345", ""))
            assertThat(RegisteredNumber.parse(Register.COMPANY, wrong))
                    .as(wrong)
                    .isEmpty();
        for (var right : List.of("123456", "1234567", "12345678", "SC012345", "nic 100123"))
            assertThat(RegisteredNumber.parse(Register.CHARITY, right))
                    .as(right)
                    .isPresent();
        for (var wrong : List.of("12345", "SC112345", "NIC12345", "123456789"))
            assertThat(RegisteredNumber.parse(Register.CHARITY, wrong))
                    .as(wrong)
                    .isEmpty();
    }

    private UUID applies(Recipients recipients, RegisteredNumber number) {
        var outcome = recipients.apply(somebody, wanted(number, "post@" + domain.toUpperCase(Locale.ROOT)));
        return ((RecipientOutcome.CodeSent) outcome).id();
    }

    private static RecipientApplication wanted(RegisteredNumber number, String address) {
        return new RecipientApplication("Otter Plumbing Ltd", number, new EmailAddress(address), Locale.UK);
    }

    private static RegisteredNumber company() {
        return new RegisteredNumber(
                Register.COMPANY, Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999)));
    }

    private RecipientFixtures house(EntityManager em) {
        return new RecipientFixtures(new Sql(em), clock);
    }

    private Recipients recipients(EntityManager em) {
        return house(em).recipients;
    }

    private String code(EntityManager em, UUID id) {
        return house(em).mail.code(id).orElseThrow().code();
    }
}
