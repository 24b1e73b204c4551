package org.openplr.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.SignedTokens.Faulty;
import org.openplr.platform.OpenIdProvider;
import org.openplr.platform.Service;

/**
 * A provider tells that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): what came of it here ends at
 * once, on every node at the next request.
 */
@Service
public class ProviderSignOut {
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("logout+jwt"));
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final SignedTokens tokens;
    private final ProviderSessions sessions;

    @Inject
    ProviderSignOut(SignedTokens tokens, ProviderSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * Ends the sessions that a logout token names.
     *
     * @return what is wrong with the token, or empty where it was followed
     * @throws KeySourceException where the provider's keys cannot be had
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<TokenFault> with(OpenIdProvider provider, JWKSource<SecurityContext> keys, String text)
            throws KeySourceException {
        try {
            var claims = tokens.open(text, TYPES, keys, provider.issuer(), provider.clientId());
            var subject = SignedTokens.text(claims, "sub");
            var sid = SignedTokens.text(claims, "sid");
            SignedTokens.require(!subject.isEmpty() || !sid.isEmpty(), TokenFault.SUBJECT);
            SignedTokens.require(isLogout(claims), TokenFault.TYPE);
            @Nullable String id = claims.getJWTID();
            SignedTokens.require(id != null && !id.isBlank(), TokenFault.MALFORMED);
            var until = claims.getExpirationTime().toInstant().plus(SignedTokens.SKEW);
            var first = sessions.end(provider.issuer(), subject, sid, String.valueOf(id), until);
            return first ? Optional.empty() : Optional.of(TokenFault.REPLAYED);
        } catch (Faulty wrong) {
            return Optional.of(wrong.fault());
        }
    }

    /** It says what happened, and is no ID token, which has a nonce. */
    private static boolean isLogout(JWTClaimsSet claims) {
        return claims.getClaim("nonce") == null
                && claims.getClaim("events") instanceof Map<?, ?> events
                && events.get(EVENT) instanceof Map<?, ?>;
    }
}
