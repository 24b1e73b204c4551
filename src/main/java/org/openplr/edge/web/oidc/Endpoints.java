package org.openplr.edge.web.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openplr.platform.OpenIdProvider;

/**
 * What a provider tells of itself (OpenID Connect Discovery 1.0): taken only if it calls itself what the settings say, and
 * only if every address is one that we would ask.
 *
 * @param namesItself whether its answers name the issuer (RFC 9207), so that one without is not its own
 */
record Endpoints(
        URI authorization,
        URI token,
        URI keys,
        Optional<URI> userinfo,
        Optional<URI> endSession,
        boolean namesItself,
        Instant fetched) {
    static URI address(OpenIdProvider provider) {
        var issuer = provider.issuer();
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    static Endpoints read(OpenIdProvider provider, Transport.Reply reply, Instant now) throws Unreachable {
        if (reply.status() != 200) throw new Unreachable("discovery: status " + reply.status());
        try {
            var told = JSONObjectUtils.parse(reply.body(), Transport.MOST);
            if (!provider.issuer().equals(told.get("issuer")))
                throw new Unreachable("discovery: it calls itself something else than the setting issuer");
            return new Endpoints(
                    required(provider, told, "authorization_endpoint"),
                    required(provider, told, "token_endpoint"),
                    required(provider, told, "jwks_uri"),
                    optional(provider, told, "userinfo_endpoint"),
                    optional(provider, told, "end_session_endpoint"),
                    Boolean.TRUE.equals(told.get("authorization_response_iss_parameter_supported")),
                    now);
        } catch (ParseException unreadable) {
            throw new Unreachable("discovery: it cannot be read", unreadable);
        }
    }

    private static URI required(OpenIdProvider provider, Map<String, Object> told, String name)
            throws ParseException, Unreachable {
        return optional(provider, told, name).orElseThrow(() -> new Unreachable("discovery: no " + name));
    }

    private static Optional<URI> optional(OpenIdProvider provider, Map<String, Object> told, String name)
            throws ParseException {
        return Optional.ofNullable(JSONObjectUtils.getURI(told, name)).filter(provider::reaches);
    }
}
