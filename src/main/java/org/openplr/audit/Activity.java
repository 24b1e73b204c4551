package org.openplr.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of what happened, newest first.
 *
 * @param entries the entries of this page
 * @param next the cursor of the next page; empty on the last one
 */
public record Activity(List<LedgerEntry> entries, Optional<String> next) {
    public Activity {
        entries = List.copyOf(entries);
    }

    /**
     * Which entries are wanted.
     *
     * @param since what happened before is left out, to the millisecond
     * @param byOthers whether what learners did is left out
     */
    public record Wanted(Instant since, boolean byOthers) {
        static final Wanted EVERYTHING = new Wanted(Instant.EPOCH, false);
    }
}
