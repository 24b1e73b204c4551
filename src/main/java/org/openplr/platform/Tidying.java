package org.openplr.platform;

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

/** Lets everything forget, every hour, what it keeps for a while only ({@link Forgets}). */
@ApplicationScoped
class Tidying {
    private static final Logger LOG = Logger.getLogger(Tidying.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;

    void begin(@Observes Startup start, Forgetful all) {
        work = scheduler.scheduleWithFixedDelay(
                () -> LOG.log(Level.FINE, "{0} rows were forgotten", all.forget()), 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }
}
