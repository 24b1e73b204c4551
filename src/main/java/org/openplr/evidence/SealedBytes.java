package org.openplr.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The bytes of a file, sealed with AES-256-GCM for that file: in another's place they do not open. The nonce stands first. */
final class SealedBytes {
    static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private SealedBytes() {}

    static byte[] seal(SecretKeySpec key, UUID file, byte[] nonce, byte[] content) {
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, file, nonce);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(content.length));
            cipher.doFinal(content, 0, content.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException if it was changed, is of another file, or the key is another
     */
    static byte[] open(SecretKeySpec key, UUID file, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, file, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("evidence that was sealed does not open", changed);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, UUID file, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("evidence-file:" + file).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
