package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.openplr.platform.Part;

/**
 * The door through which somebody without an account sees a record that a learner shared.
 *
 * <p>It keeps count of failures before anything is looked up; what happens behind it is one transaction
 * ({@link OpeningDecision}): decide, write the ledger, then read. It has no transaction of its own, so that a delayed
 * failure holds no connection.
 */
@Part
public class Opening {
    private static final int DELAYED_AT_ONCE = 16;

    private final Decision decision;
    private final FailureCount failures;
    private final Semaphore delayed = new Semaphore(DELAYED_AT_ONCE);

    /** What is behind the door. */
    @FunctionalInterface
    interface Decision {
        Opened decide(Proof proof, Viewer.Typed viewer, List<String> sessions);
    }

    @Inject
    Opening(OpeningDecision decision, FailureCount failures) {
        this(decision::decide, failures);
    }

    Opening(Decision decision, FailureCount failures) {
        this.decision = decision;
        this.failures = failures;
    }

    /** Opens a share; one opening is one view. */
    public Opened open(Proof proof, Viewer.Typed viewer) {
        return open(proof, viewer, List.of());
    }

    /**
     * Opens a share, or looks again.
     *
     * @param sessions of what the same browser opened before ({@link Opened.Shown}): for half an hour that does not count
     *     again
     */
    public Opened open(Proof proof, Viewer.Typed viewer, List<String> sessions) {
        var wait = failures.secondsToWait(viewer.who().client());
        if (wait > 0) return new Opened.Throttled(wait);
        var opened = decision.decide(proof, viewer, sessions);
        if (opened instanceof Opened.Refused) {
            failures.count(viewer.who().client());
            slowDown();
        }
        return opened;
    }

    /** In a flood a failure takes its time; so many at once that the server's threads are never all asleep. */
    private void slowDown() {
        var nanos = failures.floodDelay().toNanos();
        if (nanos == 0 || !delayed.tryAcquire()) return;
        try {
            LockSupport.parkNanos(nanos);
        } finally {
            delayed.release();
        }
    }
}
