package org.openplr.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which given names may be one: each line of {@code nicknames.csv} is a name and what else its bearers are called. */
final class Nicknames {
    private static final Map<String, Set<String>> GROUPS = read();

    private Nicknames() {}

    /** What names like this one stand for, in a fixed order; the name itself where nothing is known. */
    static Set<String> canon(String name) {
        return GROUPS.getOrDefault(name, Set.of(name));
    }

    private static Map<String, Set<String>> read() {
        var groups = new HashMap<String, Set<String>>();
        for (var line : lines("/matching/nicknames.csv")) {
            var names = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            for (var name : names)
                groups.computeIfAbsent(name, _ -> new TreeSet<>()).add(names.getFirst());
        }
        return groups;
    }

    /** The lines of a file of ours that say something. */
    static List<String> lines(String resource) {
        try (InputStream file = Nicknames.class.getResourceAsStream(resource)) {
            var text = new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
