package org.openplr.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest, and how a Merkle tree makes one of others (RFC 6962, 2.1; unchanged in RFC 9162). */
public final class Hash {
    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The digest of these parts, one after the other. */
    static Hash of(byte[]... parts) {
        var digest = sha256();
        for (var part : parts) digest.update(part);
        return new Hash(digest.digest());
    }

    /** The hash of a leaf that holds this. */
    static Hash leaf(byte[] content) {
        return of(new byte[] {LEAF}, content);
    }

    static Hash leaf(Hash commitment) {
        return leaf(commitment.bytes);
    }

    static Hash node(Hash left, Hash right) {
        return of(new byte[] {NODE}, left.bytes, right.bytes);
    }

    /**
     * Reads a hash from base64.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Hash parse(String base64) {
        return ofBytes(Base64.getDecoder().decode(base64));
    }

    static Hash ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException("a hash has 32 bytes");
        return new Hash(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The hash as base64, 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
