package org.openplr.edge.web;

import com.nimbusds.jose.KeySourceException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Unreachable;
import org.openplr.identity.ProviderSignOut;

/** A provider tells that somebody signed out there (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8). */
@RequestScoped
public class ProviderCall {
    private static final int MOST = 32_768;

    @Inject
    private ProviderSignOut signOut;

    void answer(Provider provider, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var length = request.getContentLengthLong();
        var token =
                length < 0 || length > MOST ? "" : Objects.requireNonNullElse(request.getParameter("logout_token"), "");
        try {
            if (signOut.with(provider.settings(), provider.keys(), token).isEmpty())
                response.setStatus(HttpServletResponse.SC_OK);
            else refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        } catch (Unreachable | KeySourceException silent) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static void refuse(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write("{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.UTF_8));
    }
}
