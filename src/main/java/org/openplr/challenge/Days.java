package org.openplr.challenge;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets every day bring what it brings ({@link Waking}), and looks for it every quarter of an hour. */
@ApplicationScoped
class Days {
    private static final Logger LOG = Logger.getLogger(Days.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;

    void begin(@Observes Startup start, Waking waking, Climbing climbing) {
        work = scheduler.scheduleWithFixedDelay(() -> round(waking, climbing), 2, 15, TimeUnit.MINUTES);
    }

    /** One that cannot be done does not keep the others from it. */
    static void round(Waking waking, Climbing climbing) {
        each(waking.due(), waking::wake);
        each(waking.settled(), waking::close);
        each(climbing.late(), climbing::remind);
    }

    private static void each(List<Challenge> some, Consumer<Challenge> deed) {
        for (var one : some)
            try {
                deed.accept(one);
            } catch (RuntimeException trouble) {
                LOG.log(Level.WARNING, "challenge " + one.id() + " waits; it is tried again", trouble);
            }
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }
}
