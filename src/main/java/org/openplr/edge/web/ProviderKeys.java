package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openplr.edge.web.oidc.Providers;

/** The public keys by which identity providers know us, a JWK set: none of them signs our own tokens. */
@WebServlet("/.well-known/client-keys.json")
public class ProviderKeys extends HttpServlet {
    @Inject
    private Providers providers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.getOutputStream().write(providers.publicKeys().getBytes(StandardCharsets.UTF_8));
    }
}
