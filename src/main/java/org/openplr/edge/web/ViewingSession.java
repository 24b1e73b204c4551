package org.openplr.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** The cookie by which a browser looks again at the record it has opened, for half an hour, without counting. */
final class ViewingSession {
    private static final String COOKIE = "openplr-view";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private ViewingSession() {}

    static Optional<String> read(HttpServletRequest request, boolean secure) {
        return Cookies.read(request, COOKIE, secure).filter(c -> !c.isEmpty());
    }

    static void keep(HttpServletResponse response, String session, boolean secure) {
        Cookies.write(response, COOKIE, session, HALF_AN_HOUR, secure);
    }
}
