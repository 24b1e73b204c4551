package org.openplr.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** Codes of messages: worked out of a keyed digest, so that they are kept nowhere and may be written again. */
public final class SixDigits {
    private static final int BOUND = 1_000_000;

    private SixDigits() {}

    /** The code of a digest of at least eight bytes, base64url. */
    public static String of(String digest) {
        var bytes = Base64.getUrlDecoder().decode(digest);
        return String.format(
                Locale.ROOT,
                "%06d",
                Long.remainderUnsigned(ByteBuffer.wrap(bytes).getLong(), BOUND));
    }

    /** Whether this was typed, blanks apart. */
    public static boolean isRight(String code, String typed) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII),
                typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8));
    }
}
