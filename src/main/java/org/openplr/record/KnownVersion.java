package org.openplr.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * One version of an event: what was known of it, from when to when, who said so and why.
 *
 * @param number the first is 1
 * @param until when the next was known; none of the current one
 * @param event its mark of a data challenge is that of this version
 * @param withdrawn whether it was out of the record then
 * @param organisation who recorded it, where it was an organisation
 * @param why in the recorder's words: a reason, or the file it came in; empty where it was only sent
 */
public record KnownVersion(
        int number,
        Instant from,
        @Nullable Instant until,
        LearningEvent event,
        boolean withdrawn,
        Optional<Ukprn> organisation,
        String why) {
    @Override
    public String toString() {
        return "KnownVersion[" + event.id() + " " + number + "]";
    }
}
