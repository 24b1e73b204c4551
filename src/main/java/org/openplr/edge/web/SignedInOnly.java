package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openplr.identity.Sessions;
import org.openplr.identity.Strength;
import org.openplr.platform.Settings;

/** Turns the session's cookie into who is looking, and keeps everybody's pages for those they are for. */
public class SignedInOnly extends HttpFilter {
    static final String COOKIE = "openplr-session";
    private static final String LEARNERS = "/learner/";
    private static final String ORGANISATIONS = "/organisation/";
    private static final String ADMINISTRATORS = "/admin/";
    private static final String ACCOUNT = "/account/";

    /** What whoever did not prove it strongly enough has besides their account: the way to do so, the way out, and help. */
    private static final Set<String> FOR_THE_WEAK = Set.of(
            "/prove",
            "/stay",
            "/sign-in",
            "/sign-in-code",
            "/sign-in-passkey",
            "/sign-out",
            "/signed-out",
            "/help",
            "/privacy",
            "/cookies",
            "/accessibility");

    @Inject
    private Sessions sessions;

    @Inject
    private Strength strength;

    @Inject
    private Settings settings;

    @Inject
    private Visitor visitor;

    @Inject
    private Own own;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = place(request);
        if (path.startsWith("/api/") || path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        var secret = Cookies.read(request, COOKIE, settings.secure());
        secret.flatMap(sessions::find).ifPresent(visitor::is);
        if (visitor.isSignedIn()) tellOnce(request, response);
        if (isTooWeakFor(path)) response.sendRedirect(ACCOUNT);
        else if (isOf(path, LEARNERS)) learners(request, response, chain, secret);
        else if (isSomebodyElses(path)) response.sendRedirect(signIn(request, secret));
        else if (isOf(path, ACCOUNT) && !visitor.isSignedIn()) response.sendRedirect(signIn(request, secret));
        else chain.doFilter(request, response);
    }

    /** That another browser was signed out is told on the first page after it, whichever that is. */
    private void tellOnce(HttpServletRequest request, HttpServletResponse response) {
        if (Cookies.read(request, SessionCookie.DISPLACED, settings.secure()).isEmpty()) return;
        visitor.displacedAnother();
        Cookies.write(response, SessionCookie.DISPLACED, "", Duration.ZERO, settings.secure());
    }

    private boolean isTooWeakFor(String path) {
        if (!visitor.isSignedIn() || strength.lack(visitor.session()) == Strength.Lack.NOTHING) return false;
        return !isOf(path, ACCOUNT) && !FOR_THE_WEAK.contains(path.replaceFirst("\\.xhtml$", ""));
    }

    private boolean isSomebodyElses(String path) {
        if (isOf(path, ORGANISATIONS)) return !visitor.isOrganisation();
        return isOf(path, ADMINISTRATORS) && !visitor.isAdministrator();
    }

    private void learners(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Optional<String> secret)
            throws IOException, ServletException {
        if (!visitor.isLearner()) response.sendRedirect(signIn(request, secret));
        else if (!own.mayLook())
            request.getRequestDispatcher("/identity-first.xhtml").forward(request, response);
        else chain.doFilter(request, response);
    }

    /** As the server understood it, decoded: {@code /%6Cearner/} is the learner's folder too. */
    static String place(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static boolean isOf(String path, String folder) {
        return path.startsWith(folder) || path.equals(folder.substring(0, folder.length() - 1));
    }

    private String signIn(HttpServletRequest request, Optional<String> secret) {
        var ended = secret.isPresent() && !visitor.isSignedIn();
        var query = "GET".equals(request.getMethod()) && request.getQueryString() != null
                ? "?" + request.getQueryString()
                : "";
        return "/sign-in?next=" + Languages.encode(request.getRequestURI() + query) + (ended ? "&ended=true" : "");
    }
}
