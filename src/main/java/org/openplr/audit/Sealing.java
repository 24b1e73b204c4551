package org.openplr.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the sequencer at work while the server runs: twice a second, and on at once while full batches come. */
@ApplicationScoped
class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class.getName());
    private static final long PAUSE_MILLIS = 500;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;
    private boolean troubled;

    void begin(@Observes Startup start, Sequencer sequencer) {
        work = scheduler.scheduleWithFixedDelay(
                () -> seal(sequencer), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }

    /** Whatever goes wrong is tried again: entries wait, and none is lost. It is told once until it is over. */
    private void seal(Sequencer sequencer) {
        try {
            while (sequencer.sealPending() == Sequencer.BATCH) LOG.fine("a full batch was sealed; more may wait");
            if (troubled) LOG.info("the ledger is being sealed again");
            troubled = false;
        } catch (RuntimeException trouble) {
            if (!troubled) LOG.log(Level.SEVERE, "the ledger cannot be sealed; entries wait", trouble);
            troubled = true;
        }
    }
}
