package org.openplr.edge.batch;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

    @Resource
    private ManagedScheduledExecutorService executor;

    void greet(@Observes @Priority(Integer.MAX_VALUE) Startup started, Settings settings) {
        var port = ConfigProvider.getConfig()
                .getOptionalValue("http.port", String.class)
                .orElse("9080");
        // Without a port for plain HTTP there is nothing here to ask, and production needs no demo account.
        if (port.equals("-1")) return;
        var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        later(settings, HttpClient.newHttpClient(), ready);
    }

    private void later(Settings settings, HttpClient client, HttpRequest ready) {
        var _ = executor.schedule(
                () -> {
                    if (answers(client, ready)) {
                        LOG.log(AUDIT, line(settings));
                        client.close();
                    } else {
                        later(settings, client, ready);
                    }
                },
                200,
                TimeUnit.MILLISECONDS);
    }

    /** Asked several times a second while the start needs the processor, so always by the same client. */
    private static boolean answers(HttpClient client, HttpRequest ready) {
        try {
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
