package org.openplr.share;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.recipient.Recipients;
import org.openplr.record.OwnEvents;

/** Checks what a learner offers against who they are and what they have. */
@Part
class Offers {
    /** Live shares a learner may have at once. */
    static final int LIVE_AT_ONCE = 20;

    private final Learners learners;
    private final OwnEvents events;
    private final Organisations organisations;
    private final Recipients recipients;
    private final Grants grants;
    private final InstantSource clock;

    @Inject
    Offers(
            Learners learners,
            OwnEvents events,
            Organisations organisations,
            Recipients recipients,
            Grants grants,
            InstantSource clock) {
        this.learners = learners;
        this.events = events;
        this.organisations = organisations;
        this.recipients = recipients;
        this.grants = grants;
        this.clock = clock;
    }

    /** An offer that keeps every rule, with the register's name of a registered recipient, at this moment. */
    record Checked(Learner learner, ShareOffer offer, Instant now) {}

    /**
     * Checks an offer; that somebody reached for another learner's events is in the ledger.
     *
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    Checked check(Actor.ForLearner actor, ShareOffer offer) {
        return check(actor, known(actor), offer);
    }

    /** The same for a learner who was found. */
    Checked check(Actor.ForLearner actor, Learner learner, ShareOffer offer) {
        insistOnVerified(learner);
        var registered = registered(offer.recipient());
        var now = clock.instant();
        var own = eventsOf(learner, offer.scope());
        var context = new OfferRule.Context(now, learner.dateOfBirth(), registered.isPresent(), own);
        var faults = OfferRule.faults(offer, context);
        if (!faults.isEmpty()) {
            var others = offer.scope().events().stream()
                    .filter(event -> !own.contains(event))
                    .toList();
            var mistake = Mistake.unprocessable(faults);
            throw events.areReachable(actor, learner.numbers(), others, "record.event-shared")
                    ? mistake
                    : mistake.noted();
        }
        return new Checked(learner, registered.map(offer::to).orElse(offer), now);
    }

    /**
     * Insists that those a share is for can still be shared with.
     *
     * @throws Mistake UNPROCESSABLE {@code recipient-unknown} for a recipient that is approved no longer
     */
    void stillThere(Recipient whom) {
        if (whom.kind() == Recipient.Kind.CONFIRMED && registered(whom).isEmpty())
            throw Mistake.unprocessable(Mistake.Fault.at("", "recipient-unknown"));
    }

    /** How long this learner may share for a purpose. */
    LongestShare longest(Actor.ForLearner actor, Purpose purpose, Instant now) {
        var learner = learners.find(actor.uln()).orElseThrow(Mistake::notFound);
        return LongestShare.of(purpose, learner.dateOfBirth(), now);
    }

    /** The learner, if their identity is verified to Level One: only then is a record seen or shown online. */
    Learner verified(Actor.ForLearner actor) {
        var learner = known(actor);
        insistOnVerified(learner);
        return learner;
    }

    private static void insistOnVerified(Learner learner) {
        if (!learner.verification().isLevelOne()) throw Mistake.of(Mistake.Kind.FORBIDDEN, "identity-not-verified");
    }

    private Learner known(Actor.ForLearner actor) {
        Right.SHARE.require(actor);
        return learners.find(actor.uln()).orElseThrow(Mistake::notFound);
    }

    /**
     * The learner, whose shares are made one after the other from here to the end of the transaction: two calls at once
     * make neither one too many nor the same one twice.
     */
    Learner inTurn(Actor.ForLearner actor) {
        var learner = known(actor);
        grants.hold(learner.uln());
        return learner;
    }

    /**
     * Leaves room for one more live share, of a learner whose turn it is.
     *
     * @throws Mistake UNPROCESSABLE {@code too-many-shares}
     */
    void makeRoom(Learner learner, Instant now) {
        var live = grants.of(learner.numbers()).stream()
                .filter(g -> g.stateAt(now) == ShareState.ACTIVE)
                .count();
        if (live >= LIVE_AT_ONCE)
            throw Mistake.unprocessable(Mistake.Fault.at("", "too-many-shares", Integer.toString(LIVE_AT_ONCE)));
    }

    private Set<UUID> eventsOf(Learner learner, Scope scope) {
        if (scope.events().isEmpty()) return Set.of();
        return events.of(learner);
    }

    /** As its register has it; empty for whoever stands in none. */
    private Optional<Recipient> registered(Recipient said) {
        return switch (said.kind()) {
            case ORGANISATION ->
                Optional.ofNullable(said.ukprn())
                        .flatMap(organisations::find)
                        .map(found -> Recipient.organisation(found.ukprn(), found.name(), said.email()));
            case CONFIRMED ->
                Optional.ofNullable(said.id())
                        .flatMap(recipients::approved)
                        .map(found -> Recipient.confirmed(found.id(), found.name(), said.email()));
            case APP ->
                Optional.ofNullable(said.ukprn()).flatMap(organisations::find).map(_ -> said);
            case NAMED, SELF -> Optional.empty();
        };
    }
}
