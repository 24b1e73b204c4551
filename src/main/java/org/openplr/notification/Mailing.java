package org.openplr.notification;

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

/** Keeps reading, reminding and sending at work while the server runs: a round a second, on threads of their own. */
@ApplicationScoped
class Mailing {
    private static final Logger LOG = Logger.getLogger(Mailing.class.getName());
    private static final long PAUSE_MILLIS = 1_000;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> reading;
    private @Nullable ScheduledFuture<?> sending;

    void begin(@Observes Startup start, LedgerReading ledger, Reminding reminders, Delivery delivery) {
        reading = every(() -> {
            while (ledger.readOn()) LOG.fine("there may be more to read");
            reminders.remind();
        });
        sending = every(delivery::sendDue);
    }

    private ScheduledFuture<?> every(Runnable round) {
        var troubled = new boolean[1];
        return scheduler.scheduleWithFixedDelay(
                () -> safely(round, troubled), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong is tried again: rows wait, and none is lost. It is told once until it is over. */
    private static void safely(Runnable round, boolean[] troubled) {
        try {
            round.run();
            if (troubled[0]) LOG.info("messages are being made and sent again");
            troubled[0] = false;
        } catch (RuntimeException trouble) {
            if (!troubled[0]) LOG.log(Level.SEVERE, "messages cannot be made or sent; they wait", trouble);
            troubled[0] = true;
        }
    }

    @PreDestroy
    void end() {
        if (reading != null) reading.cancel(false);
        if (sending != null) sending.cancel(false);
    }
}
