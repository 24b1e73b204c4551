package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** A learner's own shares: seen, taken back, ended earlier or later, given a new secret. Empty where there is none. */
@Service
public class Shares {
    private final OwnGrants own;
    private final Renewing renewing;
    private final History history;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Shares(OwnGrants own, Renewing renewing, History history, Ledger ledger, InstantSource clock) {
        this.own = own;
        this.renewing = renewing;
        this.history = history;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Every share of a learner, newest first, also those that have ended. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Share> of(Actor.ForLearner learner) {
        var now = clock.instant();
        return own.of(learner).stream().map(grant -> grant.shown(now)).toList();
    }

    public Optional<Share> find(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.looked-at").map(grant -> grant.shown(clock.instant()));
    }

    /** What the recipient gets now, byte for byte, whether or not the share still stands. */
    public Optional<SharedRecord> preview(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.previewed").map(history::preview);
    }

    /** What its recipient is told to be corrected since it was fixed, whoever looks for the first time too; of a live one nothing. */
    public Optional<List<Correction>> corrections(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.previewed").map(history::corrections);
    }

    /** The counted views, newest first. */
    public Optional<List<ShareView>> views(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.views-looked-at").map(history::views);
    }

    /** One of those. */
    public Optional<ShareView> view(Actor.ForLearner learner, UUID id, UUID view) {
        var what = "share.views-looked-at";
        var found = own.find(learner, id, what).stream()
                .flatMap(grant -> history.views(grant).stream())
                .filter(one -> one.id().equals(view))
                .findFirst();
        if (found.isEmpty())
            history.grantOf(view).filter(other -> !other.equals(id)).ifPresent(other -> own.find(learner, other, what));
        return found;
    }

    /** Everything the ledger has about a share, refusals too, newest first. */
    public Optional<List<LedgerEntry>> ledger(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.ledger-looked-at").map(grant -> ledger.about(grant.id()));
    }

    /** Withdraws a share: dead at the next request, on every node. Again, or past its end, changes nothing. */
    public Optional<Share> withdraw(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.withdrawn").map(grant -> {
            if (history.withdraw(grant)) ledger.write(ShareEvent.byLearner(learner, grant, "share.withdrawn"));
            return history.now(grant).shown(clock.instant());
        });
    }

    /** Notes that the learner wants a message about a share, without its secrets; whoever sends messages reads it. */
    public Optional<Share> sendToSelf(Actor.ForLearner learner, UUID id) {
        return own.find(learner, id, "share.sent-to-self").map(grant -> {
            ledger.write(ShareEvent.byLearner(learner, grant, "share.sent-to-self"));
            return grant.shown(clock.instant());
        });
    }

    /**
     * Moves the end of a share that stands.
     *
     * @param revision of the share as the learner saw it
     * @throws Mistake STALE where it was changed since, CONFLICT {@code share-ended} where it does not stand,
     *     UNPROCESSABLE where the end is past or too far
     */
    public Optional<Share> changeEnd(Actor.ForLearner learner, UUID id, Instant expires, long revision) {
        return own.find(learner, id, "share.end-changed").map(grant -> {
            var renewal = renewing.until(learner, grant, expires);
            if (grant.revision() != revision) throw Mistake.of(Mistake.Kind.STALE, "stale");
            if (!grant.shown(renewal.now()).standing()) throw Mistake.of(Mistake.Kind.CONFLICT, "share-ended");
            history.changeEnd(grant, renewal.expires());
            ledger.write(ShareEvent.byLearner(learner, grant, "share.end-changed"));
            return history.now(grant).shown(renewal.now());
        });
    }

    /**
     * Gives a share a new link and code. The old ones are withdrawn unless they had ended; the new share is
     * of the same lineage.
     *
     * @param expires the new end, or null for the usual time of its purpose
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE where the end is past or too far, or where
     *     there are as many live shares as may be
     */
    public Optional<Granted> renew(
            Actor.ForLearner learner, UUID id, @Nullable Instant expires, Optional<Idempotency> call) {
        var repeated = renewing.madeBefore(learner, call);
        if (repeated.isPresent()) return repeated;
        return own.find(learner, id, "share.renewed").map(old -> renewing.renew(learner, old, expires, call));
    }
}
