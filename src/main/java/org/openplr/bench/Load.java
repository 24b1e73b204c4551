package org.openplr.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Eight clients that send one request after the other, and what they measured. */
final class Load {
    private static final int CLIENTS = 8;

    private final LocalServer server;

    Load(LocalServer server) {
        this.server = server;
    }

    /**
     * What was measured.
     *
     * @param perSecond requests answered in a second
     * @param median of the latency, in milliseconds
     * @param slowest the 99th percentile of the latency, in milliseconds
     * @param processor the server's processor time for one request, in microseconds
     * @param failed answers of another status than 2xx
     */
    record Figures(double perSecond, double median, double slowest, double processor, long failed) {}

    /** The latencies of one client, in nanoseconds, as many as it sent. */
    private static final class Latencies {
        private long[] nanos = new long[1 << 16];
        private int count;
        private long failed;

        void add(long taken, boolean fine) {
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
            nanos[count++] = taken;
            if (!fine) failed++;
        }
    }

    /** Sends these requests in turn for so long. */
    Figures run(IntFunction<byte[]> requests, Duration time) {
        var processor = server.processorTime();
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = IntStream.range(0, CLIENTS)
                    .<Callable<Latencies>>mapToObj(client -> () -> client(client, requests, begin + time.toNanos()))
                    .toList();
            var all = new long[0];
            var failed = 0L;
            for (var client : threads.invokeAll(clients)) {
                var latencies = client.get();
                var from = all.length;
                all = Arrays.copyOf(all, from + latencies.count);
                System.arraycopy(latencies.nanos, 0, all, from, latencies.count);
                failed += latencies.failed;
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            var used = server.processorTime().minus(processor);
            return figures(all, failed, seconds, used);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a client failed: " + broken.getCause(), broken);
        }
    }

    private Latencies client(int number, IntFunction<byte[]> requests, long end) throws IOException {
        var latencies = new Latencies();
        try (var wire = new Wire(server.base())) {
            for (var i = number; System.nanoTime() < end; i += CLIENTS) {
                var request = requests.apply(i & Integer.MAX_VALUE);
                var begin = System.nanoTime();
                var status = wire.send(request, false).status();
                latencies.add(System.nanoTime() - begin, status >= 200 && status < 300);
            }
        }
        return latencies;
    }

    private static Figures figures(long[] nanos, long failed, double seconds, Duration used) {
        Arrays.sort(nanos);
        var count = Math.max(1, nanos.length);
        return new Figures(
                nanos.length / seconds,
                at(nanos, 0.5) / 1e6,
                at(nanos, 0.99) / 1e6,
                used.toNanos() / 1e3 / count,
                failed);
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
}
