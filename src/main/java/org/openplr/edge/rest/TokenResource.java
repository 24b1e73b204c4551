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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.app.AppTokenOutcome;
import org.openplr.app.AppTokens;
import org.openplr.identity.AccessToken;
import org.openplr.identity.ClientTokens;
import org.openplr.identity.TokenOutcome;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;

/**
 * The token endpoint (RFC 6749): {@code client_credentials} for organisations' systems, {@code authorization_code} and {@code
 * refresh_token} for apps that learners allowed; by {@code private_key_jwt}, {@code client_secret_basic} or {@code
 * client_secret_post}, or for an app that can keep no secret by its name and the verifier (RFC 7636).
 */
@Path("token")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Right.SIGN_IN)
public class TokenResource {
    private final ClientTokens clients;
    private final AppTokens apps;
    private final Caller caller;
    private final InstantSource clock;

    @Inject
    public TokenResource(ClientTokens clients, AppTokens apps, Caller caller, InstantSource clock) {
        this.clients = clients;
        this.apps = apps;
        this.caller = caller;
        this.clock = clock;
    }

    /** RFC 6749, 5.1. */
    public record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("refresh_token") @Nullable String refreshToken,
            String scope) {
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /** RFC 6749, 5.2; described only to whoever proved who they are. */
    public record Refusal(
            String error,
            @JsonProperty("error_description") @Nullable String description) {}

    /** Grants a token to a client that proves itself. */
    @POST
    public Response grant(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        return switch (TokenRequest.read(authorization, form)) {
            case TokenRequest.Unfit unfit -> refused(unfit.error(), null);
            case TokenRequest.OfApp asked ->
                answer(apps.ask(asked.proof(), asked.brought(), caller.address(), caller.client()));
            case TokenRequest.Readable asked ->
                answer(clients.ask(asked.proof(), asked.scope(), caller.address(), caller.client()));
        };
    }

    private Response answer(TokenOutcome outcome) {
        return switch (outcome) {
            case TokenOutcome.Granted granted -> granted(granted.token(), null, scope(granted.roles()));
            case TokenOutcome.NotProved _ -> refused("invalid_client", null);
            case TokenOutcome.NotNow(var reason) ->
                refused("unauthorized_client", reason.name().toLowerCase(Locale.ROOT));
            case TokenOutcome.NotGranted _ -> refused("invalid_scope", null);
            case TokenOutcome.Throttled(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }

    private Response answer(AppTokenOutcome outcome) {
        return switch (outcome) {
            case AppTokenOutcome.Granted granted -> granted(granted.access(), granted.refresh(), granted.scope());
            case AppTokenOutcome.NotProved _ -> refused("invalid_client", null);
            case AppTokenOutcome.NotNow(var reason) ->
                refused("unauthorized_client", reason.name().toLowerCase(Locale.ROOT));
            case AppTokenOutcome.Invalid _ -> refused("invalid_grant", null);
            case AppTokenOutcome.OtherScope _ -> refused("invalid_scope", null);
            case AppTokenOutcome.Throttled(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }

    private Response granted(AccessToken token, @Nullable String refresh, String scope) {
        var seconds = Duration.between(clock.instant(), token.expiresAt()).toSeconds();
        return Response.ok(new Granted(token.token(), "Bearer", seconds, refresh, scope))
                .header("Pragma", "no-cache")
                .build();
    }

    private static String scope(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).collect(Collectors.joining(" "));
    }

    private static Response refused(String error, @Nullable String description) {
        var unproved = error.equals("invalid_client");
        var answer = Response.status(unproved ? 401 : 400).entity(new Refusal(error, description));
        if (unproved) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"openplr\"");
        return answer.build();
    }
}
