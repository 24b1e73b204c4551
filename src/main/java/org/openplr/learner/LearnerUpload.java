package org.openplr.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of learners that comes in parts, and is not whole yet.
 *
 * @param size bytes that it will have
 * @param received bytes from its beginning that are there: the next part begins here
 */
public record LearnerUpload(UUID id, LearnerFile.Kind kind, String name, int size, int received, Instant begun) {
    /** So long it may take: our own figure. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    /** When what came of it is deleted. */
    public Instant expires() {
        return begun.plus(GOOD_FOR);
    }

    boolean isWhole() {
        return received == size;
    }
}
