package org.openplr.edge.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.openplr.platform.OpenIdProvider;
import org.openplr.platform.SigningKey;

/** Our own keys with providers: what proves us to them (RFC 7523, {@code private_key_jwt}), and what is published. */
final class ClientKeys {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private ClientKeys() {}

    /** The public keys of all providers as a JWK set. */
    static String published(Collection<OpenIdProvider> providers) {
        var keys = providers.stream()
                .flatMap(provider -> provider.keys().stream())
                .map(ClientKeys::jwk)
                .distinct()
                .toList();
        return JSONObjectUtils.toJSONString(new JWKSet(keys).toJSONObject(true));
    }

    private static JWK jwk(SigningKey key) {
        return switch (key.pair().getPublic()) {
            case ECPublicKey curve ->
                new ECKey.Builder(Curve.P_256, curve)
                        .keyID(key.id())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .build();
            case RSAPublicKey rsa ->
                new RSAKey.Builder(rsa)
                        .keyID(key.id())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .build();
            default -> throw new IllegalStateException("a key for neither ES256 nor RS256");
        };
    }

    /** What the token endpoint wants besides the code: that it is us, said for it alone, once and for a minute. */
    static Map<String, String> proof(OpenIdProvider provider, URI audience, String id, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(provider.clientId())
                .subject(provider.clientId())
                .audience(audience.toString())
                .jwtID(id)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        var proof = new HashMap<String, String>();
        proof.put("client_id", provider.clientId());
        proof.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        proof.put("client_assertion", signed(provider.keys().getFirst(), claims));
        return proof;
    }

    private static String signed(SigningKey key, JWTClaimsSet claims) {
        try {
            var curve = key.pair().getPrivate() instanceof ECPrivateKey;
            var header = new JWSHeader.Builder(curve ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256)
                    .keyID(key.id())
                    .type(JOSEObjectType.JWT)
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(
                    key.pair().getPrivate() instanceof ECPrivateKey ec
                            ? new ECDSASigner(ec)
                            : new RSASSASigner(key.pair().getPrivate()));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("our key at a provider does not sign", broken);
        }
    }
}
