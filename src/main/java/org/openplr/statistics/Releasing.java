package org.openplr.statistics;

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
import org.openplr.platform.Sql;

/** Sees every hour whether this month's release is there, and makes it. */
@ApplicationScoped
class Releasing {
    private static final Logger LOG = Logger.getLogger(Releasing.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;

    void begin(@Observes Startup start, Statistics statistics) {
        work = scheduler.scheduleWithFixedDelay(() -> release(statistics), 20, 3_600, TimeUnit.SECONDS);
    }

    /** Whoever was slower than another server makes none, and an hour that fails is followed by another. */
    private static void release(Statistics statistics) {
        try {
            if (statistics.release()) LOG.info("statistics were released");
        } catch (Sql.DatabaseTrouble trouble) {
            LOG.log(trouble.isDuplicate() ? Level.FINE : Level.WARNING, "no statistics were released", trouble);
        }
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }
}
