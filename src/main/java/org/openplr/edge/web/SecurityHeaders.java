package org.openplr.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser what a page may do: its own files only, in no frame, nothing inline, nothing kept. */
public class SecurityHeaders extends HttpFilter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", forSomeoneElse(request) ? "no-referrer" : "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
        if (isPage(request)) {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    /** Whether it is a page for someone with a code or a link: these need no cookie, so a form's origin may be hidden. */
    static boolean forSomeoneElse(HttpServletRequest request) {
        var path = SignedInOnly.place(request);
        return path.equals("/s") || path.equals("/check") || path.startsWith("/check/");
    }

    private static boolean isPage(HttpServletRequest request) {
        var path = SignedInOnly.place(request);
        return !path.startsWith("/api/") && !path.startsWith("/jakarta.faces.resource/");
    }
}
