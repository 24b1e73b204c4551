package org.openplr.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;

/**
 * JWTs by which systems prove themselves (RFC 7523): of themselves, for us, of now, shown once. What a header offers as a
 * key ({@code jwk}, {@code jku}, {@code x5u}) is never looked at: the keys are those that the organisation gave us.
 */
@Part
class ClientAssertions {
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int LONGEST = 4_096;
    private static final int LONGEST_ID = 255;
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

    private final Set<String> us;
    private final InstantSource clock;

    @Inject
    ClientAssertions(Settings settings, InstantSource clock) {
        this.us = Set.of(settings.link(""), settings.link(AccessTokens.ENDPOINT));
        this.clock = clock;
    }

    /** An assertion that is in order but for its signature, which only its sender's keys can tell. */
    record Presented(SignedJWT jwt, String clientId, String id, Instant expires) {}

    /** Who says to have signed it, whether they did or not; empty where that cannot be read. */
    static String issuer(String text) {
        try {
            var issuer = text.length() > LONGEST
                    ? null
                    : SignedJWT.parse(text).getJWTClaimsSet().getIssuer();
            return issuer == null ? "" : issuer;
        } catch (ParseException | IllegalArgumentException foreign) {
            return "";
        }
    }

    /** Reads one; whatever is wrong with it shows before anything is looked up. */
    Optional<Presented> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            var jwt = SignedJWT.parse(text);
            var header = jwt.getHeader();
            if (!ClientJwk.ALGORITHMS.contains(header.getAlgorithm()) || header.getCriticalParams() != null)
                return Optional.empty();
            if (header.getType() != null && !TYPES.contains(header.getType())) return Optional.empty();
            return presented(jwt, jwt.getJWTClaimsSet());
        } catch (ParseException | IllegalArgumentException | IllegalStateException foreign) {
            return Optional.empty();
        }
    }

    private Optional<Presented> presented(SignedJWT jwt, JWTClaimsSet claims) {
        @Nullable String who = claims.getIssuer();
        @Nullable String id = claims.getJWTID();
        @Nullable Date expires = claims.getExpirationTime();
        if (who == null || id == null || expires == null || !who.equals(claims.getSubject())) return Optional.empty();
        if (id.isBlank() || id.length() > LONGEST_ID || !forUs(claims.getAudience())) return Optional.empty();
        return ofNow(claims, expires.toInstant())
                ? Optional.of(new Presented(jwt, who, id, expires.toInstant()))
                : Optional.empty();
    }

    /** For us and nobody else: one that others get too could be shown here by them. */
    private boolean forUs(List<String> audience) {
        return !audience.isEmpty() && us.containsAll(audience);
    }

    private boolean ofNow(JWTClaimsSet claims, Instant expires) {
        var now = clock.instant();
        var latest = now.plus(AccessTokens.SKEW);
        @Nullable Date issued = claims.getIssueTime();
        @Nullable Date begins = claims.getNotBeforeTime();
        return expires.plus(AccessTokens.SKEW).isAfter(now)
                && !expires.isAfter(latest.plus(LIFE))
                && (issued == null || !issued.toInstant().isAfter(latest))
                && (begins == null || !begins.toInstant().isAfter(latest));
    }

    /** The key of this system that signed it. */
    Optional<ClientKey> signer(Presented presented, ClientKey.Holder holder) {
        return holder.keys().stream()
                .filter(key -> key.key().kind() == ApiClient.KeyKind.PUBLIC)
                .filter(key -> ClientJwk.signed(key.jwk(), presented.jwt()))
                .findFirst();
    }
}
