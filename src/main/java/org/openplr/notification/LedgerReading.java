package org.openplr.notification;

import jakarta.inject.Inject;
import org.openplr.audit.LedgerFeed;
import org.openplr.platform.Service;

/**
 * Makes the outbox of the sealed ledger, which is the queue: whatever was done is in it, in the deed's own transaction,
 * and it costs the deed nothing that messages are made of it.
 */
@Service
class LedgerReading {
    private final LedgerFeed feed;
    private final Progress progress;
    private final Telling telling;

    @Inject
    LedgerReading(LedgerFeed feed, Progress progress, Telling telling) {
        this.feed = feed;
        this.progress = progress;
        this.telling = telling;
    }

    /**
     * Reads on.
     *
     * @return whether more may wait
     */
    boolean readOn() {
        var from = progress.leaf();
        var stretch = feed.from(from);
        if (stretch.end() == from || !progress.read(from, stretch.end())) return false;
        for (var fed : stretch.entries())
            Occasion.of(fed.entry()).ifPresent(occasion -> telling.tell(occasion, fed.subject()));
        return stretch.end() - from == LedgerFeed.LONGEST;
    }
}
