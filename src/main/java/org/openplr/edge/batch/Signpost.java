package org.openplr.edge.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The last line of a start: where to go, said once somebody listens there. */
@ApplicationScoped
public class Signpost {
    private static final Logger LOG = Logger.getLogger(Signpost.class.getName());
    private static final int PAUSE_MILLIS = 500;
    private static final int TRIES = 120;

    @Resource
    private @Nullable ManagedScheduledExecutorService executor;

    /** Says the line as soon as the address answers; a server whose public address is elsewhere says it all the same. */
    void sayOnceOpen(String line, URI address) {
        lookAgain(line, address, TRIES);
    }

    private void lookAgain(String line, URI address, int tries) {
        if (executor == null) return;
        var look = executor.schedule(
                () -> {
                    if (tries == 0 || isOpen(address)) later(() -> LOG.log(Level.INFO, "{0}", line));
                    else lookAgain(line, address, tries - 1);
                },
                PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
        LOG.log(Level.FINEST, "waiting for the server: {0}", look);
    }

    /** The server's own line comes right after it begins to listen: ours is the last. */
    private void later(Runnable saying) {
        if (executor == null) return;
        var said = executor.schedule(saying, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        LOG.log(Level.FINEST, "saying where to go: {0}", said);
    }

    private static boolean isOpen(URI address) {
        var port = address.getPort() > 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), PAUSE_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
