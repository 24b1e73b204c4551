package org.openplr.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Verifies signatures of one key by one algorithm, ES256: what a token's header says of itself decides nothing. */
final class TokenSignature {
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+");
    private static final int SIGNATURE_CHARACTERS = 86;

    private final String keyId;
    private final ECDSAVerifier verifier;

    TokenSignature(String keyId, ECPublicKey key) {
        this.keyId = keyId;
        try {
            this.verifier = new ECDSAVerifier(key);
        } catch (JOSEException wrong) {
            throw new IllegalArgumentException("no key for ES256", wrong);
        }
    }

    /** The signed object, if the signature is ours. */
    Optional<JWSObject> verified(String compact) {
        if (!COMPACT.matcher(compact).matches()) return Optional.empty();
        if (compact.length() - compact.lastIndexOf('.') - 1 != SIGNATURE_CHARACTERS) return Optional.empty();
        try {
            var signed = JWSObject.parse(compact);
            var header = signed.getHeader();
            var ours = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && keyId.equals(header.getKeyID())
                    && header.getCriticalParams() == null
                    && signed.verify(verifier);
            return ours ? Optional.of(signed) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException foreign) {
            return Optional.empty();
        }
    }
}
