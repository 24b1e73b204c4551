package org.openplr.evidence;

import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;

/**
 * Asks the operator's scanner about a file: a command that gets the bytes on its standard input and says by its exit code what it
 * found, as {@code clamdscan -} does: 0 nothing, 1 something, anything else that it could not look.
 */
@Part
class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int CLEAN = 0;
    private static final int INFECTED = 1;

    private final List<String> command;
    private final Duration longest;

    @Inject
    Scanner(Settings settings) {
        this(settings.evidenceScanner(), LONGEST);
    }

    Scanner(List<String> command, Duration longest) {
        this.command = List.copyOf(command);
        this.longest = longest;
    }

    /** What it said. */
    enum Finding {
        CLEAN,
        INFECTED,
        /** It could not look, or not in time, or not at all of it. */
        FAILED,
        /** There is none. */
        NONE
    }

    Finding scan(byte[] content) {
        if (command.isEmpty()) return Finding.NONE;
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            try {
                return finding(process, content);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException none) {
            LOG.log(
                    Level.WARNING,
                    "the scanner of evidence cannot be started: {0}",
                    none.getClass().getName());
            return Finding.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Finding.FAILED;
        }
    }

    private Finding finding(Process process, byte[] content) throws InterruptedException {
        var sending = new FutureTask<>(() -> {
            try (var in = process.getOutputStream()) {
                in.write(content);
            }
            return true;
        });
        Thread.ofVirtual().start(sending);
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warning("the scanner of evidence took too long");
            return Finding.FAILED;
        }
        return switch (process.exitValue()) {
            case CLEAN -> gotAll(sending) ? Finding.CLEAN : Finding.FAILED;
            case INFECTED -> Finding.INFECTED;
            default -> {
                LOG.log(Level.WARNING, "the scanner of evidence could not look: {0}", process.exitValue());
                yield Finding.FAILED;
            }
        };
    }

    /** One that found nothing without reading to the end has not looked. */
    private static boolean gotAll(FutureTask<Boolean> sending) throws InterruptedException {
        try {
            return sending.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notAll) {
            LOG.warning("the scanner of evidence did not read all of it");
            return false;
        }
    }
}
