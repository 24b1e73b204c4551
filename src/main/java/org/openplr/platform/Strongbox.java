package org.openplr.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that have to be read again (AES-256-GCM), each for its own place: what was sealed for one place opens in
 * no other.
 *
 * <p>Keys rotate as those of a {@link Pepper} do: a setting reads {@code id:base64[,id:base64…]}, newest first. What is
 * sealed reads {@code id:base64url(nonce and text)}.
 */
public final class Strongbox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final String currentKey;
    private final Map<String, SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    private Strongbox(String currentKey, Map<String, SecretKey> keys) {
        this.currentKey = currentKey;
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads the keys from their setting.
     *
     * @throws IllegalArgumentException if it is not of the form above or a key has not 32 bytes
     */
    public static Strongbox parse(String setting) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var part : setting.split(",", -1)) {
            var colon = part.indexOf(':');
            if (colon < 1) throw new IllegalArgumentException("a key of the box reads id:base64[,id:base64…]");
            var key = Base64.getDecoder().decode(part.substring(colon + 1).strip());
            if (key.length != KEY_BYTES) throw new IllegalArgumentException("a key of the box has 32 bytes");
            keys.put(part.substring(0, colon).strip(), new SecretKeySpec(key, "AES"));
        }
        return new Strongbox(keys.firstEntry().getKey(), keys);
    }

    /** Seals a secret for this place. */
    public String seal(String place, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, currentKey, place, nonce, secret);
        var both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return currentKey + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /**
     * What was sealed for this place.
     *
     * @throws IllegalStateException if it was changed, was sealed for another place, or its key is gone
     */
    public byte[] open(String place, String sealed) {
        var colon = sealed.indexOf(':');
        if (colon < 1) throw new IllegalStateException("not sealed by this house");
        var both = Base64.getUrlDecoder().decode(sealed.substring(colon + 1));
        return run(
                Cipher.DECRYPT_MODE,
                sealed.substring(0, colon),
                place,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length));
    }

    private byte[] run(int mode, String keyId, String place, byte[] nonce, byte[] text) {
        var key = keys.get(keyId);
        if (key == null) throw new IllegalStateException("the box has no key " + keyId);
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("what was sealed does not open", changed);
        }
    }

    @Override
    public String toString() {
        return "Strongbox[" + currentKey + "]";
    }
}
