package org.openplr.learner;

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

/** Lets the register forget, every hour, what it keeps for some days only. */
@ApplicationScoped
class Tidying {
    private static final Logger LOG = Logger.getLogger(Tidying.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;

    void begin(@Observes Startup start, Forgetting forgetting) {
        work = scheduler.scheduleWithFixedDelay(() -> tidy(forgetting), 1, 60, TimeUnit.MINUTES);
    }

    private static void tidy(Forgetting forgetting) {
        try {
            LOG.log(Level.FINE, "{0} rows were forgotten", forgetting.forget());
        } catch (RuntimeException trouble) {
            LOG.log(Level.WARNING, "old finds cannot be forgotten; it is tried again", trouble);
        }
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }
}
