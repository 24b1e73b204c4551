package org.openplr.claim;

import jakarta.inject.Inject;
import org.openplr.identity.SignedInSession;
import org.openplr.identity.StepUp;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * A learner closes their own account: every way in and the e-mail address are erased, what they shared ends. The record
 * stays, and can be claimed anew at a desk: what it says is its sources' to keep, and what happened is the ledger's.
 */
@Service
public class GivingUp {
    private final Learners learners;
    private final Ending ending;
    private final StepUp stepUp;

    @Inject
    GivingUp(Learners learners, Ending ending, StepUp stepUp) {
        this.learners = learners;
        this.ending = ending;
        this.stepUp = stepUp;
    }

    /**
     * Closes it for good, with all that was done by it.
     *
     * @throws Mistake FORBIDDEN {@code prove-again} where it is not freshly proved who this is; NOT_FOUND for whoever is no
     *     learner
     */
    public void giveUp(SignedInSession session) {
        Right.CLOSE_ACCOUNT.require(session.actor());
        stepUp.require(session);
        if (!(session.actor() instanceof Actor.Learner own)) throw Mistake.notFound();
        ending.end(own, learners.find(own.uln()).orElseThrow(Mistake::notFound), "claim.given-up", "");
    }
}
