package org.openplr.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Part;

/**
 * What every token of a provider has to be: signed by a key that the provider publishes, in an algorithm of that key, by
 * whom it should be, for us alone, and of now. Keys that a header offers ({@code jwk}, {@code jku}, {@code x5u}) are
 * never looked at.
 */
@Part
class SignedTokens {
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 16_384;
    private static final int LONGEST_NAME = 255;

    private final InstantSource clock;

    @Inject
    SignedTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** A token that is not what it has to be. */
    static final class Faulty extends Exception {
        private final TokenFault fault;

        Faulty(TokenFault fault) {
            super(fault.reason(), null, false, false);
            this.fault = fault;
        }

        TokenFault fault() {
            return fault;
        }
    }

    /**
     * The claims of a token, if it is all that.
     *
     * @param types of the header; no type at all is taken as the first
     * @throws KeySourceException where the provider's keys cannot be had
     */
    JWTClaimsSet open(
            String text, Set<JOSEObjectType> types, JWKSource<SecurityContext> keys, String issuer, String audience)
            throws Faulty, KeySourceException {
        if (text.length() > LONGEST) throw new Faulty(TokenFault.MALFORMED);
        try {
            if (!(JWTParser.parse(text) instanceof SignedJWT jwt)) throw new Faulty(TokenFault.ALGORITHM);
            header(jwt, types);
            signature(jwt, keys);
            var claims = jwt.getJWTClaimsSet();
            require(issuer.equals(claims.getIssuer()), TokenFault.ISSUER);
            require(claims.getAudience().equals(List.of(audience)), TokenFault.AUDIENCE);
            ofNow(claims);
            return claims;
        } catch (ParseException | IllegalArgumentException | IllegalStateException foreign) {
            throw new Faulty(TokenFault.MALFORMED);
        }
    }

    private static void header(SignedJWT jwt, Set<JOSEObjectType> types) throws Faulty {
        var header = jwt.getHeader();
        require(
                ClientJwk.ALGORITHMS.contains(header.getAlgorithm()) && header.getCriticalParams() == null,
                TokenFault.ALGORITHM);
        @Nullable JOSEObjectType type = header.getType();
        require(type == null || types.contains(type), TokenFault.TYPE);
    }

    /** An unknown key id makes the source ask the provider anew, as often as it allows. */
    private static void signature(SignedJWT jwt, JWKSource<SecurityContext> keys) throws Faulty, KeySourceException {
        var candidates = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())), null);
        require(candidates.stream().anyMatch(key -> ClientJwk.signed(key.toJSONString(), jwt)), TokenFault.SIGNATURE);
    }

    private void ofNow(JWTClaimsSet claims) throws Faulty {
        @Nullable Date expires = claims.getExpirationTime();
        @Nullable Date issued = claims.getIssueTime();
        @Nullable Date begins = claims.getNotBeforeTime();
        require(expires != null && issued != null, TokenFault.MALFORMED);
        var now = clock.instant();
        require(moment(expires).plus(SKEW).isAfter(now), TokenFault.EXPIRED);
        require(!moment(issued).minus(SKEW).isAfter(now), TokenFault.NOT_YET);
        require(begins == null || !moment(begins).minus(SKEW).isAfter(now), TokenFault.NOT_YET);
    }

    private static Instant moment(@Nullable Date date) {
        return date == null ? Instant.EPOCH : date.toInstant();
    }

    /** Who it is about. */
    static String subject(JWTClaimsSet claims) throws Faulty {
        @Nullable String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_NAME)
            throw new Faulty(TokenFault.SUBJECT);
        return subject;
    }

    /** A claim that is text, or empty. */
    static String text(JWTClaimsSet claims, String name) throws Faulty {
        return claims.getClaim(name) instanceof String text && text.length() <= LONGEST_NAME ? text : "";
    }

    static void require(boolean fine, TokenFault otherwise) throws Faulty {
        if (!fine) throw new Faulty(otherwise);
    }
}
