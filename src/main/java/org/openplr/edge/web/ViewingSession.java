package org.openplr.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openplr.share.Opened;

/**
 * The cookies by which a browser looks again at the records it has opened, each for half an hour, without counting: one
 * a look, so that two records side by side do not take each other's. A look's id is a UUID of version 7, and so their
 * names say which is the oldest.
 */
final class ViewingSession {
    private static final String COOKIE = "openplr-view-";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final int MOST = 10;

    private ViewingSession() {}

    /** The sessions of this browser, the newest first. */
    static List<String> read(HttpServletRequest request, boolean secure) {
        return newest(request, secure).stream()
                .map(Map.Entry::getValue)
                .limit(MOST)
                .toList();
    }

    /** Keeps the session of a look beside those that there are; of too many the oldest go. */
    static void keep(HttpServletRequest request, HttpServletResponse response, Opened.Shown now, boolean secure) {
        var name = COOKIE + now.view();
        Cookies.write(response, name, now.session(), HALF_AN_HOUR, secure);
        newest(request, secure).stream()
                .map(Map.Entry::getKey)
                .filter(other -> !other.equals(name))
                .skip(MOST - 1L)
                .forEach(old -> Cookies.write(response, old, "", Duration.ZERO, secure));
    }

    private static List<Map.Entry<String, String>> newest(HttpServletRequest request, boolean secure) {
        return Cookies.all(request, COOKIE, secure).entrySet().stream()
                .filter(cookie -> !cookie.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .toList();
    }
}
