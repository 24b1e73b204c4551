package org.openplr.share;

import jakarta.inject.Inject;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Service;
import org.openplr.recipient.EndsWithRecipient;

/** A share does not outlive its recipient: nobody could open it, and its learner is told that it is over. */
@Service
class SharesOfRecipients implements EndsWithRecipient {
    private final Grants grants;
    private final Turnstile turnstile;
    private final Ledger ledger;

    @Inject
    SharesOfRecipients(Grants grants, Turnstile turnstile, Ledger ledger) {
        this.grants = grants;
        this.turnstile = turnstile;
        this.ledger = ledger;
    }

    @Override
    public void recipientEnded(Actor.Administrator by, UUID recipient) {
        for (var grant : grants.standingFor(recipient))
            if (turnstile.withdraw(grant.id())) ledger.write(ShareEvent.ended(by, grant));
    }
}
