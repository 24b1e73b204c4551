package org.openplr.edge.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, in a few words that its owner knows it by: names only, no version. */
final class BrowserName {
    private static final List<List<String>> BROWSERS = List.of(
            List.of("Edg", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("SamsungBrowser", "Samsung Internet"),
            List.of("Firefox", "Firefox"),
            List.of("FxiOS", "Firefox"),
            List.of("CriOS", "Chrome"),
            List.of("Chrome", "Chrome"),
            List.of("Safari", "Safari"));
    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Android", "Android"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Windows", "Windows"),
            List.of("CrOS", "ChromeOS"),
            List.of("Mac OS X", "Mac"),
            List.of("Linux", "Linux"));

    private BrowserName() {}

    /** {@code Firefox, Windows}; empty where neither is known. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) return "";
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(List<List<String>> known, String userAgent) {
        return known.stream()
                .filter(pair -> userAgent.contains(pair.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }
}
