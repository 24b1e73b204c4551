package org.openplr.audit;

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
}
