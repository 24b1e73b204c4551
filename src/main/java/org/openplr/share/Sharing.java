package org.openplr.share;

import jakarta.inject.Inject;
import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** A learner lets somebody see their record: looks at it first as they will see it, then makes the share. */
@Service
public class Sharing {
    private final Offers offers;
    private final Projection projection;
    private final Making making;

    @Inject
    Sharing(Offers offers, Projection projection, Making making) {
        this.offers = offers;
        this.projection = projection;
        this.making = making;
    }

    /**
     * Exactly what the recipient of this offer would get.
     *
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    public SharedRecord preview(Actor.ForLearner learner, ShareOffer offer) {
        insistOnNoApp(offer);
        return projection.of(offers.check(learner, offer).learner(), offer);
    }

    /**
     * Makes a share.
     *
     * @param call marks the call, so that sent twice it makes one share
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault, CONFLICT
     *     {@code idempotency-key-reused}
     */
    public Granted share(Actor.ForLearner learner, ShareOffer offer, Optional<Idempotency> call) {
        insistOnNoApp(offer);
        var known = offers.inTurn(learner);
        var repeated = making.madeBefore(learner, call);
        if (repeated.isPresent()) return repeated.get();
        var checked = offers.check(learner, known, offer);
        offers.makeRoom(checked.learner(), checked.now());
        return making.first(learner, checked, call);
    }

    /** An app asks by itself, and has what it is allowed by {@link AppShares}. */
    private static void insistOnNoApp(ShareOffer offer) {
        if (offer.recipient().kind() == Recipient.Kind.APP)
            throw Mistake.unprocessable(Mistake.Fault.at("/recipient/kind", "unknown-value"));
    }
}
