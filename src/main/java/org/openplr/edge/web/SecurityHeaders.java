package org.openplr.edge.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openplr.platform.Ids;
import org.openplr.platform.Settings;

/**
 * Tells the browser what a page may do: its own files only and of scripts only those that the page itself names by this
 * answer's nonce, in no frame, nothing inline, nothing kept.
 */
public class SecurityHeaders extends HttpFilter {
    /** Under which name pages find the nonce. */
    static final String NONCE = "nonce";

    private static final String CSP = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'; connect-src 'self'; font-src 'self'; object-src 'none'";
    private static final String NOTHING_OF_THE_DEVICE = Stream.of(
                    "accelerometer",
                    "autoplay",
                    "bluetooth",
                    "browsing-topics",
                    "camera",
                    "display-capture",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "screen-wake-lock",
                    "serial",
                    "usb")
            .map(feature -> feature + "=()")
            .collect(Collectors.joining(", "));
    private static final int NONCE_BYTES = 16;

    @Inject
    private Settings settings;

    @Inject
    private Ids ids;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", forSomeoneElse(request) ? "no-referrer" : "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        // Not for development: a browser would keep it, and every other server on localhost has no HTTPS.
        if (settings.secure()) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        var place = SignedInOnly.place(request);
        if (!place.startsWith("/api/")) page(request, response);
        if (!place.startsWith("/api/") && !place.startsWith("/jakarta.faces.resource/"))
            response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }

    /**
     * Lets the forms of this page lead to one other place besides ours: browsers ask also of where the answer to a form
     * sends them. An IPv6 address has no place in a policy: there it is its scheme.
     */
    static void formsMayLeadTo(HttpServletRequest request, HttpServletResponse response, URI place) {
        var host = place.getHost().startsWith("[")
                ? place.getScheme() + ":"
                : place.getScheme() + "://" + place.getRawAuthority();
        var policy = POLICY.replace("form-action 'self'", "form-action 'self' " + host);
        response.setHeader(CSP, policy + script(request.getAttribute(NONCE)));
    }

    private static String script(Object nonce) {
        return "; script-src 'nonce-" + nonce + "'";
    }

    /** Whether it is a page for someone with a code or a link: these need no cookie, so a form's origin may be hidden. */
    static boolean forSomeoneElse(HttpServletRequest request) {
        var path = SignedInOnly.place(request);
        return path.equals("/s") || path.equals("/check") || path.startsWith("/check/");
    }

    /** Whatever is no answer of the REST interface may turn out a page, be it that there is none. */
    private void page(HttpServletRequest request, HttpServletResponse response) {
        var nonce = ids.secretText(NONCE_BYTES);
        request.setAttribute(NONCE, nonce);
        response.setHeader(CSP, POLICY + script(nonce));
        response.setHeader("X-Frame-Options", "DENY");
    }
}
