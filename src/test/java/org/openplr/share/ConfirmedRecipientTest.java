package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.recipient.RecipientFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** Shares with a recipient of the register of recipients: no code, no link; its people sign in, and no other's. */
class ConfirmedRecipientTest {
    private static final String NAME = "Otter Plumbing Ltd";

    private static org.openplr.recipient.Recipient recipient(Database db, ShareFixtures.Sharer learner) {
        return db.call(em -> RecipientFixtures.approved(em, learner.clock(), NAME));
    }

    private static Actor.RecipientUser somebodyOf(org.openplr.recipient.Recipient recipient) {
        return new Actor.RecipientUser(UUID.randomUUID(), recipient.id());
    }

    @OnBothDatabases
    void opensForItsPeopleAndTheLearnerSeesThatItWasConfirmed(Database db) {
        var learner = ShareFixtures.learner(db);
        var firm = recipient(db, learner);
        var ann = somebodyOf(firm);
        var granted = learner.shares(ShareFixtures.offer().to(firm, Purpose.EMPLOYER));

        assertThat(granted.secrets()).as("there is nothing to pass on").isEmpty();
        assertThat(granted.share().recipient()).isEqualTo(Recipient.confirmed(firm.id(), NAME, null));
        assertThat(learner.inbox(ann)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(granted.share().id());
            assertThat(one.fresh()).isTrue();
        });
        var shown = (Opened.Shown) learner.opens(ann, granted);

        assertThat(shown.record()).isEqualTo(learner.preview(granted));
        assertThat(learner.views(granted)).singleElement().satisfies(view -> {
            assertThat(view.organisation()).isEqualTo(NAME);
            assertThat(view.ukprn()).isNull();
            assertThat(view.recipient()).isEqualTo(firm.id());
            assertThat(view.proof()).isEqualTo("confirmed");
        });
        assertThat(learner.ledgerOf(granted).getFirst()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("share.opened");
            assertThat(entry.outcome()).isEqualTo(Outcome.ALLOWED);
            assertThat(entry.actorKind()).isEqualTo("recipient-user");
            assertThat(entry.organisation()).isEqualTo(firm.id().toString());
            assertThat(entry.proof()).isEqualTo("confirmed");
        });
        assertThat(ColumnText.read(shown.receipt(), ViewReceipt.class).viewer())
                .isEqualTo(new ViewReceipt.By(NAME, null, null, firm.id(), null, null, "confirmed"));
        assertThat(learner.inbox(ann)).extracting(ReceivedShare::opened).containsExactly(1);
        assertThat(learner.<Integer>call(h -> h.inbox().fresh(ann))).isZero();
    }

    @OnBothDatabases
    void nobodyElseReachesItAndTheLearnerSeesWhoTried(Database db) {
        var learner = ShareFixtures.learner(db);
        var firm = recipient(db, learner);
        var other = somebodyOf(recipient(db, learner));
        var college = ShareFixtures.user(ShareFixtures.organisation(db), Role.REGISTRATION_SUPER);
        var granted = learner.shares(ShareFixtures.offer().to(firm, Purpose.EMPLOYER));

        for (var stranger : new Actor.Addressee[] {other, college}) {
            assertThat(learner.inbox(stranger)).isEmpty();
            assertThat(learner.opens(stranger, granted)).isInstanceOf(Opened.Refused.class);
            assertThat(learner.ledgerOf(granted).getFirst()).satisfies(entry -> {
                assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(entry.reason()).isEqualTo("not-for-them");
            });
        }
        assertThat(learner.views(granted)).isEmpty();
    }

    @OnBothDatabases
    void itIsAnEmployerAndReadsNothingThatIsSharedForAnythingElse(Database db) {
        var learner = ShareFixtures.learner(db);
        var firm = recipient(db, learner);

        for (var what : new Purpose[] {Purpose.UNIVERSITY, Purpose.PROVIDER, Purpose.ADVISER})
            assertThat(catchThrowableOfType(
                                    Mistake.class,
                                    () -> learner.shares(ShareFixtures.offer().to(firm, what)))
                            .faults())
                    .as(what.name())
                    .contains(Fault.at("/purpose", "recipient-is-employer"));
    }

    @OnBothDatabases
    void nobodySharesWithARecipientThatIsNotApprovedOrIsSoNoLonger(Database db) {
        var learner = ShareFixtures.learner(db);
        var firm = recipient(db, learner);
        var ann = somebodyOf(firm);
        var granted = learner.shares(ShareFixtures.offer().to(firm, Purpose.EMPLOYER));
        var other = learner.shares(ShareFixtures.offer().to(recipient(db, learner), Purpose.EMPLOYER));

        db.run(em -> RecipientFixtures.ended(
                em, learner.clock(), firm.id(), ShareFixtures.sharesOfRecipients(em, learner.clock())));

        assertThat(learner.share(granted).state())
                .as("it ended with its recipient")
                .isEqualTo(ShareState.WITHDRAWN);
        assertThat(learner.share(other).standing()).as("with another").isTrue();
        assertThat(learner.ledgerOf(granted).getFirst()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("share.withdrawn");
            assertThat(entry.actorKind()).isEqualTo("administrator");
        });

        assertThatThrownBy(() -> learner.shares(ShareFixtures.offer().to(firm, Purpose.EMPLOYER)))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        no -> assertThat(no.faults()).contains(Fault.at("/recipient/id", "recipient-unknown")));
        assertThatThrownBy(() -> learner.opens(ann, granted)).isInstanceOf(Mistake.class);
        assertThatThrownBy(() -> learner.call(house ->
                        house.shares().renew(learner.actor(), granted.share().id(), null, Optional.empty())))
                .isInstanceOfSatisfying(
                        Mistake.class, no -> assertThat(no.faults()).contains(Fault.at("", "recipient-unknown")));
        assertThat(learner.ledgerOf(granted))
                .extracting(LedgerEntry::what)
                .as("nothing was disclosed")
                .doesNotContain("share.opened");
    }

    @OnBothDatabases
    void withdrawnItIsGoneAtTheNextRequest(Database db) {
        var learner = ShareFixtures.learner(db);
        var firm = recipient(db, learner);
        var ben = somebodyOf(firm);
        var granted = learner.shares(ShareFixtures.offer().to(firm, Purpose.EMPLOYER));
        var first = (Opened.Shown) learner.opens(ben, granted);

        learner.withdraws(granted);

        assertThat(learner.opens(ben, granted, List.of(first.session()))).isInstanceOf(Opened.Ended.class);
        assertThat(learner.inbox(ben)).isEmpty();
    }
}
