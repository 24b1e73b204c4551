package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.record.RecordFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** A learner's own shares: made, looked after, taken back, and nobody else's. */
class SharesTest {
    @OnBothDatabases
    void somebodyElsesShareIsAsIfItWereNotThereAndTheLedgerHasIt(Database db) {
        var learner = ShareFixtures.learner(db);
        var stranger = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());
        var id = granted.share().id();

        assertThat(stranger.<Optional<?>>call(h -> h.shares().find(stranger.actor(), id)))
                .isEmpty();
        assertThat(stranger.<Optional<?>>call(h -> h.shares().views(stranger.actor(), id)))
                .isEmpty();
        assertThat(stranger.<Optional<?>>call(h -> h.shares().preview(stranger.actor(), id)))
                .isEmpty();
        assertThat(stranger.<Optional<?>>call(h -> h.shares().withdraw(stranger.actor(), id)))
                .isEmpty();
        assertThat(stranger.<Optional<?>>call(h -> h.shares()
                        .changeEnd(stranger.actor(), id, granted.share().expires(), 1)))
                .isEmpty();
        assertThat(stranger.<Optional<?>>call(h -> h.shares().renew(stranger.actor(), id, null, Optional.empty())))
                .isEmpty();

        assertThat(learner.share(granted).state()).isEqualTo(ShareState.ACTIVE);
        assertThat(learner.ledgerOf(granted))
                .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                .hasSize(6)
                .extracting(LedgerEntry::reason)
                .containsOnly("not-owner");
    }

    @OnBothDatabases
    void somebodyElsesDraftViewsAndEventsAreAsIfTheyWereNotThereAndTheLedgerHasIt(Database db) {
        var learner = ShareFixtures.learner(db);
        var stranger = ShareFixtures.learner(db);
        var me = stranger.actor();
        var draft = learner.call(h -> h.drafts().begin(learner.actor())).id();
        var shared = learner.shares(ShareFixtures.offer());
        var own = stranger.shares(ShareFixtures.offer()).share().id();
        var view = ((Opened.Shown) learner.opens(ShareFixtures.link(shared))).view();
        var theirs = db.call(em ->
                RecordFixtures.records(em).of(Set.of(learner.actor().uln())).events());
        var event = theirs.getFirst().id();
        var offer = ShareFixtures.offer()
                .scope(Scope.all().only(Set.of(event, theirs.getLast().id(), UUID.randomUUID())))
                .at(learner.clock().instant());

        assertThat(stranger.<Optional<?>>call(h -> h.drafts().find(me, draft))).isEmpty();
        stranger.call(h -> {
            h.drafts().discard(me, draft);
            return draft;
        });
        assertThat(stranger.<Optional<?>>call(h -> h.shares().view(me, own, view)))
                .isEmpty();
        for (var deed : List.<Function<ShareFixtures.House, Object>>of(
                h -> h.sharing().preview(me, offer), h -> h.sharing().share(me, offer, Optional.empty())))
            assertThatThrownBy(() -> stranger.call(deed))
                    .isInstanceOfSatisfying(
                            Mistake.class,
                            m -> assertThat(m.faults())
                                    .extracting(Mistake.Fault::code)
                                    .containsExactly("event-unknown"));

        assertThat(learner.<Optional<?>>call(h -> h.drafts().find(learner.actor(), draft)))
                .isPresent();
        assertThat(learner.<Optional<?>>call(
                        h -> h.shares().view(learner.actor(), shared.share().id(), view)))
                .isPresent();
        var tries = AuditFixtures.strangers(db, learner.actor().uln());
        assertThat(tries)
                .hasSize(5)
                .startsWith(
                        "draft.looked-at",
                        "draft.looked-at",
                        "share.views-looked-at " + shared.share().id());
        assertThat(tries.subList(3, 5)).allMatch(one -> one.startsWith("record.event-shared "));
        assertThat(AuditFixtures.strangers(db, me.uln())).isEmpty();
    }

    @OnBothDatabases
    void whoHelpsToLookOnlyHasNoShareToSeeMakeOrStop(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());
        var id = granted.share().id();
        var looking = helper(learner, false);
        var offer = ShareFixtures.offer().at(learner.clock().instant());
        var key = Optional.of(new Idempotency("key", "request"));

        for (var deed : List.<Function<ShareFixtures.House, Object>>of(
                h -> h.shares().of(looking),
                h -> h.shares().find(looking, id),
                h -> h.shares().preview(looking, id),
                h -> h.shares().views(looking, id),
                h -> h.shares().ledger(looking, id),
                h -> h.shares().withdraw(looking, id),
                h -> h.shares().sendToSelf(looking, id),
                h -> h.shares().changeEnd(looking, id, offer.expires(), 0),
                h -> h.shares().renew(looking, id, null, key),
                h -> h.sharing().preview(looking, offer),
                h -> h.sharing().share(looking, offer, key)))
            assertThatThrownBy(() -> learner.call(deed))
                    .isInstanceOfSatisfying(
                            Mistake.class, refused -> assertThat(refused.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
        assertThat(learner.share(granted).state()).isEqualTo(ShareState.ACTIVE);
    }

    @OnBothDatabases
    void whoHelpsToShareDoesSoUnderTheirOwnName(Database db) {
        var learner = ShareFixtures.learner(db);
        var helper = helper(learner, true);
        var offer = ShareFixtures.offer().at(learner.clock().instant());

        var granted = learner.call(h -> h.sharing().share(helper, offer, Optional.empty()));

        assertThat(learner.ledgerOf(granted))
                .extracting(LedgerEntry::actorKind, LedgerEntry::name)
                .containsExactly(tuple("helper", "Mum"));
    }

    private static Actor.Helper helper(ShareFixtures.Sharer learner, boolean mayShare) {
        return new Actor.Helper(UUID.randomUUID(), learner.actor().uln(), UUID.randomUUID(), "Mum", mayShare);
    }

    @OnBothDatabases
    void whatIsPastItsEndIsNotStoppedAnyMore(Database db) {
        var learner = ShareFixtures.learner(db);
        var ended = learner.sharedBefore(Duration.ofDays(20), ShareFixtures.offer());

        learner.withdraws(ended);

        assertThat(learner.share(ended).state()).isEqualTo(ShareState.EXPIRED);
        assertThat(learner.ledgerOf(ended)).extracting(LedgerEntry::what).doesNotContain("share.withdrawn");
    }

    @OnBothDatabases
    void withdrawingTwiceIsWithdrawingOnce(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());

        var first = learner.withdraws(granted);
        var second = learner.withdraws(granted);

        assertThat(second).isEqualTo(first);
        assertThat(learner.ledgerOf(granted))
                .filteredOn(entry -> entry.what().equals("share.withdrawn"))
                .hasSize(1);
    }

    @OnBothDatabases
    void noShareOutlivesTheClaimOfWhoeverMadeIt(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());
        var other = ShareFixtures.learner(db);
        var others = other.shares(ShareFixtures.offer());

        db.run(em -> ShareFixtures.sharesOfClaims(em, learner.clock())
                .claimTakenBack(
                        new Actor.Administrator(UUID.randomUUID()),
                        Set.of(learner.actor().uln())));

        assertThat(learner.share(granted).state()).isEqualTo(ShareState.WITHDRAWN);
        assertThat(learner.ledgerOf(granted))
                .filteredOn(entry -> entry.what().equals("share.withdrawn"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorKind()).isEqualTo("administrator"));
        assertThat(other.share(others).state()).isEqualTo(ShareState.ACTIVE);
    }

    @OnBothDatabases
    void theSameCallTwiceMakesOneShareAndTellsItsSecretsOnce(Database db) {
        var learner = ShareFixtures.learner(db);
        var offer = ShareFixtures.offer().at(learner.clock().instant());
        var call = Optional.of(new Idempotency("key-1", "the body"));

        var first = learner.call(h -> h.sharing().share(learner.actor(), offer, call));
        var second = learner.call(h -> h.sharing().share(learner.actor(), offer, call));

        assertThat(second.share().id()).isEqualTo(first.share().id());
        assertThat(first.secrets()).isPresent();
        assertThat(second.secrets()).isEmpty();
        assertThatThrownBy(() -> learner.call(h -> h.sharing()
                        .share(learner.actor(), offer, Optional.of(new Idempotency("key-1", "another body")))))
                .isInstanceOfSatisfying(Mistake.class, m -> assertThat(m.code()).isEqualTo("idempotency-key-reused"));
    }

    @OnBothDatabases
    void anEndIsMovedOnlyByWhoSawTheShareAsItIs(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());
        var id = granted.share().id();
        var later = learner.clock().instant().plus(Duration.ofDays(30));

        var moved = learner.call(h -> h.shares().changeEnd(learner.actor(), id, later, 1))
                .orElseThrow();

        assertThat(moved.expires()).isEqualTo(later);
        assertThat(moved.revision()).isEqualTo(2);
        assertThatThrownBy(() -> learner.call(h -> h.shares().changeEnd(learner.actor(), id, later, 1)))
                .isInstanceOfSatisfying(Mistake.class, m -> assertThat(m.kind()).isEqualTo(Mistake.Kind.STALE));
    }

    @OnBothDatabases
    void aViewIsNoChangeOfTheShare(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());

        learner.opens(ShareFixtures.link(granted));

        assertThat(learner.share(granted).revision()).isEqualTo(granted.share().revision());
    }

    @OnBothDatabases
    void everyFaultOfAnOfferIsToldAtOnce(Database db) {
        var learner = ShareFixtures.learner(db);
        var offer = new ShareOffer(
                Purpose.EMPLOYER,
                Recipient.named(" ", "not an address"),
                Scope.all().only(Set.of(UUID.randomUUID())),
                learner.clock().instant().minusSeconds(1),
                0,
                new SecondFactor.Pin("12a"),
                OnChallenge.SHOW,
                Language.CY);

        assertThatThrownBy(() -> learner.call(h -> h.sharing().share(learner.actor(), offer, Optional.empty())))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .extracting(Mistake.Fault::pointer)
                                .containsExactlyInAnyOrder(
                                        "/recipient/name",
                                        "/recipient/email",
                                        "/expires",
                                        "/maxViews",
                                        "/secondFactor/pin",
                                        "/scope/events"));
    }

    @OnBothDatabases
    void withoutLevelOneNothingIsShared(Database db) {
        var learner = new ShareFixtures.Sharer(db, VerificationType.RELATIONSHIP_WITH_SCHOOL);

        assertThatThrownBy(() -> learner.shares(ShareFixtures.offer()))
                .isInstanceOfSatisfying(Mistake.class, m -> assertThat(m.code()).isEqualTo("identity-not-verified"));
    }

    @OnBothDatabases
    void twentyLiveSharesAreTheMost(Database db) {
        var learner = ShareFixtures.learner(db);
        var made = IntStream.range(0, 20)
                .mapToObj(i -> learner.shares(ShareFixtures.offer()))
                .toList();

        assertThatThrownBy(() -> learner.shares(ShareFixtures.offer()))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        m -> assertThat(m.faults().getFirst().code()).isEqualTo("too-many-shares"));
        learner.withdraws(made.getFirst());
        assertThat(learner.shares(ShareFixtures.offer()).share().state()).isEqualTo(ShareState.ACTIVE);

        assertThat(learner.renews(made.getLast()).share().state())
                .as("a live one makes room for the next of its line")
                .isEqualTo(ShareState.ACTIVE);
        assertThatThrownBy(() -> learner.renews(made.getFirst()))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        m -> assertThat(m.faults().getFirst().code()).isEqualTo("too-many-shares"));
    }

    @OnBothDatabases
    void howeverManyAreMadeAtOnceTwentyLive(Database db) throws Exception {
        var learner = ShareFixtures.learner(db);
        var made = IntStream.range(0, 19)
                .mapToObj(i -> learner.shares(ShareFixtures.offer()))
                .toList();
        var ended = learner.sharedBefore(Duration.ofDays(20), ShareFixtures.offer());

        var outcomes = atOnce(List.of(
                () -> learner.shares(ShareFixtures.offer()),
                () -> learner.renews(ended),
                () -> learner.renews(made.getFirst())));

        assertThat(outcomes)
                .filteredOn(Mistake.class::isInstance)
                .isNotEmpty()
                .allSatisfy(refused -> assertThat(
                                ((Mistake) refused).faults().getFirst().code())
                        .isEqualTo("too-many-shares"));
        assertThat(learner.<List<Share>>call(h -> h.shares().of(learner.actor())))
                .filteredOn(share -> share.state() == ShareState.ACTIVE)
                .hasSize(20);
    }

    @OnBothDatabases
    void theSameCallAtOnceMakesOneShareAndEverybodyIsAnsweredWithIt(Database db) throws Exception {
        var learner = ShareFixtures.learner(db);
        var offer = ShareFixtures.offer().at(learner.clock().instant());
        var call = Optional.of(new Idempotency("key-1", "the body"));
        var other = Optional.of(new Idempotency("key-1", "another body"));

        isOne(atOnce(List.of(() -> learner.call(h -> h.sharing().share(learner.actor(), offer, call)))));
        var made = learner.call(h -> h.shares().of(learner.actor()));
        assertThat(made).hasSize(1);
        assertThatThrownBy(() -> learner.call(h -> h.sharing().share(learner.actor(), offer, other)))
                .isInstanceOfSatisfying(Mistake.class, m -> assertThat(m.code()).isEqualTo("idempotency-key-reused"));

        var again = Optional.of(new Idempotency("key-2", "renew"));
        var id = made.getFirst().id();
        isOne(atOnce(List.of(() -> learner.call(h -> h.shares().renew(learner.actor(), id, null, again))
                .orElseThrow())));
        assertThat(learner.<List<Share>>call(h -> h.shares().of(learner.actor())))
                .hasSize(2);
    }

    private static void isOne(List<Object> answers) {
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Granted.class));
        var granted = answers.stream().map(Granted.class::cast).toList();
        assertThat(granted)
                .extracting(one -> one.share().id())
                .containsOnly(granted.getFirst().share().id());
        assertThat(granted)
                .as("told once")
                .filteredOn(one -> one.secrets().isPresent())
                .hasSize(1);
    }

    /** Each of these ten times, all at the same moment: what was made, or how it was refused. */
    private static List<Object> atOnce(List<Callable<Granted>> calls) throws InterruptedException, ExecutionException {
        var all = Collections.nCopies(10, calls).stream().flatMap(List::stream).toList();
        var start = new CyclicBarrier(all.size());
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            var outcomes = new ArrayList<Object>();
            var running = all.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return outcome(call);
                    }))
                    .toList();
            for (var one : running) outcomes.add(one.get());
            return outcomes;
        }
    }

    private static Object outcome(Callable<Granted> call) throws Exception {
        try {
            return call.call();
        } catch (Mistake refused) {
            return refused;
        }
    }

    @OnBothDatabases
    void whoIsNoLongerVerifiedRenewsNothing(Database db) {
        var learner = ShareFixtures.learner(db);
        var granted = learner.shares(ShareFixtures.offer());

        learner.isVerifiedOnlyBy(VerificationType.RELATIONSHIP_WITH_SCHOOL);

        assertThatThrownBy(() -> learner.renews(granted))
                .isInstanceOfSatisfying(Mistake.class, m -> assertThat(m.code()).isEqualTo("identity-not-verified"));
        assertThat(learner.opens(ShareFixtures.link(granted))).isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void aDraftBecomesAnOfferOnceEveryQuestionIsAnswered(Database db) {
        var learner = ShareFixtures.learner(db);
        var actor = learner.actor();
        var id = learner.call(h -> h.drafts().begin(actor)).id();
        var end = learner.clock().instant().plus(Duration.ofDays(14));
        var answers = Draft.Answers.none()
                .recipient(Purpose.EMPLOYER, Recipient.named("A plumbing firm (fictional)"))
                .what(Draft.What.USUAL, Purpose.EMPLOYER.usualScope())
                .until(end, null);

        learner.call(h -> h.drafts().keep(actor, id, answers));
        assertThat(learner.<Optional<?>>call(h -> h.drafts().offer(actor, id, Language.EN)))
                .isEmpty();
        learner.call(h -> h.drafts().keep(actor, id, answers.secondFactor(SecondFactor.Kind.PIN, true)));
        learner.call(h -> h.drafts().keepPin(actor, id, "4711"));
        var offer = learner.call(h -> h.drafts().offer(actor, id, Language.EN)).orElseThrow();
        var granted = learner.call(h -> h.sharing().share(actor, offer, Optional.empty()));

        assertThat(learner.opens(ShareFixtures.code(granted, "4711"))).isInstanceOf(Opened.Shown.class);
        assertThat(learner.opens(ShareFixtures.link(granted))).isEqualTo(new Opened.Refused());
        assertThat(learner.opens(ShareFixtures.link(granted, "4711"))).isInstanceOf(Opened.Shown.class);
        var stranger = ShareFixtures.learner(db);
        assertThat(stranger.<Optional<?>>call(h -> h.drafts().find(stranger.actor(), id)))
                .isEmpty();
        learner.clock().forward(Duration.ofHours(25));
        assertThat(learner.<Optional<?>>call(h -> h.drafts().find(actor, id))).isEmpty();
    }

    @OnBothDatabases
    void aFixedShareStaysAsItWasAndALiveOneFollowsTheRecord(Database db) {
        var learner = ShareFixtures.learner(db);
        var fixed = learner.shares(ShareFixtures.offer());
        var live = learner.shares(ShareFixtures.offer().scope(ShareFixtures.live()));

        learner.clock().forward(Duration.ofMinutes(5));
        learner.getsAnotherAward();

        assertThat(learner.preview(fixed).events()).hasSize(4);
        assertThat(learner.preview(live).events()).hasSize(5);
        assertThat(List.of(fixed, live))
                .allSatisfy(granted -> assertThat(learner.opens(ShareFixtures.link(granted)))
                        .isInstanceOfSatisfying(
                                Opened.Shown.class,
                                shown -> assertThat(shown.record()).isEqualTo(learner.preview(granted))));
    }

    @OnBothDatabases
    void theListTellsWhenEachWasLookedAtLast(Database db) {
        var learner = ShareFixtures.learner(db);
        var opened = learner.shares(ShareFixtures.offer());
        var never = learner.shares(ShareFixtures.offer());
        learner.opens(ShareFixtures.link(opened));
        learner.clock().forward(Duration.ofHours(2));
        learner.opens(ShareFixtures.link(opened));

        var all = learner.call(h -> h.shares().of(learner.actor()));

        assertThat(all)
                .filteredOn(share -> share.id().equals(opened.share().id()))
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.views()).isEqualTo(2);
                    assertThat(share.lastLook())
                            .as("by the clock of the database")
                            .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
                });
        assertThat(all)
                .filteredOn(share -> share.id().equals(never.share().id()))
                .singleElement()
                .satisfies(share -> assertThat(share.lastLook()).isNull());
    }
}
