package org.openplr.share;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Uln;
import org.openplr.platform.Part;

/** Reads what a grant shows, after the ledger has it: no ledger, no disclosure. */
@Part
class Disclosure {
    /** Nobody's number: looked up in place of a learner where there is no share, to take as long. */
    private static final Uln NOBODY = new Uln("1000000043");

    private final Ledger ledger;
    private final Learners learners;
    private final Projection projection;
    private final Views views;
    private final InstantSource clock;

    @Inject
    Disclosure(Ledger ledger, Learners learners, Projection projection, Views views, InstantSource clock) {
        this.ledger = ledger;
        this.learners = learners;
        this.projection = projection;
        this.views = views;
        this.clock = clock;
    }

    /** The learner's date of birth; a look-up of nobody takes as long. */
    Optional<LocalDate> dateOfBirth(Optional<Grant> grant) {
        return learners.find(grant.map(Grant::uln).orElse(NOBODY)).map(Learner::dateOfBirth);
    }

    /** A counted view. */
    Opened first(Grant grant, Viewer viewer) {
        ledger.write(ShareEvent.opened(viewer, grant, "share.opened"));
        var projected = projection.of(grant);
        var view = views.add(grant, viewer, projected.recordVersion());
        return shown(grant, view, projected);
    }

    /** The same browser again, within its half hour. */
    Opened again(Grant grant, Viewer viewer, String session) {
        ledger.write(ShareEvent.opened(viewer, grant, "share.opened-again"));
        return shown(grant, views.again(grant, session), projection.of(grant));
    }

    private Opened shown(Grant grant, Views.Seen seen, Projection.Projected projected) {
        return new Opened.Shown(
                seen.view(),
                seen.at(),
                seen.session(),
                grant.shown(clock.instant()),
                projected.record(),
                projected.recordVersion(),
                grant.expiresAt(),
                grant.deleteBy(),
                seen.receipt());
    }
}
