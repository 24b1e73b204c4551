package org.openplr.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Cookies for our own pages only: no script reads them, no other site sends them along with a form. */
final class Cookies {
    private Cookies() {}

    /** By HTTPS a cookie is of this host alone, and says so by its name; development has no HTTPS and another name. */
    static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    static Optional<String> read(HttpServletRequest request, String name, boolean secure) {
        if (request.getCookies() == null) return Optional.empty();
        for (var cookie : request.getCookies())
            if (cookie.getName().equals(name(name, secure))) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    /** Sets one for so long; for no time at all, it is deleted. */
    static void write(HttpServletResponse response, String name, String value, Duration life, boolean secure) {
        response.addHeader(
                "Set-Cookie",
                name(name, secure) + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                        + (secure ? "; Secure" : ""));
    }
}
