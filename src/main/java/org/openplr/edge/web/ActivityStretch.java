package org.openplr.edge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openplr.audit.Activity;
import org.openplr.audit.LedgerEntry;

/**
 * What of the ledger stands on one page: read on from entry to entry until it is filled, or enough was read.
 *
 * @param lines those that are wanted, newest first: a page's length or up to twice it where there are so many
 * @param next where the next, older one begins; empty where nothing older is left to be read
 */
record ActivityStretch(List<ActivityLines.Line> lines, Optional<String> next) {
    /** As many entries are read at once, and as many lines fill a page. */
    static final int PAGE = 100;

    /** So many times at most is read for one page. */
    static final int READINGS = 20;

    /**
     * Reads on.
     *
     * @param reading a page of the ledger, by where it begins
     * @param wanted the lines of some entries that are wanted
     */
    static ActivityStretch read(
            Optional<String> from,
            Function<Optional<String>, Activity> reading,
            Function<List<LedgerEntry>, List<ActivityLines.Line>> wanted) {
        var lines = new ArrayList<ActivityLines.Line>();
        var next = from;
        for (var read = 0; read < READINGS && lines.size() < PAGE; read++) {
            var page = reading.apply(next);
            lines.addAll(wanted.apply(page.entries()));
            next = page.next();
            if (next.isEmpty()) break;
        }
        return new ActivityStretch(lines, next);
    }
}
