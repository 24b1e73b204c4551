package org.openplr.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Cookies for our own pages only: no script reads them, no other site sends them along with a form. */
final class Cookies {
    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        if (request.getCookies() == null) return Optional.empty();
        for (var cookie : request.getCookies())
            if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    /** Sets one for so long; for no time at all, it is deleted. */
    static void write(HttpServletResponse response, String name, String value, Duration life, boolean secure) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                        + (secure ? "; Secure" : ""));
    }
}
