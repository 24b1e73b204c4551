package org.openplr.share;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.platform.Part;

/** Refuses, and tells the learner in the ledger what the refused are not told. */
@Part
class Refusals {
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Refusals(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Opened refuse(Viewer viewer, Optional<Grant> grant, String reason) {
        ledger.write(ShareEvent.refused(viewer, grant, reason));
        return new Opened.Refused();
    }

    /** The proof was right and the database gave no view: why, as it stands now. */
    Opened ended(Viewer viewer, Grant grant) {
        var now = clock.instant();
        var state = grant.stateAt(now);
        if (state == ShareState.LOCKED) return refuse(viewer, Optional.of(grant), "locked");
        var reason = state == ShareState.ACTIVE ? ShareState.EXPIRED : state;
        ledger.write(ShareEvent.refused(
                viewer,
                Optional.of(grant),
                reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return new Opened.Ended(reason, grant.endedAt(now));
    }
}
