package org.openplr.share;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counted view of a share, as its learner sees it.
 *
 * @param organisation the name of the registered organisation whose user looked, or what was typed
 * @param name what was typed, or empty
 * @param ukprn of a registered organisation; null of anybody else
 * @param recipient the id of one of the register of recipients; null of anybody else
 * @param recordVersion the version of the record that was read (SHA-256)
 * @param receipt the text of the {@link ViewReceipt}, byte for byte what the viewer has
 */
public record ShareView(
        UUID id,
        Instant at,
        String organisation,
        String name,
        @Nullable String ukprn,
        @Nullable UUID recipient,
        @Nullable String email,
        String purpose,
        String recordVersion,
        String receipt) {
    /** How sure we are who looked: {@code registered}, {@code confirmed} or {@code typed}. */
    public String proof() {
        if (recipient != null) return "confirmed";
        return ukprn == null ? "typed" : "registered";
    }
}
