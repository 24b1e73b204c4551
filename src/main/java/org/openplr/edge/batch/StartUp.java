package org.openplr.edge.batch;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.openplr.learner.Learners;
import org.openplr.learner.MatchUpkeep;
import org.openplr.platform.Schema;
import org.openplr.platform.Settings;

/**
 * The order of the start: settings, schema, match keys, demo data; whatever else observes {@link Startup} comes after.
 *
 * <p>What is missing or wrong stops the start, and one line says what it is.
 */
@ApplicationScoped
public class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());

    void prepare(@Observes @Priority(1) Startup start, Instance<Settings> settings, DataSource dataSource) {
        try {
            LOG.log(
                    Level.INFO,
                    "OpenPLR starts with the profile {0}",
                    settings.get().profile());
            var url = ConfigProvider.getConfig().getOptionalValue("db.url", String.class);
            Schema.migrate(
                    dataSource, url.orElseThrow(() -> new IllegalStateException("the setting db.url is missing")));
        } catch (RuntimeException wrong) {
            LOG.log(Level.SEVERE, "OpenPLR cannot start: {0}", reason(wrong));
            throw wrong;
        }
    }

    /** Before anybody is found or registered: whoever was here before the keys, or has those of another scheme. */
    void makeMatchKeys(@Observes @Priority(2) Startup start, MatchUpkeep upkeep) {
        var again = true;
        while (again) again = upkeep.step();
    }

    void loadDemo(@Observes @Priority(3) Startup start, Settings settings, Learners learners, Instance<DemoData> demo) {
        settings.demo().filter(folder -> learners.none()).ifPresent(folder -> load(demo.get(), folder));
    }

    private static void load(DemoData demo, Path folder) {
        demo.load(folder).forEach((file, report) -> {
            LOG.log(Level.INFO, "demo data, {0}: {1}", new Object[] {file, report.summary()});
            for (var fault : report.faults()) LOG.log(Level.WARNING, "{0}, {1}", new Object[] {file, fault});
        });
    }

    /** The deepest cause that says something: what is around it says only where it happened. */
    private static String reason(Throwable wrong) {
        var reason = String.valueOf(wrong.getMessage());
        for (var cause = wrong.getCause(); cause != null; cause = cause.getCause())
            if (cause instanceof IllegalStateException && cause.getMessage() != null) reason = cause.getMessage();
        return reason;
    }
}
