package org.openplr.claim;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.platform.Service;

/** Notes what could not be matched: whoever may be meant sees it. */
@Service
class OnlineRefusals {
    private final Ledger ledger;

    @Inject
    OnlineRefusals(Ledger ledger) {
        this.ledger = ledger;
    }

    OnlineClaim askDesk(List<Learner> alike) {
        if (alike.isEmpty()) ledger.write(ClaimEvent.notProved(Optional.empty(), "unknown"));
        for (var one : alike) ledger.write(ClaimEvent.notProved(Optional.of(one.uln()), "several-alike"));
        return new OnlineClaim.AskDesk();
    }

    OnlineClaim needSecret(Learner learner) {
        ledger.write(ClaimEvent.notProved(Optional.of(learner.uln()), "other-postcode"));
        return new OnlineClaim.NeedSharedSecret();
    }
}
