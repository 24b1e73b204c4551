package org.openplr.bench;

import java.time.Duration;

/**
 * What was measured.
 *
 * @param perSecond units done in a second
 * @param median of the latency, in milliseconds
 * @param slowest the 99th percentile of the latency, in milliseconds
 * @param processor the server's processor time for one unit, in microseconds
 * @param failed answers of another status than 2xx
 */
record Figures(double perSecond, double median, double slowest, double processor, long failed) {
    static Figures of(Spread nanos, long failed, double seconds, Duration used) {
        var count = Math.max(1, nanos.count());
        return new Figures(
                nanos.count() / seconds,
                nanos.at(0.5) / 1e6,
                nanos.at(0.99) / 1e6,
                used.toNanos() / 1e3 / count,
                failed);
    }
}
