package org.openplr.share;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share as the organisation it was granted to sees it before opening it: nothing of the learner, and nothing of the
 * record.
 *
 * @param id its reference
 * @param scope what kind of things it shows
 * @param granted when it was granted
 * @param stops the moment it stops
 * @param opened how often users of the organisation have opened it
 * @param maxViews how often it may be opened by anybody, null for no limit
 * @param language of the learner's share
 */
public record ReceivedShare(
        UUID id,
        Purpose purpose,
        SharedScope scope,
        Instant granted,
        Instant stops,
        int opened,
        @Nullable Integer maxViews,
        Language language) {
    /** Three words that the learner has too: by them a share is found without a name. */
    public String phrase() {
        return ComparePhrase.of(id, language);
    }

    /** Whether nobody of the organisation has opened it yet. */
    public boolean fresh() {
        return opened == 0;
    }
}
