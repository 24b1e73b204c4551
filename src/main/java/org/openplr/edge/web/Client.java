package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.openplr.platform.Settings;

/** Where a request comes from, as a keyed digest: what failures are counted by. */
@RequestScoped
public class Client {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    /** Through a proxy, the last address in its header: those before it are only said by the client. */
    String digest() {
        var address = settings.clientAddressHeader()
                .map(request::getHeader)
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .orElseGet(request::getRemoteAddr);
        return settings.secrets().client().digest(address);
    }
}
