package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Clients;

/** Where a request comes from, as a keyed digest: what failures are counted by. */
@RequestScoped
public class Client {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Clients clients;

    /** Through a proxy, the last address in its header: those before it are only said by the client. */
    String digest() {
        return clients.digest(clients.address(this::header, request.getRemoteAddr()));
    }

    /** All lines of a header as one: a proxy may add a line of its own below the client's. */
    private @Nullable String header(String name) {
        var lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? null : String.join(",", lines);
    }
}
