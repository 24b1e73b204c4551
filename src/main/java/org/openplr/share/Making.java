package org.openplr.share;

import jakarta.inject.Inject;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;

/** Makes grants: draws their secrets, keeps the digests, writes the ledger. */
@Part
class Making {
    private final Grants grants;
    private final Repeats repeats;
    private final Vault vault;
    private final Ledger ledger;
    private final Ids ids;

    @Inject
    Making(Grants grants, Repeats repeats, Vault vault, Ledger ledger, Ids ids) {
        this.grants = grants;
        this.repeats = repeats;
        this.vault = vault;
        this.ledger = ledger;
        this.ids = ids;
    }

    /** The answer to the same call before, without secrets: they exist only once. */
    Optional<Granted> madeBefore(Actor.ForLearner learner, Optional<Idempotency> call) {
        Right.SHARE.require(learner);
        return repeats.madeBefore(learner, call)
                .flatMap(grants::find)
                .map(grant -> new Granted(grant.shown(grant.createdAt()), Optional.empty()));
    }

    /** The first of a lineage. */
    Granted first(Actor.ForLearner learner, Offers.Checked checked, Optional<Idempotency> call) {
        var offer = checked.offer();
        var id = ids.next();
        var drawn = vault.draw(offer.purpose(), vault.keep(offer.secondFactor(), id));
        var grant = Grant.of(id, id, checked.learner().uln(), offer, drawn.kept(), checked.now());
        return made(learner, grant, drawn, "share.created", call);
    }

    /** The next of a lineage: everything as it was but the end, the secrets, and the tries. */
    Granted next(Actor.ForLearner learner, Grant old, Renewal renewal, Optional<Idempotency> call) {
        var drawn = vault.draw(old.purpose(), old.factor());
        var offer = old.offer(renewal.expires());
        var grant = Grant.of(ids.next(), old.lineage(), old.uln(), offer, drawn.kept(), renewal.now());
        return made(learner, grant, drawn, "share.renewed", call);
    }

    private Granted made(
            Actor.ForLearner learner, Grant grant, Vault.Drawn drawn, String what, Optional<Idempotency> call) {
        grants.add(grant);
        call.ifPresent(c -> repeats.remember(learner, c, grant.id()));
        ledger.write(ShareEvent.byLearner(learner, grant, what));
        return new Granted(grant.shown(grant.createdAt()), drawn.clear());
    }
}
