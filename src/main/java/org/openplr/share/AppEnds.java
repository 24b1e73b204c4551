package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** Whether what a learner allowed an app still stands, and its end where a secret of that app was used twice. */
@Service
public class AppEnds {
    private final Grants grants;
    private final Turnstile turnstile;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    AppEnds(Grants grants, Turnstile turnstile, Ledger ledger, InstantSource clock) {
        this.grants = grants;
        this.turnstile = turnstile;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether it stands now; the next look is decided by the database again. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean stands(UUID permission) {
        return grants.find(permission)
                .filter(grant -> grant.stateAt(clock.instant()) == ShareState.ACTIVE)
                .isPresent();
    }

    /** Ends it, for the learner's safety; they see that the service did. Again changes nothing. */
    public void end(UUID permission) {
        grants.find(permission)
                .filter(grant -> turnstile.withdraw(grant.id()))
                .ifPresent(grant -> ledger.write(ShareEvent.ended(new Actor.System("apps"), grant)));
    }
}
