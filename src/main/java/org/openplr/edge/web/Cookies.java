package org.openplr.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** Those whose name is this beginning and a UUID, by their names as they are written. */
    static Map<String, String> all(HttpServletRequest request, String beginning, boolean secure) {
        if (request.getCookies() == null) return Map.of();
        var pattern =
                Pattern.compile(Pattern.quote(name("", secure)) + "(" + Pattern.quote(beginning) + "[0-9a-f-]{36})");
        var found = new HashMap<String, String>();
        for (var cookie : request.getCookies()) {
            var named = pattern.matcher(cookie.getName());
            if (named.matches()) found.put(named.group(1), cookie.getValue());
        }
        return found;
    }

    /** Sets one for so long; for no time at all, it is deleted. */
    static void write(HttpServletResponse response, String name, String value, Duration life, boolean secure) {
        response.addHeader(
                "Set-Cookie",
                name(name, secure) + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                        + (secure ? "; Secure" : ""));
    }
}
