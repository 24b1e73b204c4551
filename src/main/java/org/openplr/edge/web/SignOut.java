package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.openplr.identity.Sessions;
import org.openplr.platform.Settings;

/** Ends the session, in the database and in the browser; only by a form. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {
    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookies.read(request, SignedInOnly.COOKIE, settings.secure()).ifPresent(sessions::end);
        Cookies.write(response, SignedInOnly.COOKIE, "", Duration.ZERO, settings.secure());
        response.sendRedirect("/signed-out");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/");
    }
}
