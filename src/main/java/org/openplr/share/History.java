package org.openplr.share;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/** What has become of a grant, and its end. */
@Part
class History {
    private final Grants grants;
    private final Turnstile turnstile;
    private final Views views;
    private final Projection projection;

    @Inject
    History(Grants grants, Turnstile turnstile, Views views, Projection projection) {
        this.grants = grants;
        this.turnstile = turnstile;
        this.views = views;
        this.projection = projection;
    }

    SharedRecord preview(Grant grant) {
        return projection.of(grant).record();
    }

    List<Correction> corrections(Grant grant) {
        return projection.of(grant).corrections();
    }

    List<ShareView> views(Grant grant) {
        return views.of(grant);
    }

    Optional<UUID> grantOf(UUID view) {
        return views.find(view).map(Views.Whose::grant);
    }

    /** Withdraws it; false where it was withdrawn before. */
    boolean withdraw(Grant grant) {
        return turnstile.withdraw(grant.id());
    }

    /** Withdraws it because another takes its place; false where it had ended before. */
    boolean replace(Grant grant) {
        return turnstile.replace(grant.id());
    }

    /** As the database has it now, after its counters or its end were moved. */
    Grant now(Grant grant) {
        return grants.find(grant.id()).orElse(grant);
    }

    /** Moves the end, unless somebody was faster. */
    void changeEnd(Grant grant, Instant end) {
        if (!turnstile.moveEnd(
                grant.id(), grant.revision(), end, grant.purpose().deleteBy(end)))
            throw Mistake.of(Mistake.Kind.STALE, "stale");
    }
}
