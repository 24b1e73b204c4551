package org.openplr.share;

import jakarta.inject.Inject;
import java.util.Set;
import org.openplr.audit.Ledger;
import org.openplr.claim.EndsWithClaim;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/** A share does not outlive the claim of whoever made it: nobody looks at a record by the word of a wrong holder. */
@Service
class SharesOfClaims implements EndsWithClaim {
    private final Grants grants;
    private final Turnstile turnstile;
    private final Ledger ledger;

    @Inject
    SharesOfClaims(Grants grants, Turnstile turnstile, Ledger ledger) {
        this.grants = grants;
        this.turnstile = turnstile;
        this.ledger = ledger;
    }

    @Override
    public void claimTakenBack(Actor by, Set<Uln> numbers) {
        for (var grant : grants.of(numbers))
            if (turnstile.withdraw(grant.id())) ledger.write(ShareEvent.ended(by, grant));
    }
}
