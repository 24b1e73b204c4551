package org.openplr.share;

import java.util.List;
import java.util.Optional;

/**
 * One page of the shares that an organisation was granted, newest first.
 *
 * @param items the shares of this page
 * @param next the cursor of the next page; empty on the last one
 */
public record ReceivedShares(List<ReceivedShare> items, Optional<String> next) {
    public ReceivedShares {
        items = List.copyOf(items);
    }
}
