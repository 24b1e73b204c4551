package org.openplr.app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks when it sends a learner here (RFC 6749, 4.1.1; RFC 7636, 4.3), as it came.
 *
 * @param query the whole of it, to ask the same again after sign-in
 */
public record AppRequest(String query, Map<String, List<String>> parameters) {
    private static final int LONGEST = 4_000;

    public AppRequest {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a query; one that cannot be read asks nothing. */
    public static AppRequest read(@Nullable String query) {
        if (query == null || query.length() > LONGEST) return new AppRequest("", Map.of());
        var read = new LinkedHashMap<String, List<String>>();
        try {
            for (var pair : query.split("&", -1)) {
                var parts = pair.split("=", 2);
                read.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : decoded(parts[1]));
            }
        } catch (IllegalArgumentException garbage) {
            return new AppRequest("", Map.of());
        }
        return new AppRequest(query, read);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** What is said under this name; empty where nothing is, or it is said twice. */
    Optional<String> one(String name) {
        return Optional.ofNullable(parameters.get(name))
                .filter(values -> values.size() == 1)
                .map(List::getFirst)
                .filter(value -> !value.isEmpty());
    }

    /** Whether an app asks at all: a person may come here by hand. */
    public boolean asksSomething() {
        return has("client_id");
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** Whether something is said twice. */
    boolean repeatsItself() {
        return parameters.values().stream().anyMatch(values -> values.size() > 1);
    }

    @Override
    public String toString() {
        return "AppRequest[…]";
    }
}
