package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openplr.identity.Sessions;
import org.openplr.platform.Settings;

/** Turns the session's cookie into who is looking, and keeps everybody's pages for those they are for. */
public class SignedInOnly extends HttpFilter {
    static final String COOKIE = "openplr-session";
    private static final String FACES = "faces";
    private static final String LEARNERS = "/learner/";
    private static final List<String> BEHIND_SIGN_IN = List.of(LEARNERS, "/organisation/", "/admin/", "/account/");

    @Inject
    private Sessions sessions;

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
        if (isAllowed(path, request, response, secret)) chain.doFilter(request, response);
    }

    /** Whether the page is for whoever looks; if not, they are answered. */
    private boolean isAllowed(
            String path, HttpServletRequest request, HttpServletResponse response, Optional<String> secret)
            throws IOException, ServletException {
        var right = Places.right(path);
        if (right.isPresent() ? right.get().isForAnybody() : isNoPage(path, request)) return true;
        if (!visitor.isSignedIn() && isBehindSignIn(path)) response.sendRedirect(signIn(request, secret));
        else if (right.isEmpty() || !visitor.has(right.get())) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (visitor.isLearner() && isOf(path, LEARNERS) && !own.mayLook())
            request.getRequestDispatcher("/identity-first.xhtml").forward(request, response);
        else return true;
        return false;
    }

    /** Neither a page nor among any: of the servlets the build sees to it that each has its right. */
    private static boolean isNoPage(String path, HttpServletRequest request) {
        var servlet = request.getHttpServletMapping().getServletName();
        return !FACES.equals(servlet) && !isBehindSignIn(path);
    }

    /** Nobody learns without signing in which pages there are behind it. */
    private static boolean isBehindSignIn(String path) {
        return BEHIND_SIGN_IN.stream().anyMatch(folder -> isOf(path, folder));
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
