package org.openplr.credit;

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

/** Lets questions of a month ago be forgotten, every hour. */
@ApplicationScoped
class Tidying {
    private static final Logger LOG = Logger.getLogger(Tidying.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;

    void begin(@Observes Startup start, Checking checking) {
        work = scheduler.scheduleWithFixedDelay(() -> tidy(checking), 2, 60, TimeUnit.MINUTES);
    }

    private static void tidy(Checking checking) {
        try {
            LOG.log(Level.FINE, "{0} questions were forgotten", checking.forget());
        } catch (RuntimeException trouble) {
            LOG.log(Level.WARNING, "old questions cannot be forgotten; it is tried again", trouble);
        }
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }
}
