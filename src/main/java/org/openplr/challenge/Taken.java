package org.openplr.challenge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * A step that was taken.
 *
 * @param state what the challenge came to
 * @param who in what part
 * @param organisation of whoever did it; null where it was none
 * @param words what they said, or empty
 */
public record Taken(
        UUID id,
        UUID challenge,
        Step step,
        State state,
        Who who,
        @Nullable Ukprn organisation,
        Instant at,
        String words) {
    Taken byTheLearner() {
        return new Taken(id, challenge, step, state, who, null, at, words);
    }

    @Override
    public String toString() {
        return "Taken[" + step + "]";
    }
}
