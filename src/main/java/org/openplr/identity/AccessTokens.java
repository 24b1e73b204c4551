package org.openplr.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;

/**
 * Bearer tokens: MicroProfile-JWT-shaped, ES256 and nothing else, ten minutes long.
 *
 * <p>A token that was verified is remembered by its SHA-256 digest for what is left of its life, so that its signature
 * is computed once.
 */
@Service
public class AccessTokens {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration SKEW = Duration.ofSeconds(30);
    static final String AUDIENCE = "openplr";

    private static final int LONGEST = 4_096;
    private static final int REMEMBERED_AT_MOST = 50_000;

    private final String issuer;
    private final ECKey key;
    private final ECDSASigner signer;
    private final TokenSignature signature;
    private final InstantSource clock;
    private final Ids ids;
    private final Cache<String, Verified> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_AT_MOST)
            .expireAfterWrite(LIFE)
            .build();

    private record Verified(Actor actor, Instant expires) {}

    @Inject
    AccessTokens(Settings settings, InstantSource clock, Ids ids) {
        this.issuer = settings.link("");
        this.clock = clock;
        this.ids = ids;
        var signing = settings.secrets().token();
        try {
            this.key = new ECKey.Builder(
                            Curve.P_256, (ECPublicKey) signing.pair().getPublic())
                    .privateKey((ECPrivateKey) signing.pair().getPrivate())
                    .keyID(signing.id())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .build();
            this.signer = new ECDSASigner(key);
            this.signature = new TokenSignature(
                    signing.id(), (ECPublicKey) signing.pair().getPublic());
        } catch (JOSEException wrong) {
            throw new IllegalStateException("openplr.key.token is no key for ES256", wrong);
        }
    }

    /** Who issues: also where the metadata of RFC 8414 is. */
    public String issuer() {
        return issuer;
    }

    /** The public keys (RFC 7517), as JSON. */
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A token for somebody whose account is proved. */
    public AccessToken issue(Welcome who) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expires = now.plus(LIFE);
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(who.account().toString())
                .claim("upn", who.username())
                .claim("groups", who.roles().stream().sorted().map(Role::text).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .jwtID(ids.next().toString());
        if (who.actor() instanceof Actor.Learner learner)
            claims.claim("uln", learner.uln().digits());
        if (who.actor() instanceof Actor.OrganisationUser user)
            claims.claim("ukprn", user.organisation().digits());
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return new AccessToken(token.serialize(), expires);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("our own key signs", impossible);
        }
    }

    /** Whose token this is; empty for everything that is not ours, for us, and of now. */
    public Optional<Actor> verify(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        var digest = digest(token);
        var known = remembered.getIfPresent(digest);
        if (known == null) {
            var fresh = check(token);
            if (fresh.isEmpty()) return Optional.empty();
            known = fresh.get();
            remembered.put(digest, known);
        }
        return known.expires.plus(SKEW).isAfter(clock.instant()) ? Optional.of(known.actor) : Optional.empty();
    }

    private Optional<Verified> check(String token) {
        try {
            var signed = signature.verified(token);
            if (signed.isEmpty()) return Optional.empty();
            return verified(JWTClaimsSet.parse(signed.get().getPayload().toJSONObject()));
        } catch (ParseException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private Optional<Verified> verified(JWTClaimsSet claims) throws ParseException {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        var issued = claims.getIssueTime();
        if (expires == null || issued == null || issued.toInstant().isAfter(now.plus(SKEW))) return Optional.empty();
        if (Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LIFE) > 0) return Optional.empty();
        if (!issuer.equals(claims.getIssuer()) || !List.of(AUDIENCE).equals(claims.getAudience()))
            return Optional.empty();
        return actor(claims).map(actor -> new Verified(actor, expires.toInstant()));
    }

    private static Optional<Actor> actor(JWTClaimsSet claims) throws ParseException {
        var subject = claims.getSubject();
        var said = claims.getStringListClaim("groups");
        if (subject == null || said == null) return Optional.empty();
        var account = UUID.fromString(subject);
        var groups = said.stream().map(Role::parse).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
        var uln = claims.getStringClaim("uln");
        var ukprn = claims.getStringClaim("ukprn");
        if (uln != null) return Uln.parse(uln).map(number -> new Actor.Learner(account, number));
        if (ukprn != null) return Ukprn.parse(ukprn).map(number -> new Actor.OrganisationUser(account, number, groups));
        return groups.contains(Role.ADMINISTRATOR) ? Optional.of(new Actor.Administrator(account)) : Optional.empty();
    }

    private static String digest(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
