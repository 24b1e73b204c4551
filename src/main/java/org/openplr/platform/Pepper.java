package org.openplr.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests of secrets (HMAC-SHA-256): what the database holds instead of them.
 *
 * <p>One pepper for each use, so that a digest of one kind is never one of another. Keys rotate: a digest is kept with
 * the id of its key, and an older key still verifies. A setting reads {@code id:base64[,id:base64…]}, newest first.
 */
public final class Pepper {
    private static final int FEWEST_DIFFERENT = 18;

    private final String currentKey;
    private final Map<String, SecretKeySpec> keys;

    private Pepper(String currentKey, Map<String, SecretKeySpec> keys) {
        this.currentKey = currentKey;
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a pepper from its setting.
     *
     * @throws IllegalArgumentException if it is not of the form above or a key has less than 32 bytes
     */
    public static Pepper parse(String setting) {
        var keys = new HashMap<String, SecretKeySpec>();
        var newest = "";
        for (var part : setting.split(",", -1)) {
            var colon = part.indexOf(':');
            if (colon < 1) throw new IllegalArgumentException("a pepper reads id:base64[,id:base64…]");
            var id = part.substring(0, colon).strip();
            var key = Base64.getDecoder().decode(part.substring(colon + 1).strip());
            if (key.length < 32) throw new IllegalArgumentException("a pepper has at least 32 bytes");
            keys.put(id, new SecretKeySpec(key, "HmacSHA256"));
            if (newest.isEmpty()) newest = id;
        }
        return new Pepper(newest, keys);
    }

    /** The id of the key that {@link #digest(String)} uses now. */
    public String currentKey() {
        return currentKey;
    }

    /** Every key's id: a secret that is looked up by its digest is looked up under each. */
    public java.util.Set<String> keyIds() {
        return keys.keySet();
    }

    /**
     * Whether a key of it can be guessed to be no random one: 32 random bytes have some 30 different values, a word
     * repeated, a line of zeros or a phrase has few.
     */
    boolean isWeak() {
        return keys.values().stream().anyMatch(key -> differentBytes(key.getEncoded()) < FEWEST_DIFFERENT);
    }

    /** Whether a key of it is also one of the other's. */
    boolean sharesKeyWith(Pepper other) {
        return keys.values().stream()
                .anyMatch(key -> other.keys.values().stream()
                        .anyMatch(theirs -> MessageDigest.isEqual(key.getEncoded(), theirs.getEncoded())));
    }

    private static long differentBytes(byte[] key) {
        return IntStream.range(0, key.length).map(i -> key[i]).distinct().count();
    }

    /** The digest under the current key, base64url, 43 characters. */
    public String digest(String secret) {
        return digest(currentKey, secret);
    }

    /** The digest under a named key; under a key that is no longer known, one that matches nothing. */
    public String digest(String keyId, String secret) {
        var key = keys.get(keyId);
        if (key == null) return "";
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(key, secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this secret has this digest, in constant time. */
    public boolean matches(String keyId, String expectedDigest, String secret) {
        var given = digest(keyId, secret).getBytes(StandardCharsets.US_ASCII);
        var expected = expectedDigest.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, expected) && expected.length > 0;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Pepper[" + currentKey + "]";
    }
}
