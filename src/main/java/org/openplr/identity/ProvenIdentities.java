package org.openplr.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.SignedTokens.Faulty;
import org.openplr.platform.OpenIdProvider;
import org.openplr.platform.Part;
import org.openplr.platform.WrittenDate;

/**
 * The identities that GOV.UK One Login proves: a JWT of its own in the answer of the userinfo endpoint, signed by another
 * issuer, and addresses beside it.
 */
@Part
public class ProvenIdentities {
    /** The claim with the signed identity. */
    public static final String CORE = "https://vocab.account.gov.uk/v1/coreIdentityJWT";

    /** The claim with the addresses. */
    public static final String ADDRESS = "https://vocab.account.gov.uk/v1/address";

    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT);

    private final SignedTokens tokens;

    @Inject
    ProvenIdentities(SignedTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a sign-in at this provider is only taken with a proven identity. */
    public boolean areRequired(OpenIdProvider provider) {
        return IdTokens.Trust.asksIdentity(provider.vtr());
    }

    /**
     * Adds the identity to whom the ID token named.
     *
     * @param claims what the userinfo endpoint answered
     * @throws KeySourceException where the keys cannot be had
     */
    public IdTokens.Checked check(
            OpenIdProvider provider,
            OpenIdProvider.Identity signer,
            JWKSource<SecurityContext> keys,
            ProviderIdentity who,
            Map<String, Object> claims)
            throws KeySourceException {
        try {
            SignedTokens.require(who.subject().equals(claims.get("sub")), TokenFault.SUBJECT);
            if (!(claims.get(CORE) instanceof String text)) {
                SignedTokens.require(!areRequired(provider), TokenFault.TRUST);
                return new IdTokens.Checked.Taken(who);
            }
            var core = tokens.open(text, TYPES, keys, signer.issuer(), provider.clientId());
            SignedTokens.require(who.subject().equals(core.getSubject()), TokenFault.SUBJECT);
            var vector = SignedTokens.text(core, "vot");
            SignedTokens.require(IdTokens.Trust.ofIdentity(provider.vtr(), vector), TokenFault.TRUST);
            if (!IdTokens.Trust.isProof(vector)) return new IdTokens.Checked.Taken(who);
            var proven = person(who, core, postcodes(claims)).orElseThrow(() -> new Faulty(TokenFault.MALFORMED));
            return new IdTokens.Checked.Taken(who.with(proven));
        } catch (Faulty wrong) {
            return new IdTokens.Checked.Refused(wrong.fault());
        }
    }

    private static Optional<ProvenIdentity> person(ProviderIdentity who, JWTClaimsSet core, List<String> postcodes) {
        var subject = part(core.getClaim("vc"), "credentialSubject");
        var names = objects(part(subject, "name"))
                .filter(name -> name.get("validUntil") == null)
                .findFirst();
        var born = objects(part(subject, "birthDate")).findFirst().flatMap(b -> date(b.get("value")));
        var parts =
                names.stream().flatMap(name -> objects(name.get("nameParts"))).toList();
        var given = values(parts, "GivenName");
        var family = String.join(" ", values(parts, "FamilyName"));
        if (born.isEmpty() || family.isEmpty()) return Optional.empty();
        return Optional.of(new ProvenIdentity(who.issuer(), who.subject(), given, family, born.get(), postcodes));
    }

    private static List<String> postcodes(Map<String, Object> claims) {
        return objects(claims.get(ADDRESS))
                .map(address -> address.get("postalCode"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .toList();
    }

    private static List<String> values(List<Map<?, ?>> parts, String type) {
        return parts.stream()
                .filter(part -> type.equals(part.get("type")))
                .map(part -> Objects.toString(part.get("value"), "").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static @Nullable Object part(@Nullable Object of, String name) {
        return of instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static Stream<Map<?, ?>> objects(@Nullable Object list) {
        return list instanceof List<?> all
                ? all.stream().filter(Map.class::isInstance).map(one -> (Map<?, ?>) one)
                : Stream.empty();
    }

    private static Optional<LocalDate> date(@Nullable Object text) {
        try {
            return text instanceof String day ? Optional.of(WrittenDate.iso(day)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
