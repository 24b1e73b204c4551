package org.openplr.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app (RFC 6238, 30 seconds, six digits), as it is on a phone: written apart from the code that checks.
 *
 * @param secret in base32, as it was typed into the app
 */
public record AuthenticatorApp(String secret) {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The code that it shows so many steps after the one of this moment. */
    public String code(Instant moment, int stepsLater) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            var step = Math.floorDiv(moment.getEpochSecond(), 30L) + stepsLater;
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(8).putLong(0, step).array()));
            var number = hash.getInt(hash.get(19) & 0xF) & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        var held = 0L;
        var bits = 0;
        for (var i = 0; i < secret.length(); i++) {
            held = (held << 5) | BASE_32.indexOf(secret.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
