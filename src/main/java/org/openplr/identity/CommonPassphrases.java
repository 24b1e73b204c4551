package org.openplr.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passphrases that stood in breaches, read at first use; where they come from is in the folder of the list. */
final class CommonPassphrases {
    private static final String LIST = "/passphrases/common.txt";

    private CommonPassphrases() {}

    private static final class Held {
        static final Set<String> ALL = read();
    }

    /** Whether this is one of them, whatever its capitals. */
    static boolean contain(String passphrase) {
        return Held.ALL.contains(passphrase.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (var in = Objects.requireNonNull(CommonPassphrases.class.getResourceAsStream(LIST), LIST);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
