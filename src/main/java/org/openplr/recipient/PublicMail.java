package org.openplr.recipient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains where anybody gets an address: one there proves nothing about an organisation. */
final class PublicMail {
    private static final String LIST = "/recipients/public-mail-domains.txt";
    private static final Set<String> DOMAINS = read();

    private PublicMail() {}

    /** Whether this domain, or one above it, is on the list. */
    static boolean has(String domain) {
        for (var rest = domain; rest.contains("."); rest = rest.substring(rest.indexOf('.') + 1))
            if (DOMAINS.contains(rest)) return true;
        return false;
    }

    private static Set<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublicMail.class.getResourceAsStream(LIST), LIST), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
