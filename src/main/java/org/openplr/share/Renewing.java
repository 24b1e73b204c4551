package org.openplr.share;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/** Gives a share its next link and code, by the rules that hold for a new one. */
@Part
class Renewing {
    private final Offers offers;
    private final Making making;
    private final History history;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Renewing(Offers offers, Making making, History history, Ledger ledger, InstantSource clock) {
        this.offers = offers;
        this.making = making;
        this.history = history;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The answer to the same call before, once it is the learner's turn. */
    Optional<Granted> madeBefore(Actor.ForLearner learner, Optional<Idempotency> call) {
        offers.inTurn(learner);
        return making.madeBefore(learner, call);
    }

    /**
     * A new end for a share, now.
     *
     * @throws Mistake UNPROCESSABLE where it is past or too far
     */
    Renewal until(Actor.ForLearner actor, Grant grant, @Nullable Instant expires) {
        var now = clock.instant();
        return Renewal.of(grant.purpose(), offers.longest(actor, grant.purpose(), now), expires, now);
    }

    /**
     * The next of the lineage. What takes the place of a live share needs no room beside it; one that has ended stays
     * ended as it was.
     *
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, CONFLICT {@code share-of-app} where an app has to ask
     *     again, UNPROCESSABLE where the end is past or too far, where its recipient is approved no longer, or
     *     where there are as many live shares as may be
     */
    Granted renew(Actor.ForLearner actor, Grant old, @Nullable Instant expires, Optional<Idempotency> call) {
        if (old.recipient().kind() == Recipient.Kind.APP) throw Mistake.of(Mistake.Kind.CONFLICT, "share-of-app");
        var learner = offers.verified(actor);
        offers.stillThere(old.recipient());
        var renewal = until(actor, old, expires);
        if (history.replace(old)) ledger.write(ShareEvent.byLearner(actor, old, "share.withdrawn"));
        offers.makeRoom(learner, renewal.now());
        return making.next(actor, old, renewal, call);
    }
}
