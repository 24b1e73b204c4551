package org.openplr.edge.batch;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openplr.learner.LearnerFileWork;

/** Keeps working files of learners off while the server runs, on one thread; what a stop left undone goes on at the start. */
@ApplicationScoped
class BatchRounds {
    private static final Logger LOG = Logger.getLogger(BatchRounds.class.getName());
    private static final long PAUSE_MILLIS = 1_000;
    private static final long FORGET_MILLIS = 3_600_000;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

    void begin(@Observes Startup start, BatchRunner runner, LearnerFileWork work) {
        every(PAUSE_MILLIS, () -> {
            while (runner.runNext()) LOG.fine("there may be more files");
        });
        every(FORGET_MILLIS, work::forget);
    }

    private void every(long millis, Runnable round) {
        rounds.add(scheduler.scheduleWithFixedDelay(() -> safely(round), PAUSE_MILLIS, millis, TimeUnit.MILLISECONDS));
    }

    private static void safely(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException trouble) {
            LOG.log(Level.SEVERE, "files of learners cannot be worked off; they wait", trouble);
        }
    }

    @PreDestroy
    void end() {
        rounds.forEach(round -> round.cancel(false));
    }
}
