package org.openplr.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.openplr.platform.Part;

/**
 * Uniform refusals in the minute that is running, by client and over all: the eleventh of one client is not looked up.
 *
 * <p>In this server's memory: with several servers each counts for itself. The ten tries of a share are counted in the
 * database and hold over all of them.
 */
@Part
class FailureCount {
    static final int PER_CLIENT = 10;
    static final int FLOOD = 600;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final String EVERYONE = "";

    private final InstantSource clock;
    private final Cache<String, Minute> minutes;

    /** A minute that began with a first failure. */
    private record Minute(Instant ends, AtomicInteger failures) {}

    @Inject
    FailureCount(InstantSource clock) {
        this.clock = clock;
        Ticker ticker = () -> clock.millis() * 1_000_000;
        this.minutes = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(MINUTE)
                .maximumSize(1_000_000)
                .build();
    }

    /** Seconds until this client may try again; 0 for now. */
    long secondsToWait(String client) {
        var minute = minutes.getIfPresent(client);
        if (minute == null || minute.failures.get() < PER_CLIENT) return 0;
        return Math.max(1, Duration.between(clock.instant(), minute.ends).toSeconds());
    }

    void count(String client) {
        add(client);
        add(EVERYONE);
    }

    /** How long a failure takes now: nothing, but in a flood. */
    Duration floodDelay() {
        var minute = minutes.getIfPresent(EVERYONE);
        return minute != null && minute.failures.get() > FLOOD ? DELAY : Duration.ZERO;
    }

    private void add(String whose) {
        var minute = minutes.get(whose, w -> new Minute(clock.instant().plus(MINUTE), new AtomicInteger()));
        minute.failures.incrementAndGet();
    }
}
