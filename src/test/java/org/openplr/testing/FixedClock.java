package org.openplr.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to move. */
public final class FixedClock implements InstantSource {
    private Instant now;

    public FixedClock(Instant now) {
        this.now = now;
    }

    /** A clock at this moment of RFC 3339 text. */
    public static FixedClock at(String moment) {
        return new FixedClock(Instant.parse(moment));
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
