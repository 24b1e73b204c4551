package org.openplr.edge.batch;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.openplr.platform.Settings;

/** The console's last line of a start: where to go, and with which demo account. */
@ApplicationScoped
public class Welcome {
    private static final Logger LOG = Logger.getLogger(Welcome.class.getName());

    /** Between INFO and WARNING: the level of what an operator reads on the console. */
    private static final Level AUDIT = Level.parse("850");

    private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();

    @Resource
    private ManagedScheduledExecutorService executor;

    void greet(@Observes @Priority(Integer.MAX_VALUE) Startup started, Settings settings) {
        var port = ConfigProvider.getConfig()
                .getOptionalValue("http.port", String.class)
                .orElse("9080");
        // Without a port for plain HTTP there is nothing here to ask, and production needs no demo account.
        if (port.equals("-1")) return;
        later(settings, URI.create("http://localhost:" + port + "/health/ready"));
    }

    private void later(Settings settings, URI ready) {
        var _ = executor.schedule(
                () -> {
                    if (answers(ready)) LOG.log(AUDIT, line(settings));
                    else later(settings, ready);
                },
                200,
                TimeUnit.MILLISECONDS);
    }

    /** Asked several times a second while the start needs the processor: the plainest client there is. */
    private static boolean answers(URI ready) {
        try {
            var connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    static String line(Settings settings) {
        var account = settings.demo()
                .map(folder -> folder.resolve("accounts.csv"))
                .filter(Files::exists)
                .flatMap(Welcome::firstLearner)
                .map(learner -> " and sign in as " + learner)
                .orElse("");
        return "OpenPLR is ready: open " + settings.link("/") + account;
    }

    private static Optional<String> firstLearner(Path accounts) {
        return CsvFile.open(accounts)
                .rows(row -> row.text("kind").equals("learner")
                        ? row.text("username") + " with the password " + row.text("password")
                        : "")
                .values()
                .stream()
                .filter(line -> !line.isEmpty())
                .findFirst();
    }
}
