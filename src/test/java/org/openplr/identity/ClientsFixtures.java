package org.openplr.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Role;

/** Systems and how they prove themselves, for tests. */
final class ClientsFixtures {
    private ClientsFixtures() {}

    /** A system with a secret, that registers learners by the batch. */
    static NewClient withSecret(Instant now) {
        return wanted(now, "");
    }

    static NewClient withKey(Instant now, ECKey key) {
        return wanted(now, key.toPublicJWK().toJSONString());
    }

    static NewClient wanted(Instant now, String jwk) {
        return new NewClient(
                "Student records",
                Set.of(Role.REGISTRATION_BATCH, Role.REGISTRATION_VIEW),
                List.of(),
                now.plus(Duration.ofDays(90)),
                jwk);
    }

    static ClientOutcome.Done made(ClientOutcome outcome) {
        return (ClientOutcome.Done) outcome;
    }

    static String secret(ClientOutcome outcome) {
        return Objects.requireNonNull(made(outcome).secret()).text();
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What an assertion that is right says. */
    static JWTClaimsSet.Builder claims(String clientId, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience("http://localhost:9080/api/v1/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)));
    }

    static String signed(ECKey key, JWTClaimsSet claims) {
        return signed(key, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()), claims);
    }

    static String signed(ECKey key, JWSHeader.Builder header, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
