package org.openplr.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ledger's head at some time, as its signed note says it (C2SP tlog-checkpoint and signed-note).
 *
 * @param origin whose ledger it is; the name of the key, too
 * @param size how many entries were sealed
 * @param root the root of the tree over them
 * @param note the text with its Ed25519 signature, as it is published
 */
public record Checkpoint(String origin, long size, Hash root, String note) {
    private static final Pattern BODY = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n");

    static String body(String origin, long size, Hash root) {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads the body of a note whose signature holds; empty if it is no checkpoint. */
    static Optional<Checkpoint> read(String body, String note) {
        var lines = BODY.matcher(body);
        if (!lines.matches()) return Optional.empty();
        try {
            var size = Long.parseLong(lines.group(2));
            return Optional.of(new Checkpoint(lines.group(1), size, Hash.parse(lines.group(3)), note));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
