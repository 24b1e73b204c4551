package org.openplr.share;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * A learner allows an app of a registered organisation to see their record. The permission is a share like any other, but
 * for its door: it has no secret of its own, stands in no inbox, and opens by {@link AppLooks} only.
 */
@Service
public class AppShares {
    private final Offers offers;
    private final Projection projection;
    private final Making making;
    private final InstantSource clock;

    @Inject
    AppShares(Offers offers, Projection projection, Making making, InstantSource clock) {
        this.offers = offers;
        this.projection = projection;
        this.making = making;
        this.clock = clock;
    }

    /** How long this learner may allow an app to look for this purpose. */
    public LongestShare longest(Actor.Learner learner, Purpose purpose) {
        return offers.longest(learner, purpose, clock.instant());
    }

    /**
     * Exactly what the app would get.
     *
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    public SharedRecord preview(Actor.Learner learner, ShareOffer offer) {
        return projection.of(offers.check(learner, offer).learner(), offer);
    }

    /**
     * Makes the share.
     *
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    public Share allow(Actor.Learner learner, ShareOffer offer) {
        var checked = offers.check(learner, offers.inTurn(learner), offer);
        offers.makeRoom(checked.learner(), checked.now());
        return making.first(learner, checked, Optional.empty()).share();
    }
}
