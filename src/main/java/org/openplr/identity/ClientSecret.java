package org.openplr.identity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.openplr.platform.Ids;

/**
 * The secret of a system: {@code oplr_}, the key's id as 32 hexadecimal digits, 32 random bytes as base64url, and the
 * CRC-32 of all before it as 8 hexadecimal digits, with {@code _} between.
 *
 * <p>By its beginning a scanner knows a leaked one; by its end nearly all that only looks like one is refused before
 * anything is looked up.
 *
 * @param key the key's id, by which it is found
 * @param text the whole secret
 */
public record ClientSecret(UUID key, String text) {
    private static final Pattern FORM = Pattern.compile("(oplr_([0-9a-f]{32})_[A-Za-z0-9_-]{43}_)([0-9a-f]{8})");
    private static final int RANDOM_BYTES = 32;

    /** Draws a fresh secret for a key. */
    static ClientSecret draw(UUID key, Ids ids) {
        var most = "oplr_" + key.toString().replace("-", "") + "_" + ids.secretText(RANDOM_BYTES) + "_";
        return new ClientSecret(key, most + checksum(most));
    }

    /** Reads a secret; empty if it has not the form, or not the checksum. */
    static Optional<ClientSecret> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches() || !checksum(parts.group(1)).equals(parts.group(3))) return Optional.empty();
        return Optional.of(new ClientSecret(uuid(parts.group(2)), text));
    }

    /** Whether this text has the form and the checksum of one. */
    public static boolean isOne(String text) {
        return parse(text).isPresent();
    }

    /** How people tell one secret from another: its beginning, which proves nothing. */
    static String beginning(UUID key) {
        return "oplr_" + key.toString().replace("-", "").substring(0, 16) + "…";
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Override
    public String toString() {
        return "ClientSecret[" + key + "]";
    }
}
