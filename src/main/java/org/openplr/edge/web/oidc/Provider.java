package org.openplr.edge.web.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.IdTokens;
import org.openplr.identity.IdTokens.Checked;
import org.openplr.identity.ProvenIdentities;
import org.openplr.identity.ProviderIdentity;
import org.openplr.identity.ProviderVisit;
import org.openplr.platform.Ids;
import org.openplr.platform.OpenIdProvider;

/**
 * One provider. What it tells of itself is asked at first use and once an hour; its keys are kept five minutes, and asked
 * anew for a key that is not among them, but not more than twice in half a minute. Where it is silent, nobody waits for
 * it again for ten seconds.
 */
public final class Provider {
    static final Duration TOLD = Duration.ofHours(1);
    static final Duration SILENCE = Duration.ofSeconds(10);
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(Provider.class.getName());
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(30);

    private final OpenIdProvider settings;
    private final URI back;
    private final Checks checks;
    private final InstantSource clock;
    private final Ids ids;
    private final Transport transport;
    private final Optional<JWKSource<SecurityContext>> identityKeys;

    private @Nullable Endpoints told;
    private @Nullable JWKSource<SecurityContext> keys;
    private volatile Instant silentUntil = Instant.EPOCH;

    /** The services that decide whether a token is taken. */
    record Checks(IdTokens tokens, ProvenIdentities identities) {}

    Provider(OpenIdProvider settings, URI back, Checks checks, InstantSource clock, Ids ids) {
        this.settings = settings;
        this.back = back;
        this.checks = checks;
        this.clock = clock;
        this.ids = ids;
        this.transport = new Transport(settings);
        this.identityKeys = settings.identity().map(signer -> source(signer.keys()));
    }

    public OpenIdProvider settings() {
        return settings;
    }

    /** The name that people know it by. */
    public String name(boolean welsh) {
        return welsh ? settings.welshName() : settings.name();
    }

    /** Whether it did not answer when it was asked last, a few minutes ago at most; never waits for it. */
    public boolean isSilent() {
        return silentUntil.plus(REMEMBERED).isAfter(clock.instant());
    }

    /**
     * Where a browser goes to sign in.
     *
     * @param language of the reader
     */
    public URI authorization(ProviderVisit visit, String language) throws Unreachable {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.clientId());
        asked.put("redirect_uri", back.toString());
        asked.put("scope", String.join(" ", settings.scopes()));
        asked.put("state", visit.state());
        asked.put("nonce", visit.nonce());
        asked.put("code_challenge", challenge(visit.verifier()));
        asked.put("code_challenge_method", "S256");
        asked.put("ui_locales", language);
        if (!settings.vtr().isEmpty()) asked.put("vtr", "[\"" + String.join("\",\"", settings.vtr()) + "\"]");
        if (!settings.acrValues().isEmpty()) asked.put("acr_values", String.join(" ", settings.acrValues()));
        if (settings.identity().isPresent()) asked.put("claims", claims());
        if (visit.purpose() == ProviderVisit.Purpose.PROVE) {
            asked.put("prompt", "login");
            asked.put("max_age", "0");
        }
        var address = endpoints().authorization();
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + Transport.encode(asked));
    }

    private static String claims() {
        var wanted = new HashMap<String, @Nullable Object>();
        wanted.put(ProvenIdentities.CORE, null);
        wanted.put(ProvenIdentities.ADDRESS, null);
        return JSONObjectUtils.toJSONString(Map.of("userinfo", wanted));
    }

    /** Whether an answer names another provider as its author, or none where this one names itself (RFC 9207). */
    public boolean isFromAnother(@Nullable String issuer) throws Unreachable {
        return issuer == null ? endpoints().namesItself() : !issuer.equals(settings.issuer());
    }

    /** Asks who came back with this code. */
    public Redeemed redeem(ProviderVisit visit, String code) throws Unreachable {
        var endpoints = endpoints();
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("code_verifier", visit.verifier());
        form.putAll(ClientKeys.proof(settings, endpoints.token(), ids.next().toString(), clock.instant()));
        var reply = transport.post(endpoints.token(), form);
        try {
            if (reply.status() >= 500) throw new Unreachable("token: status " + reply.status());
            var answer = JSONObjectUtils.parse(reply.body(), Transport.MOST);
            if (reply.status() != 200) return refused(answer);
            return checked(visit, answer);
        } catch (ParseException unreadable) {
            throw new Unreachable("token: it cannot be read", unreadable);
        } catch (KeySourceException noKeys) {
            throw new Unreachable("keys: none", noKeys);
        }
    }

    /** A code that is used up or too old is the browser's affair; anything else is a setting's. */
    private Redeemed refused(Map<String, Object> answer) throws Unreachable {
        var error = String.valueOf(answer.get("error"));
        if (error.equals("invalid_grant")) return new Redeemed.Stale();
        throw new Unreachable("token: " + (error.matches("[a-z_]{1,40}") ? error : "refused"));
    }

    private Redeemed checked(ProviderVisit visit, Map<String, Object> answer)
            throws ParseException, KeySourceException, Unreachable {
        var token = JSONObjectUtils.getString(answer, "id_token");
        if (token == null) throw new Unreachable("token: no id_token");
        return switch (checks.tokens().check(settings, keys(), token, visit.nonce())) {
            case Checked.Taken(var who) ->
                settings.identity().isEmpty() ? new Redeemed.Known(who) : proven(who, answer);
            case Checked.Refused(var fault) -> new Redeemed.Faulty(fault);
        };
    }

    private Redeemed proven(ProviderIdentity who, Map<String, Object> answer)
            throws ParseException, KeySourceException, Unreachable {
        var access = JSONObjectUtils.getString(answer, "access_token");
        var userinfo = endpoints().userinfo();
        if (access == null || userinfo.isEmpty()) throw new Unreachable("userinfo: none");
        var reply = transport.get(userinfo.get(), Map.of("Authorization", "Bearer " + access));
        if (reply.status() != 200) throw new Unreachable("userinfo: status " + reply.status());
        var claims = JSONObjectUtils.parse(reply.body(), Transport.MOST);
        var signer = settings.identity().orElseThrow();
        return switch (checks.identities().check(settings, signer, identityKeys.orElseThrow(), who, claims)) {
            case Checked.Taken(var proven) -> new Redeemed.Known(proven);
            case Checked.Refused(var fault) -> new Redeemed.Faulty(fault);
        };
    }

    /**
     * Where somebody also signs out of the provider, if it has such a place.
     *
     * @param token the ID token they came with, by which it ends its session without asking; empty where there is none
     */
    public Optional<URI> signOut(URI afterwards, String token) {
        try {
            var asked = new LinkedHashMap<String, String>();
            asked.put("client_id", settings.clientId());
            if (!token.isEmpty()) asked.put("id_token_hint", token);
            asked.put("post_logout_redirect_uri", afterwards.toString());
            return endpoints()
                    .endSession()
                    .map(address -> URI.create(
                            address + (address.getRawQuery() == null ? "?" : "&") + Transport.encode(asked)));
        } catch (Unreachable silent) {
            return Optional.empty();
        }
    }

    /** Its keys, as they are now. */
    public synchronized JWKSource<SecurityContext> keys() throws Unreachable {
        endpoints();
        var known = keys;
        if (known == null) throw new Unreachable("keys: none");
        return known;
    }

    private synchronized Endpoints endpoints() throws Unreachable {
        var known = told;
        var now = clock.instant();
        if (known != null && known.fetched().plus(TOLD).isAfter(now)) return known;
        if (silentUntil.isAfter(now)) throw new Unreachable("silent");
        try {
            var fresh = Endpoints.read(settings, transport.get(Endpoints.address(settings), Map.of()), now);
            if (known == null || !known.keys().equals(fresh.keys())) keys = source(fresh.keys());
            told = fresh;
            silentUntil = Instant.EPOCH;
            return fresh;
        } catch (Unreachable silent) {
            silentUntil = now.plus(SILENCE);
            LOG.log(Level.WARNING, () -> "identity provider " + settings.id() + ": " + silent.getMessage());
            throw silent;
        }
    }

    private JWKSource<SecurityContext> source(URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), transport)
                    .cache(KEYS_KEPT.toMillis(), 2 * Transport.ANSWER.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_AT_MOST_EVERY.toMillis())
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("an address that was looked at", impossible);
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Provider[" + settings.id() + "]";
    }
}
