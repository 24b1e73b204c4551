package org.openplr.identity;

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
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;

/**
 * Bearer tokens (RFC 9068), MicroProfile-JWT-shaped: ES256 and nothing else, ten minutes long. {@link Bearers} says whose
 * one is.
 */
@Service
public class AccessTokens {
    /** Where systems get theirs. */
    public static final String ENDPOINT = "/api/v1/token";

    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration SKEW = Duration.ofSeconds(30);
    static final String AUDIENCE = "openplr";
    static final int LONGEST = 4_096;

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Set<JOSEObjectType> TYPES = Set.of(TYPE, new JOSEObjectType("application/at+jwt"));

    /** The key of a system that got the token: it ends with it. */
    private static final String KEY = "client_key";

    /** The permission by which an app acts. */
    private static final String PERMISSION = "permission";

    /** The recipient of shares for whom somebody acts. */
    private static final String RECIPIENT = "recipient";

    private final String issuer;
    private final ECKey key;
    private final ECDSASigner signer;
    private final TokenSignature signature;
    private final InstantSource clock;
    private final Ids ids;

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
        var claims = claims(who.account().toString(), who.username(), who.roles());
        if (who.actor() instanceof Actor.Learner learner)
            claims.claim("uln", learner.uln().digits());
        if (who.actor() instanceof Actor.OrganisationUser user)
            claims.claim("ukprn", user.organisation().digits());
        if (who.actor() instanceof Actor.RecipientUser user)
            claims.claim(RECIPIENT, user.recipient().toString());
        return signed(claims);
    }

    /**
     * A token for a system that proved itself.
     *
     * @param provedBy the key it did so with
     * @param roles the scope that is granted
     */
    AccessToken issue(ApiClient client, UUID provedBy, Set<Role> roles) {
        return signed(claims(client.clientId(), client.clientId(), roles)
                .claim("client_id", client.clientId())
                .claim("ukprn", client.organisation().digits())
                .claim("scope", Account.textOf(roles))
                .claim(KEY, provedBy.toString()));
    }

    /**
     * A token for an app that a learner allowed. Its subject is the permission: it tells nothing of the learner, and two
     * apps cannot find out by it that they have the same one.
     *
     * @param permission the share by which the learner did
     * @param scope what was allowed
     */
    public AccessToken issue(ApiClient app, UUID permission, String scope) {
        return signed(claims(permission.toString(), app.clientId(), Set.of())
                .claim("client_id", app.clientId())
                .claim("scope", scope)
                .claim(PERMISSION, permission.toString()));
    }

    private JWTClaimsSet.Builder claims(String subject, String name, Set<Role> roles) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("upn", name)
                .claim("groups", roles.stream().sorted().map(Role::text).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(ids.next().toString());
    }

    private AccessToken signed(JWTClaimsSet.Builder claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return new AccessToken(
                    token.serialize(),
                    token.getJWTClaimsSet().getExpirationTime().toInstant());
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException("our own key signs", impossible);
        }
    }

    /** What a token says, if it is ours, for us, and of now. */
    Optional<VerifiedToken> verify(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        try {
            var signed = signature.verified(token).filter(jws -> isPlain(jws.getHeader()));
            if (signed.isEmpty()) return Optional.empty();
            return verified(JWTClaimsSet.parse(signed.get().getPayload().toJSONObject()));
        } catch (ParseException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** An access token by its type, and none that brings a key or says where one is: ours never do. */
    private static boolean isPlain(JWSHeader header) {
        return header.getType() != null
                && TYPES.contains(header.getType())
                && header.getJWK() == null
                && header.getJWKURL() == null
                && header.getX509CertURL() == null
                && header.getX509CertChain() == null;
    }

    private Optional<VerifiedToken> verified(JWTClaimsSet claims) throws ParseException {
        if (!isForUsAndOfNow(claims)) return Optional.empty();
        var expires = claims.getExpirationTime().toInstant();
        var subject = claims.getSubject();
        var said = claims.getStringListClaim("groups");
        if (subject == null || said == null) return Optional.empty();
        var roles = said.stream().map(Role::parse).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
        var client = claims.getStringClaim("client_id");
        var permission = claims.getStringClaim(PERMISSION);
        if (permission != null)
            return Optional.ofNullable(client)
                    .filter(_ -> permission.equals(subject))
                    .map(app -> new VerifiedToken.OfApp(app, UUID.fromString(permission), expires));
        if (client != null) return ofClient(claims, client, roles, expires);
        return actor(claims, UUID.fromString(subject), roles).map(actor -> new VerifiedToken.Person(actor, expires));
    }

    private boolean isForUsAndOfNow(JWTClaimsSet claims) {
        var now = clock.instant();
        @Nullable Date expires = claims.getExpirationTime();
        @Nullable Date issued = claims.getIssueTime();
        if (expires == null || issued == null || issued.toInstant().isAfter(now.plus(SKEW))) return false;
        if (!expires.toInstant().plus(SKEW).isAfter(now)) return false;
        if (Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LIFE) > 0) return false;
        return issuer.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
    }

    private static Optional<VerifiedToken> ofClient(
            JWTClaimsSet claims, String client, Set<Role> roles, Instant expires) throws ParseException {
        var provedBy = claims.getStringClaim(KEY);
        var ukprn = claims.getStringClaim("ukprn");
        if (provedBy == null || ukprn == null || !client.equals(claims.getSubject())) return Optional.empty();
        return Ukprn.parse(ukprn)
                .map(number -> new VerifiedToken.OfClient(client, UUID.fromString(provedBy), number, roles, expires));
    }

    private static Optional<Actor> actor(JWTClaimsSet claims, UUID account, Set<Role> roles) throws ParseException {
        var uln = claims.getStringClaim("uln");
        var ukprn = claims.getStringClaim("ukprn");
        if (uln != null) return Uln.parse(uln).map(number -> new Actor.Learner(account, number));
        if (ukprn != null) return Ukprn.parse(ukprn).map(number -> new Actor.OrganisationUser(account, number, roles));
        var recipient = claims.getStringClaim(RECIPIENT);
        if (recipient != null) return Optional.of(new Actor.RecipientUser(account, UUID.fromString(recipient)));
        if (roles.contains(Role.ADMINISTRATOR)) return Optional.of(new Actor.Administrator(account));
        return roles.contains(Role.HELPER) ? Optional.of(new Actor.Person(account)) : Optional.empty();
    }
}
