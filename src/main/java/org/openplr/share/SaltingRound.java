package org.openplr.share;

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

/** Salts, once after a start, the PINs of shares that are not: until then they open as they always did. */
@ApplicationScoped
class SaltingRound {
    private static final Logger LOG = Logger.getLogger(SaltingRound.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> work;

    void begin(@Observes Startup start, Salting salting) {
        work = scheduler.schedule(() -> salt(salting), 1, TimeUnit.MINUTES);
    }

    private static void salt(Salting salting) {
        try {
            var salted = 0;
            for (var some = salting.some(); some > 0; some = salting.some()) salted += some;
            if (salted > 0) LOG.log(Level.INFO, "{0} PINs of shares were salted", salted);
        } catch (RuntimeException trouble) {
            LOG.log(Level.WARNING, "PINs of shares cannot be salted; the next start tries again", trouble);
        }
    }

    @PreDestroy
    void end() {
        if (work != null) work.cancel(false);
    }
}
