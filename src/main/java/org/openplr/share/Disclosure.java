package org.openplr.share;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
        return shown(grant, view, projected, corrections(grant, projected, viewer, view, Stream.of()));
    }

    /** The same browser again, within its half hour. */
    Opened again(Grant grant, Viewer viewer, String session) {
        ledger.write(ShareEvent.opened(viewer, grant, "share.opened-again"));
        var projected = projection.of(grant);
        var view = views.again(grant, session);
        var here = new Views.Earlier(view.at(), view.recordVersion());
        return shown(grant, view, projected, corrections(grant, projected, viewer, view, Stream.of(here)));
    }

    /** What is otherwise than at the viewer's last look and at the others; of a share that is fixed, than when it was. */
    private List<Correction> corrections(
            Grant grant, Projection.Projected projected, Viewer viewer, Views.Seen view, Stream<Views.Earlier> others) {
        if (!grant.scope().live()) return projected.corrections();
        var corrections = new LinkedHashMap<UUID, Correction>();
        Stream.concat(views.before(grant, viewer, view).stream(), others)
                .filter(look -> !look.recordVersion().equals(projected.recordVersion()))
                .flatMap(look -> projection.since(grant, look.at()).stream())
                .forEach(one -> corrections.putIfAbsent(one.event(), one));
        return List.copyOf(corrections.values());
    }

    private Opened shown(Grant grant, Views.Seen seen, Projection.Projected projected, List<Correction> corrections) {
        return new Opened.Shown(
                seen.view(),
                seen.at(),
                seen.session(),
                grant.shown(clock.instant()),
                projected.record(),
                projected.recordVersion(),
                corrections,
                grant.expiresAt(),
                grant.deleteBy(),
                seen.receipt());
    }
}
