package org.openplr.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts tries in windows, on this node.
 *
 * <p>Where only failures count, a try is taken before it is checked and given back when it succeeds, so that parallel tries never pass the limit.
 */
public final class Throttle {
    private static final int KEYS_AT_MOST = 100_000;

    private final int limit;
    private final Duration window;
    private final InstantSource clock;
    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(KEYS_AT_MOST).build();

    private record Window(Instant ends, int taken) {}

    /**
     * So many in so long.
     *
     * @param window begins with the first
     */
    public Throttle(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /** Takes a try; 0 if there was one left, else the seconds until there is again. */
    public long take(String key) {
        var now = clock.instant();
        var full = new AtomicBoolean();
        var after = windows.asMap().compute(key, (_, before) -> {
            if (before == null || !before.ends.isAfter(now)) return new Window(now.plus(window), 1);
            full.set(before.taken >= limit);
            return full.get() ? before : new Window(before.ends, before.taken + 1);
        });
        return full.get() ? Math.max(1, Duration.between(now, after.ends).toSeconds()) : 0;
    }

    /** Seconds until there is a try again, without taking one; 0 if there is. */
    public long wait(String key) {
        var now = clock.instant();
        var window = windows.getIfPresent(key);
        if (window == null || window.taken < limit || !window.ends.isAfter(now)) return 0;
        return Math.max(1, Duration.between(now, window.ends).toSeconds());
    }

    /** How many were taken in this window. */
    public int taken(String key) {
        var window = windows.getIfPresent(key);
        return window == null || !window.ends.isAfter(clock.instant()) ? 0 : window.taken;
    }

    /** A try that was none. */
    public void giveBack(String key) {
        windows.asMap().computeIfPresent(key, (_, w) -> new Window(w.ends, Math.max(0, w.taken - 1)));
    }

    /** Begins anew. */
    public void forget(String key) {
        windows.invalidate(key);
    }
}
