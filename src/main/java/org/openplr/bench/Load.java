package org.openplr.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Clients that send one request after the other, and what they measured. */
final class Load {
    private final LocalServer server;
    private final int clients;

    Load(LocalServer server, int clients) {
        this.server = server;
        this.clients = clients;
    }

    /** The latencies of one client, in nanoseconds. */
    private static final class Latencies {
        private final Spread nanos = new Spread();
        private long failed;
    }

    /** Whether the n-th time is still to be done. */
    @FunctionalInterface
    private interface Going {
        boolean on(int n);
    }

    /** Sends these requests in turn for so long. */
    Figures run(IntFunction<List<byte[]>> units, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        return run(units, 0, _ -> System.nanoTime() < end);
    }

    /** Sends these requests from the n-th time on, so often. */
    Figures run(IntFunction<List<byte[]>> units, int from, int count) {
        return run(units, from, n -> n < from + count);
    }

    private Figures run(IntFunction<List<byte[]>> units, int from, Going going) {
        var processor = server.processorTime();
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = IntStream.range(0, clients)
                    .<Callable<Latencies>>mapToObj(client -> () -> client(from + client, units, going))
                    .toList();
            var nanos = new Spread();
            var failed = 0L;
            for (var client : threads.invokeAll(all)) {
                nanos.add(client.get().nanos);
                failed += client.get().failed;
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            return Figures.of(nanos, failed, seconds, server.processorTime().minus(processor));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a client failed: " + broken.getCause(), broken);
        }
    }

    private Latencies client(int first, IntFunction<List<byte[]>> units, Going going) throws IOException {
        var latencies = new Latencies();
        try (var wire = new Wire(server.base())) {
            for (var i = first; going.on(i); i += clients) {
                var requests = units.apply(i & Integer.MAX_VALUE);
                var begin = System.nanoTime();
                var fine = true;
                for (var request : requests) {
                    var status = wire.send(request, false).status();
                    fine &= status >= 200 && status < 300;
                }
                latencies.nanos.add(System.nanoTime() - begin);
                if (!fine) latencies.failed++;
            }
        }
        return latencies;
    }
}
