package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.identity.ProviderSignIn;
import org.openplr.identity.Sessions;
import org.openplr.platform.Settings;

/** Ends the session, in the database and in the browser; only by a form. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {
    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    @Inject
    private ProviderSignIn signIn;

    @Inject
    private Providers providers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var secret = Cookies.read(request, SignedInOnly.COOKIE, settings.secure());
        var from = secret.flatMap(signIn::issuerOf).flatMap(providers::ofIssuer);
        secret.ifPresent(sessions::end);
        Cookies.write(response, SignedInOnly.COOKIE, "", Duration.ZERO, settings.secure());
        response.sendRedirect(
                "/signed-out" + from.map(p -> "?provider=" + p.settings().id()).orElse(""));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/");
    }
}
