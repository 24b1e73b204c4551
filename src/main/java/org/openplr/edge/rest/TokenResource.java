package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.AccessTokens;
import org.openplr.identity.AccountKind;
import org.openplr.identity.SignIn;
import org.openplr.identity.SignInOutcome;
import org.openplr.identity.Welcome;
import org.openplr.platform.Mistake;

/** The token endpoint (RFC 6749) for organisations' systems: {@code client_credentials} by {@code client_secret_basic}. */
@Path("token")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
    private static final String SCHEME = "basic ";

    private final SignIn signIn;
    private final AccessTokens tokens;
    private final Caller caller;
    private final InstantSource clock;

    @Inject
    public TokenResource(SignIn signIn, AccessTokens tokens, Caller caller, InstantSource clock) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.caller = caller;
        this.clock = clock;
    }

    /** RFC 6749, 5.1. */
    public record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /** RFC 6749, 5.2. */
    public record Refusal(String error) {}

    private record Client(String id, String secret) {}

    /** Grants a token to a client that proves itself. */
    @POST
    public Response grant(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        if (!List.of("client_credentials").equals(form.get("grant_type"))) {
            var said = form.getFirst("grant_type") == null ? "invalid_request" : "unsupported_grant_type";
            return Response.status(400).entity(new Refusal(said)).build();
        }
        var client = client(authorization);
        if (client.isEmpty()) return refused();
        return switch (signIn.with(client.get().id, client.get().secret, caller.client())) {
            case Welcome welcome -> welcome.kind() == AccountKind.CLIENT ? granted(welcome) : refused();
            case SignInOutcome.Refused _ -> refused();
            case SignInOutcome.Throttled(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }

    private Response granted(Welcome welcome) {
        var token = tokens.issue(welcome);
        var seconds = Duration.between(clock.instant(), token.expiresAt()).toSeconds();
        return Response.ok(new Granted(token.token(), "Bearer", seconds)).build();
    }

    private static Response refused() {
        return Response.status(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"openplr\"")
                .entity(new Refusal("invalid_client"))
                .build();
    }

    private static Optional<Client> client(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            return Optional.empty();
        try {
            var bytes = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            var both = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            if (both.length < 2) return Optional.empty();
            return Optional.of(new Client(decoded(both[0]), decoded(both[1])));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    /** RFC 6749, 2.3.1: both are form-encoded before they are joined. */
    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
