package org.openplr.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.SignedTokens.Faulty;
import org.openplr.platform.OpenIdProvider;
import org.openplr.platform.Part;

/** ID tokens (OpenID Connect Core 1.0, 3.1.3.7): decides whether a provider's word for somebody is taken. */
@Part
public class IdTokens {
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT);

    private final SignedTokens tokens;

    @Inject
    IdTokens(SignedTokens tokens) {
        this.tokens = tokens;
    }

    /** What comes of a token. */
    public sealed interface Checked {
        /** It is taken. */
        record Taken(ProviderIdentity who) implements Checked {}

        /** It is not. */
        record Refused(TokenFault fault) implements Checked {}
    }

    /**
     * Looks at everything.
     *
     * @param nonce that this browser's request had
     * @throws KeySourceException where the provider's keys cannot be had
     */
    public Checked check(OpenIdProvider provider, JWKSource<SecurityContext> keys, String text, String nonce)
            throws KeySourceException {
        try {
            var claims = tokens.open(text, TYPES, keys, provider.issuer(), provider.clientId());
            var party = SignedTokens.text(claims, "azp");
            SignedTokens.require(
                    claims.getClaim("azp") == null || party.equals(provider.clientId()), TokenFault.AUDIENCE);
            SignedTokens.require(same(nonce, SignedTokens.text(claims, "nonce")), TokenFault.NONCE);
            return new Checked.Taken(who(provider, claims, text));
        } catch (Faulty wrong) {
            return new Checked.Refused(wrong.fault());
        }
    }

    private static ProviderIdentity who(OpenIdProvider provider, JWTClaimsSet claims, String text) throws Faulty {
        var subject = SignedTokens.subject(claims);
        var vot = SignedTokens.text(claims, "vot");
        var acr = SignedTokens.text(claims, "acr");
        SignedTokens.require(Trust.ofSignIn(provider.vtr(), vot), TokenFault.TRUST);
        SignedTokens.require(
                provider.acrValues().isEmpty() || provider.acrValues().contains(acr), TokenFault.TRUST);
        var said = new HashSet<>(Trust.parts(vot));
        said.add(acr);
        said.addAll(methods(claims));
        said.retainAll(provider.twoFactors());
        var sid = SignedTokens.text(claims, "sid");
        return new ProviderIdentity(
                provider.issuer(), subject, sid, !said.isEmpty(), text, authenticated(claims), Optional.empty());
    }

    private static Collection<String> methods(JWTClaimsSet claims) {
        try {
            @Nullable List<String> methods = claims.getStringListClaim("amr");
            return methods == null ? List.of() : methods;
        } catch (ParseException other) {
            return List.of();
        }
    }

    private static Optional<Instant> authenticated(JWTClaimsSet claims) {
        try {
            @Nullable Date when = claims.getDateClaim("auth_time");
            return Optional.ofNullable(when).map(Date::toInstant);
        } catch (ParseException other) {
            return Optional.empty();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Vectors of trust (RFC 8485), as GOV.UK One Login uses them: {@code Cl.Cm.P2}. */
    static final class Trust {
        private static final int PROOF = 2;

        private Trust() {}

        static List<String> parts(String vector) {
            return Arrays.stream(vector.split("\\.", -1))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** Whether a vector has all that one of those asked for says of signing in; none asked for, any will do. */
        static boolean ofSignIn(List<String> asked, String vector) {
            var got = parts(vector);
            return asked.isEmpty()
                    || asked.stream()
                            .map(Trust::parts)
                            .anyMatch(want -> want.stream()
                                    .filter(part -> !isIdentity(part))
                                    .allMatch(got::contains));
        }

        /** Whether somebody's identity has to be proved, whichever of those asked for is answered. */
        static boolean asksIdentity(List<String> asked) {
            return !asked.isEmpty() && asked.stream().allMatch(vector -> level(vector) > 0);
        }

        /** Whether the identity is proved as surely as the least of those asked for. */
        static boolean ofIdentity(List<String> asked, String vector) {
            return level(vector) >= asked.stream().mapToInt(Trust::level).min().orElse(0);
        }

        /** Whether it says so surely who somebody is that it may open a record: P2, whatever was asked for. */
        static boolean isProof(String vector) {
            return level(vector) >= PROOF;
        }

        private static boolean isIdentity(String part) {
            return part.matches("P[0-9]");
        }

        private static int level(String vector) {
            return parts(vector).stream()
                    .filter(Trust::isIdentity)
                    .mapToInt(part -> part.charAt(1) - '0')
                    .max()
                    .orElse(0);
        }
    }
}
