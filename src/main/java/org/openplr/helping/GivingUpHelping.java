package org.openplr.helping;

import jakarta.inject.Inject;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.SignedInSession;
import org.openplr.identity.StepUp;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** Whoever has no record of their own, only people whom they help, closes their account. */
@Service
public class GivingUpHelping {
    private final Helping helping;
    private final LearnerAccounts accounts;
    private final StepUp stepUp;
    private final Ledger ledger;

    @Inject
    GivingUpHelping(Helping helping, LearnerAccounts accounts, StepUp stepUp, Ledger ledger) {
        this.helping = helping;
        this.accounts = accounts;
        this.stepUp = stepUp;
        this.ledger = ledger;
    }

    /**
     * Closes it for good: every leave is given back, every way in erased.
     *
     * @throws Mistake FORBIDDEN {@code prove-again} where it is not freshly proved who this is; NOT_FOUND for whoever has an
     *     account for more than helping
     */
    public void giveUp(SignedInSession session) {
        Right.CLOSE_ACCOUNT.require(session.actor());
        stepUp.require(session);
        if (!(session.actor() instanceof Actor.Person person)) throw Mistake.notFound();
        for (var line : helping.of(session)) helping.giveUp(session, line.id());
        accounts.close(person.account());
        ledger.write(ServiceEvent.done(person, "account.closed", person.account()));
    }
}
