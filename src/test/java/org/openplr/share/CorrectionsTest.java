package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.record.RecordFixtures.graded;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.record.RecordFixtures;
import org.openplr.record.ReportedEvent;
import org.openplr.share.ShareFixtures.Sharer;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** What was shown is corrected: whoever saw it is told so, whoever did not is not, and nobody is told what it was. */
class CorrectionsTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** A learner, their one award, and a live share of it that a firm has opened. */
    private record Seen(Sharer learner, ReportedEvent award, Granted granted, Opened.Shown first) {
        static Seen of(Database db, Scope scope, OnChallenge onChallenge) {
            var learner = ShareFixtures.learner(db, 0);
            var award = RecordFixtures.aLevel(learner.actor().uln());
            learner.isTold(award);
            learner.clock().forward(DAY);
            var granted = learner.shares(scope, onChallenge);
            learner.clock().forward(DAY);
            var first = (Opened.Shown) learner.opens(ShareFixtures.link(granted));
            learner.clock().forward(DAY);
            return new Seen(learner, award, granted, first);
        }

        static Seen live(Database db) {
            return of(db, ShareFixtures.live(), OnChallenge.SHOW);
        }

        UUID event() {
            return first.record().events().getFirst().id();
        }

        void corrected(String grade) {
            learner.isTold(graded(award, grade));
            learner.clock().forward(DAY);
        }

        Opened.Shown opened() {
            return (Opened.Shown) learner.opens(ShareFixtures.link(granted));
        }
    }

    private static Scope without(LeftOut field) {
        return new Scope(Set.of(), Set.of(), Set.of(), null, null, Set.of(), EnumSet.of(field), true);
    }

    @OnBothDatabases
    void whoeverLooksAgainIsToldOnceWhatWasCorrectedSinceTheyLooked(Database db) {
        var seen = Seen.live(db);
        seen.corrected("B");

        var second = seen.opened();
        seen.learner.clock().forward(DAY);
        var third = seen.opened();

        assertThat(seen.first.corrections()).isEmpty();
        assertThat(second.corrections()).containsExactly(new Correction(seen.event(), seen.first.at(), false));
        assertThat(second.record().events())
                .singleElement()
                .satisfies(item -> assertThat(item.grade()).isEqualTo("B"));
        assertThat(second.record()).as("the mark is of the view").isEqualTo(seen.learner.preview(seen.granted));
        assertThat(third.corrections()).as("it is what they saw before").isEmpty();
    }

    @OnBothDatabases
    void whatTheySawBeforeTheShareWasRenewedCounts(Database db) {
        var seen = Seen.live(db);
        seen.corrected("B");

        var renewed = seen.learner.renews(seen.granted);
        var second = (Opened.Shown) seen.learner.opens(ShareFixtures.link(renewed));

        assertThat(second.corrections()).containsExactly(new Correction(seen.event(), seen.first.at(), false));
    }

    @OnBothDatabases
    void whoeverDidNotLookBeforeIsToldNothing(Database db) {
        var seen = Seen.live(db);
        seen.corrected("B");

        var other = (Opened.Shown) seen.learner.isOpened(ShareFixtures.link(seen.granted), "Otter Plumbing", "Alex");

        assertThat(other.corrections()).isEmpty();
    }

    @OnBothDatabases
    void aReloadIsToldWhatWasCorrectedInTheMiddleOfTheLook(Database db) {
        var seen = Seen.live(db);
        var begun = seen.opened();
        seen.learner.isTold(graded(seen.award, "B"));
        seen.learner.clock().forward(Duration.ofMinutes(5));

        var again = (Opened.Shown) seen.learner.opens(ShareFixtures.link(seen.granted), List.of(begun.session()));

        assertThat(again.view()).isEqualTo(begun.view());
        assertThat(again.corrections())
                .singleElement()
                .satisfies(one -> assertThat(one.event()).isEqualTo(seen.event()));
    }

    @OnBothDatabases
    void anyoneOfTheSameOrganisationIsToldAsItsInboxIsOne(Database db) {
        var learner = ShareFixtures.learner(db, 0);
        var award = RecordFixtures.aLevel(learner.actor().uln());
        learner.isTold(award);
        learner.clock().forward(DAY);
        var college = ShareFixtures.organisation(db);
        var granted =
                learner.shares(ShareFixtures.offer().scope(ShareFixtures.live()).to(college, Purpose.PROVIDER));
        var first = (Opened.Shown) learner.opens(ShareFixtures.user(college, Role.REGISTRATION_VIEW), granted);
        learner.clock().forward(DAY);
        learner.isTold(graded(award, "B"));
        learner.clock().forward(DAY);

        var colleague = (Opened.Shown) learner.opens(ShareFixtures.user(college, Role.REGISTRATION_SUPER), granted);

        assertThat(colleague.corrections())
                .singleElement()
                .satisfies(one -> assertThat(one.seen()).isEqualTo(first.at()));
    }

    @OnBothDatabases
    void aMarkIsNoCorrectionAndWhatIsNotSharedTellsNothing(Database db) {
        var marked = Seen.live(db);
        marked.learner.disputes(marked.event(), true);
        marked.learner.clock().forward(DAY);
        var hidden = Seen.of(db, without(LeftOut.GRADE), OnChallenge.SHOW);
        hidden.corrected("B");

        assertThat(marked.opened().corrections()).isEmpty();
        assertThat(hidden.opened().corrections()).as("grades are left out").isEmpty();
        assertThat(hidden.learner.standing(hidden.first.view())).contains(new Standing.Stands());
    }

    @OnBothDatabases
    void whatWasHeldBackWhenTheyLookedWasNotShownAndIsNotCorrected(Database db) {
        var learner = ShareFixtures.learner(db, 0);
        var award = RecordFixtures.aLevel(learner.actor().uln());
        learner.isTold(award);
        learner.clock().forward(DAY);
        var granted = learner.shares(ShareFixtures.live(), OnChallenge.WITHHOLD);
        var event = learner.preview(granted).events().getFirst().id();
        learner.disputes(event, true);
        learner.clock().forward(DAY);
        var empty = (Opened.Shown) learner.opens(ShareFixtures.link(granted));
        learner.clock().forward(DAY);
        learner.isTold(graded(award, "B"));
        learner.disputes(event, false);
        learner.clock().forward(DAY);

        var after = (Opened.Shown) learner.opens(ShareFixtures.link(granted));

        assertThat(empty.record().events()).isEmpty();
        assertThat(after.record().events()).hasSize(1);
        assertThat(after.corrections()).isEmpty();
        assertThat(learner.standing(empty.view())).contains(new Standing.Stands());
    }

    @OnBothDatabases
    void whatIsHeldBackNowLeavesNoTrace(Database db) {
        var seen = Seen.of(db, ShareFixtures.live(), OnChallenge.WITHHOLD);
        seen.learner.disputes(seen.event(), true);
        seen.corrected("B");

        var second = seen.opened();

        assertThat(second.record().events()).isEmpty();
        assertThat(second.corrections()).isEmpty();
        assertThat(seen.learner.standing(seen.first.view())).contains(new Standing.Stands());
    }

    @OnBothDatabases
    void whatIsNotInTheRecordAnyMoreIsSaidToBeGone(Database db) {
        var seen = Seen.live(db);
        db.run(em -> RecordFixtures.keeping(em, seen.learner.clock())
                .withdraw(seen.event(), RecordFixtures.IMPORTER, "of somebody else"));
        seen.learner.clock().forward(DAY);

        var second = seen.opened();

        assertThat(second.record().events()).isEmpty();
        assertThat(second.corrections()).containsExactly(new Correction(seen.event(), seen.first.at(), true));
    }

    @OnBothDatabases
    void aFixedShareShowsWhatWasFixedAndSaysToAnybodyThatItWasCorrectedSince(Database db) {
        var seen = Seen.of(db, Scope.all(), OnChallenge.SHOW);
        seen.corrected("B");

        var second = seen.opened();
        var other = (Opened.Shown) seen.learner.isOpened(ShareFixtures.link(seen.granted), "Otter Plumbing", "Alex");

        var fixed = seen.learner.share(seen.granted).created();
        assertThat(second.record().events())
                .singleElement()
                .satisfies(item -> assertThat(item.grade()).isEqualTo("A"));
        assertThat(second.record()).isEqualTo(seen.learner.preview(seen.granted));
        assertThat(second.corrections()).containsExactly(new Correction(seen.event(), fixed, false));
        assertThat(other.corrections()).isEqualTo(second.corrections());
        assertThat(seen.learner
                        .call(house -> house.shares()
                                .corrections(
                                        seen.learner.actor(),
                                        seen.granted.share().id()))
                        .orElseThrow())
                .as("the learner sees what the recipient is told")
                .isEqualTo(second.corrections());
    }

    @OnBothDatabases
    void aReferenceTellsWhetherWhatWasSeenStandsAndSinceWhenNotAndTheLearnerSeesThatItWasAsked(Database db) {
        var seen = Seen.live(db);

        assertThat(seen.learner.standing(seen.first.view())).contains(new Standing.Stands());
        var corrected = seen.learner.clock().instant();
        seen.corrected("B");
        assertThat(seen.learner.standing(seen.first.view())).contains(new Standing.Superseded(corrected));
        assertThat(seen.learner.standing(seen.opened().view()))
                .as("a look at what it is now")
                .contains(new Standing.Stands());
        seen.corrected("A");
        assertThat(seen.learner.standing(seen.first.view()))
                .as("it says again what it said")
                .contains(new Standing.Stands());
        assertThat(seen.learner.standing(UUID.randomUUID())).isEmpty();

        assertThat(seen.learner.ledgerOf(seen.granted))
                .filteredOn(entry -> entry.what().equals("share.receipt-checked"))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.fields()).isEmpty());
    }

    @OnBothDatabases
    void ofAShareThatWasStoppedOrIsLongOverNothingMoreIsTold(Database db) {
        var stopped = Seen.live(db);
        stopped.corrected("B");
        stopped.learner.withdraws(stopped.granted);
        var over = Seen.live(db);
        over.corrected("B");
        var deleteBy = over.learner.share(over.granted).deleteBy();

        assertThat(stopped.learner.standing(stopped.first.view())).containsInstanceOf(Standing.Withdrawn.class);
        over.learner.clock().forward(Duration.ofDays(400));
        assertThat(over.learner.standing(over.first.view())).contains(new Standing.Over(deleteBy));
    }

    /** As many statements for a long record; one more than a share that is fixed, and two where something changed. */
    @OnBothDatabases
    void lookingAgainTakesEightStatementsAndTenWhereSomethingChanged(Database db) {
        var seen = Seen.live(db);
        assertThat(statements(db, seen)).isEqualTo(8);
        seen.corrected("B");
        for (var i = 0; i < 20; i++) seen.learner.getsAnotherAward();
        assertThat(statements(db, seen)).isEqualTo(10);
    }

    private static long statements(Database db, Seen seen) {
        return db.statements(em -> ShareFixtures.House.of(em, seen.learner.clock())
                .opening()
                .decide(ShareFixtures.link(seen.granted), ShareFixtures.viewer("counting"), List.of()));
    }

    @OnBothDatabases
    void whoeverAsksWithoutEndWaits(Database db) {
        var seen = Seen.live(db);
        var who = new Actor.Checker("", "", "one client");

        assertThatThrownBy(() -> seen.learner.call(house -> {
                    for (var i = 0; i < 31; i++) house.receipts().standing(who, UUID.randomUUID());
                    return List.of();
                }))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.TOO_MANY));
    }
}
