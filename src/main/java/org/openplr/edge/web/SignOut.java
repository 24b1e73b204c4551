package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.identity.CameFrom;
import org.openplr.identity.ProviderSignIn;
import org.openplr.platform.Settings;

/**
 * Ends the session, in the database and in the browser; only by a form. What the browser keeps of our pages goes too (Clear
 * Site Data): copies of them, and whatever a script could have stored. Not the cookies: ours are taken away here one by one,
 * the language is the reader's own, and the directive would reach every other service under the same registered domain.
 */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {
    private static final String CLEARED = "\"cache\", \"storage\"";

    @Inject
    private Settings settings;

    @Inject
    private ProviderSignIn signIn;

    @Inject
    private Providers providers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var secret = Cookies.read(request, SignedInOnly.COOKIE, settings.secure());
        secret.flatMap(signIn::leave).ifPresent(from -> goOn(from, response));
        Cookies.write(response, SignedInOnly.COOKIE, "", Duration.ZERO, settings.secure());
        response.setHeader("Clear-Site-Data", CLEARED);
        response.sendRedirect("/signed-out");
    }

    /** The page that follows leads on to the provider: it learns in a cookie to which, so that no link leads anybody there. */
    private void goOn(CameFrom from, HttpServletResponse response) {
        providers
                .ofIssuer(from.issuer())
                .ifPresent(provider -> Cookies.write(
                        response,
                        SignedOutPage.COOKIE,
                        provider.settings().id() + "." + from.token(),
                        SignedOutPage.WITHIN,
                        settings.secure()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/");
    }
}
