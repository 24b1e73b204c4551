package org.openplr.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238): HMAC-SHA-1, steps of 30 seconds, six digits: what every authenticator app
 * does. SHA-1's weakness is its collisions; an HMAC does not rest on them.
 */
final class Totp {
    static final Duration STEP = Duration.ofSeconds(30);
    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;

    private static final int MODULUS = 1_000_000;
    private static final int ALPHABET_BITS = 5;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }

    /** The step whose code this is: that of now, the one before or the one after; empty for any other. */
    static OptionalLong match(byte[] secret, String code, Instant now) {
        var found = OptionalLong.empty();
        var given = code.getBytes(StandardCharsets.US_ASCII);
        var current = stepAt(now);
        for (var step = current - 1; step <= current + 1; step++) {
            var expected = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, given)) found = OptionalLong.of(step);
        }
        return found;
    }

    /** Base32 (RFC 4648) without padding: how apps want the secret. */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        var held = 0;
        var bits = 0;
        for (var octet : secret) {
            held = (held << Byte.SIZE) | (octet & 0xFF);
            bits += Byte.SIZE;
            while (bits >= ALPHABET_BITS) {
                bits -= ALPHABET_BITS;
                text.append(BASE_32.charAt((held >> bits) & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.append(BASE_32.charAt((held << (ALPHABET_BITS - bits)) & 0x1F));
        return text.toString();
    }
}
