package org.openplr.bench;

/** How many values there were of each size, to 2 % and in the same memory however many there are. */
final class Spread {
    private static final int PLAIN = 64;
    private static final double STEPS = 50;

    private final long[] counts = new long[PLAIN + 2_000];
    private long count;
    private long sum;
    private long most;

    void add(long value) {
        counts[bucket(value)]++;
        count++;
        sum += value;
        most = Math.max(most, value);
    }

    /** Adds what another one counted. */
    void add(Spread other) {
        for (var i = 0; i < counts.length; i++) counts[i] += other.counts[i];
        count += other.count;
        sum += other.sum;
        most = Math.max(most, other.most);
    }

    private static int bucket(long value) {
        if (value < PLAIN) return (int) Math.max(0, value);
        return PLAIN + (int) (Math.log((double) value / PLAIN) * STEPS);
    }

    private static long value(int bucket) {
        return bucket < PLAIN ? bucket : Math.round(PLAIN * Math.exp((bucket - PLAIN + 0.5) / STEPS));
    }

    long count() {
        return count;
    }

    long most() {
        return most;
    }

    double mean() {
        return count == 0 ? 0 : (double) sum / count;
    }

    /** What so large a share of the values is not above; 0 where there are none. */
    long at(double share) {
        var wanted = (long) (share * (count - 1)) + 1;
        for (var i = 0; i < counts.length; i++) {
            wanted -= counts[i];
            if (wanted <= 0) return count == 0 ? 0 : Math.min(most, value(i));
        }
        return most;
    }
}
