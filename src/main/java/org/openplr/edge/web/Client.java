package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
        return clients.digest(clients.address(request::getHeader, request.getRemoteAddr()));
    }
}
