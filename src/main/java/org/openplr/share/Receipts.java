package org.openplr.share;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Throttle;

/**
 * The references of views: whoever holds one, from a {@link ViewReceipt} that was handed to them or filed, learns whether what
 * was seen then still stands, and nothing else. The learner sees that it was asked.
 */
@Service
public class Receipts {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int PER_MINUTE = 30;

    private final Views views;
    private final Grants grants;
    private final Projection projection;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Throttle throttle;

    @Inject
    Receipts(Views views, Grants grants, Projection projection, Ledger ledger, InstantSource clock) {
        this.views = views;
        this.grants = grants;
        this.projection = projection;
        this.ledger = ledger;
        this.clock = clock;
        this.throttle = new Throttle(PER_MINUTE, Duration.ofMinutes(1), clock);
    }

    /**
     * Whether what was seen at a view still stands; empty where there is no such view.
     *
     * @throws Mistake TOO_MANY for whoever asks without end
     */
    public Optional<Standing> standing(Actor.Checker who, UUID reference) {
        var wait = throttle.take(who.client());
        if (wait > 0) throw Mistake.tooMany(wait);
        var view = views.find(reference);
        var grant = view.flatMap(seen -> grants.find(seen.grant()));
        if (view.isEmpty() || grant.isEmpty()) return Optional.empty();
        ledger.write(ShareEvent.receiptChecked(who, grant.get()));
        return Optional.of(standing(grant.get(), view.get()));
    }

    private Standing standing(Grant grant, Views.Whose view) {
        var withdrawn = grant.withdrawnAt();
        if (withdrawn != null) return new Standing.Withdrawn(withdrawn);
        if (LocalDate.ofInstant(clock.instant(), UK).isAfter(grant.deleteBy()))
            return new Standing.Over(grant.deleteBy());
        return projection
                .otherwiseSince(grant, view.at())
                .<Standing>map(Standing.Superseded::new)
                .orElseGet(Standing.Stands::new);
    }
}
