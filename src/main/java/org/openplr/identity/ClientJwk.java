package org.openplr.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/**
 * The public keys that a system may have (RFC 7517), and what each verifies: P-256 by ES256, RSA of 2048 to 4096 bits by
 * PS256 or RS256, Ed25519 by EdDSA. The algorithm is the key's, whatever a token says of itself.
 */
final class ClientJwk {
    /** What the metadata of RFC 8414 tells. */
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256, JWSAlgorithm.EdDSA);

    private static final String FIELD = "jwk";
    private static final int LONGEST = 8_000;
    private static final int LONGEST_ID = 100;
    private static final int SMALLEST_RSA = 2_048;
    private static final int LARGEST_RSA = 4_096;
    private static final BigInteger USUAL_EXPONENT = BigInteger.valueOf(65_537);
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ED25519_BYTES = 32;

    private ClientJwk() {}

    /**
     * Takes a public key that somebody gives us: as JSON, with what verifies and its id, and nothing else.
     *
     * @throws Mistake UNPROCESSABLE with the fault {@code jwk-unreadable}, {@code jwk-private} or {@code jwk-kind}
     */
    static String take(String text) {
        if (text.length() > LONGEST) throw fault("jwk-unreadable");
        var key = parse(text);
        if (key.isPrivate()) throw fault("jwk-private");
        var use = key.getKeyUse();
        var id = key.getKeyID() == null ? "" : key.getKeyID();
        if (algorithms(key).isEmpty() || (use != null && !KeyUse.SIGNATURE.equals(use))) throw fault("jwk-kind");
        if (!id.matches("[\\x21-\\x7e]{0," + LONGEST_ID + "}")) throw fault("jwk-unreadable");
        var kept = new LinkedHashMap<String, Object>(key.getRequiredParams());
        if (!id.isEmpty()) kept.put("kid", id);
        if (key.getAlgorithm() != null) kept.put("alg", key.getAlgorithm().getName());
        return JSONObjectUtils.toJSONString(kept);
    }

    private static JWK parse(String text) {
        try {
            return JWK.parse(text);
        } catch (ParseException | IllegalArgumentException | IllegalStateException none) {
            throw fault("jwk-unreadable");
        }
    }

    private static Mistake fault(String code) {
        return Mistake.unprocessable(Fault.at(FIELD, code));
    }

    private static Set<JWSAlgorithm> algorithms(JWK key) {
        var able = switch (key) {
            case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> Set.of(JWSAlgorithm.ES256);
            case RSAKey rsa when fine(rsa) -> Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);
            case OctetKeyPair pair when fine(pair) -> Set.of(JWSAlgorithm.EdDSA);
            default -> Set.<JWSAlgorithm>of();
        };
        var said = key.getAlgorithm();
        if (said == null) return able;
        return able.stream().anyMatch(said::equals) ? Set.of(new JWSAlgorithm(said.getName())) : Set.of();
    }

    private static boolean fine(RSAKey key) {
        var bits = key.getModulus().decodeToBigInteger().bitLength();
        return bits >= SMALLEST_RSA
                && bits <= LARGEST_RSA
                && USUAL_EXPONENT.equals(key.getPublicExponent().decodeToBigInteger());
    }

    private static boolean fine(OctetKeyPair key) {
        return Curve.Ed25519.equals(key.getCurve()) && key.getX().decode().length == ED25519_BYTES;
    }

    /** How people tell one key from another: its id, or else the beginning of its thumbprint (RFC 7638). */
    static String label(String kept) {
        try {
            var key = JWK.parse(kept);
            return key.getKeyID() == null ? key.computeThumbprint().toString().substring(0, 12) + "…" : key.getKeyID();
        } catch (ParseException | JOSEException broken) {
            throw new IllegalStateException("a key that was taken", broken);
        }
    }

    /** Whether this key signed this token. */
    static boolean signed(String kept, SignedJWT token) {
        try {
            var key = JWK.parse(kept);
            var header = token.getHeader();
            if (!algorithms(key).contains(header.getAlgorithm()) || header.getCriticalParams() != null) return false;
            if (header.getKeyID() != null
                    && key.getKeyID() != null
                    && !header.getKeyID().equals(key.getKeyID())) return false;
            return switch (key) {
                case ECKey ec -> token.verify(new ECDSAVerifier(ec));
                case RSAKey rsa -> token.verify(new RSASSAVerifier(rsa));
                case OctetKeyPair pair -> ed25519(pair, token);
                default -> false;
            };
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalStateException foreign) {
            return false;
        }
    }

    /** By Java itself: Nimbus would want another library for it. */
    private static boolean ed25519(OctetKeyPair key, SignedJWT token) throws GeneralSecurityException {
        var encoded = new byte[ED25519_SPKI.length + ED25519_BYTES];
        System.arraycopy(ED25519_SPKI, 0, encoded, 0, ED25519_SPKI.length);
        System.arraycopy(key.getX().decode(), 0, encoded, ED25519_SPKI.length, ED25519_BYTES);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(token.getSigningInput());
        return verifier.verify(token.getSignature().decode());
    }

    /** The names of the algorithms, in their order. */
    static List<String> names() {
        return ALGORITHMS.stream().map(JWSAlgorithm::getName).sorted().toList();
    }
}
