package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openplr.helping.Helping;
import org.openplr.identity.Sessions;
import org.openplr.identity.Strength;
import org.openplr.party.Right;
import org.openplr.platform.Settings;

/** Turns the session's cookie into who is looking, and keeps everybody's pages for those they are for. */
public class SignedInOnly extends HttpFilter {
    static final String COOKIE = "openplr-session";
    private static final String FACES = "faces";
    private static final String PAGE = ".xhtml";
    private static final String LEARNERS = "/learner/";
    private static final List<String> BEHIND_SIGN_IN =
            List.of(LEARNERS, "/organisation/", "/admin/", "/account/", "/helping/");

    /** What whoever did not prove it strongly enough has: their account, with the way to do so, the way out, and help. */
    private static final Set<Right> OF_THE_WEAK = EnumSet.of(Right.READ_ABOUT, Right.SIGN_IN, Right.CHANGE_SIGN_IN);

    @Inject
    private Sessions sessions;

    @Inject
    private Helping helping;

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
        secret.flatMap(sessions::find).ifPresent(session -> visitor.is(session, helping.acting(session)));
        if (!isAllowed(path, request, response, secret)) return;
        if (visitor.isSignedIn()) tellOnce(request, response);
        chain.doFilter(request, response);
    }

    /** That another browser was signed out is told on the first page after it, whichever that is. */
    private void tellOnce(HttpServletRequest request, HttpServletResponse response) {
        if (Cookies.read(request, SessionCookie.DISPLACED, settings.secure()).isEmpty()) return;
        visitor.displacedAnother();
        Cookies.write(response, SessionCookie.DISPLACED, "", Duration.ZERO, settings.secure());
    }

    /** Whether the page is for whoever looks; if not, they are answered. */
    private boolean isAllowed(
            String path, HttpServletRequest request, HttpServletResponse response, Optional<String> secret)
            throws IOException, ServletException {
        var right = Places.right(path);
        if (right.isPresent() && isTooWeakFor(right.get())) {
            response.sendRedirect("/account/");
            return false;
        }
        if (right.isPresent() ? right.get().isForAnybody() : isNoPage(path, request)) return true;
        if (!visitor.isSignedIn() && isBehindSignIn(path)) response.sendRedirect(signIn(request, secret));
        else if (right.isEmpty() || !visitor.has(right.get())) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (visitor.isForLearner() && isOf(path, LEARNERS) && !own.mayLook())
            request.getRequestDispatcher("/identity-first.xhtml").forward(request, response);
        else return true;
        return false;
    }

    private boolean isTooWeakFor(Right right) {
        return visitor.isSignedIn()
                && !OF_THE_WEAK.contains(right)
                && strength.lack(visitor.session()) != Strength.Lack.NOTHING;
    }

    /** Neither a page nor among any: of the servlets the build sees to it that each has its right. */
    private static boolean isNoPage(String path, HttpServletRequest request) {
        return !isPage(request) && !isBehindSignIn(path);
    }

    static boolean isPage(HttpServletRequest request) {
        return FACES.equals(request.getHttpServletMapping().getServletName());
    }

    /** Nobody learns without signing in which pages there are behind it. */
    private static boolean isBehindSignIn(String path) {
        return BEHIND_SIGN_IN.stream().anyMatch(folder -> isOf(path, folder));
    }

    /** As the server understood it, decoded: {@code /%6Cearner/} is the learner's folder too. */
    static String place(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    /** A page's name, which its address may leave the ending of out. */
    static String page(String place) {
        return place.endsWith(PAGE) ? place.substring(0, place.length() - PAGE.length()) : place;
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
