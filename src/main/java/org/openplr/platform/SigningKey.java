package org.openplr.platform;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A key pair with an id, as a setting: {@code id:base64(PKCS#8):base64(SubjectPublicKeyInfo)}.
 *
 * @param id the key's id as it is published
 * @param pair the two keys
 */
public record SigningKey(String id, KeyPair pair) {
    /** The kinds of key in the house. */
    public enum Algorithm {
        /** ECDSA on P-256: tokens. */
        ES256("EC", 256),
        /** RSA: to identity providers that take nothing else. */
        RS256("RSA", 2_048),
        /** Ed25519: the ledger's checkpoints. */
        ED25519("Ed25519", 0);

        private final String javaName;
        private final int size;

        Algorithm(String javaName, int size) {
            this.javaName = javaName;
            this.size = size;
        }
    }

    /**
     * Reads a key from its setting.
     *
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static SigningKey parse(Algorithm algorithm, String setting) {
        var parts = setting.strip().split(":", -1);
        if (parts.length != 3) throw new IllegalArgumentException("a signing key reads id:base64(PKCS#8):base64(SPKI)");
        try {
            var factory = KeyFactory.getInstance(algorithm.javaName);
            var decoder = Base64.getDecoder();
            return new SigningKey(
                    parts[0],
                    new KeyPair(
                            factory.generatePublic(new X509EncodedKeySpec(decoder.decode(parts[2]))),
                            factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(parts[1])))));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("not a key of this kind", wrong);
        }
    }

    /** A fresh key, as a setting. */
    public static String generate(Algorithm algorithm, String id) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm.javaName);
            if (algorithm.size > 0) generator.initialize(algorithm.size);
            var pair = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            return id + ":" + encoder.encodeToString(pair.getPrivate().getEncoded()) + ":"
                    + encoder.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
