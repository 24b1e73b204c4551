package org.openplr.edge.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.app.Brought;
import org.openplr.identity.ClientProof;
import org.openplr.platform.CleanText;

/**
 * What is asked of the token endpoint.
 *
 * <p>Read by ourselves: Nimbus' own reader lets a parameter come twice, two proofs at once and another {@code client_id}
 * than the proof's, so that as much would stand here with it.
 */
sealed interface TokenRequest {
    String FOR_ITSELF = "client_credentials";
    String BY_CODE = "authorization_code";
    String REFRESH = "refresh_token";

    /** The grants there are. */
    List<String> GRANTS = List.of(BY_CODE, FOR_ITSELF, REFRESH);

    /**
     * It can be answered.
     *
     * @param scope null where none is asked for
     */
    record Readable(ClientProof proof, @Nullable String scope) implements TokenRequest {}

    /** An app asks for tokens, by what it brings. */
    record OfApp(ClientProof proof, Brought brought) implements TokenRequest {}

    /** It is none: the code is of RFC 6749, 5.2. */
    record Unfit(String error) implements TokenRequest {}

    /** Reads the header and the form. */
    static TokenRequest read(@Nullable String authorization, MultivaluedMap<String, String> form) {
        if (form.values().stream()
                .anyMatch(values -> values.size() > 1 || !values.stream().allMatch(CleanText::is)))
            return new Unfit("invalid_request");
        var grant = form.getFirst("grant_type");
        if (grant == null || grant.isEmpty()) return new Unfit("invalid_request");
        if (!GRANTS.contains(grant)) return new Unfit("unsupported_grant_type");
        var secret = form.getFirst("client_secret");
        var assertion = form.getFirst("client_assertion");
        var proofs = java.util.stream.Stream.of(authorization, secret, assertion)
                .filter(Objects::nonNull)
                .count();
        if (proofs > 1) return new Unfit("invalid_request");
        var proof = authorization != null
                ? Basic.proof(authorization, form)
                : assertion != null ? asserted(assertion, form) : posted(secret, grant, form);
        return proof.map(proved -> read(grant, proved, form)).orElseGet(() -> new Unfit("invalid_client"));
    }

    private static TokenRequest read(String grant, ClientProof proof, MultivaluedMap<String, String> form) {
        var scope = form.getFirst("scope");
        if (grant.equals(FOR_ITSELF)) return new Readable(proof, scope);
        var token = form.getFirst("refresh_token");
        if (grant.equals(REFRESH))
            return token == null ? new Unfit("invalid_request") : new OfApp(proof, new Brought.Refresh(token, scope));
        var code = form.getFirst("code");
        var redirect = form.getFirst("redirect_uri");
        var verifier = form.getFirst("code_verifier");
        return code == null || redirect == null || verifier == null
                ? new Unfit("invalid_request")
                : new OfApp(proof, new Brought.Code(code, redirect, verifier));
    }

    private static Optional<ClientProof> asserted(String assertion, MultivaluedMap<String, String> form) {
        var type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        if (!type.equals(form.getFirst("client_assertion_type"))) return Optional.empty();
        return Optional.of(new ClientProof.Assertion(assertion, form.getFirst("client_id")));
    }

    /** An app that can keep no secret shows none. */
    private static Optional<ClientProof> posted(
            @Nullable String secret, String grant, MultivaluedMap<String, String> form) {
        var id = form.getFirst("client_id");
        if (id == null) return Optional.empty();
        if (secret != null) return Optional.of(new ClientProof.Secret(id, secret));
        return grant.equals(FOR_ITSELF) ? Optional.empty() : Optional.of(new ClientProof.Name(id));
    }

    /** {@code client_secret_basic}. */
    final class Basic {
        private static final String SCHEME = "basic ";

        private Basic() {}

        static Optional<ClientProof> proof(String authorization, MultivaluedMap<String, String> form) {
            if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
            try {
                var bytes = Base64.getDecoder()
                        .decode(authorization.substring(SCHEME.length()).strip());
                var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                var both = text.toString().split(":", 2);
                if (both.length < 2) return Optional.empty();
                var id = decoded(both[0]);
                if (!CleanText.is(id)) return Optional.empty();
                var said = Objects.requireNonNullElse(form.getFirst("client_id"), id);
                return said.equals(id) ? Optional.of(new ClientProof.Secret(id, decoded(both[1]))) : Optional.empty();
            } catch (IllegalArgumentException | CharacterCodingException garbage) {
                return Optional.empty();
            }
        }

        /** RFC 6749, 2.3.1: both are form-encoded before they are joined. */
        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
