package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.openplr.platform.Settings;

/**
 * Refuses forms that another site sends: browsers say where a request comes from, and what comes from elsewhere changes
 * nothing here. Requests with a bearer token carry no cookie and pass.
 */
public class SameOrigin extends HttpFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPreflight(request)) response.sendError(HttpServletResponse.SC_FORBIDDEN);
        else if ("TRACE".equals(request.getMethod())) response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        else if (SAFE.contains(request.getMethod())
                || SignedInOnly.place(request).startsWith("/api/")
                || ours(request)) chain.doFilter(request, response);
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** No page of another site may call anything here, so a browser that asks before it does (CORS) is told no. */
    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
    }

    private boolean ours(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return OURS.contains(site);
        var origin = request.getHeader("Origin");
        if (origin == null || (origin.equals("null") && SecurityHeaders.forSomeoneElse(request))) return true;
        var self = request.getScheme() + "://" + request.getHeader("Host");
        return origin.equals(self) || settings.link("").equals(origin);
    }
}
