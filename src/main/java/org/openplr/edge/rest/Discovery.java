package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openplr.app.AppScope;
import org.openplr.identity.AccessTokens;
import org.openplr.identity.ClientTokens;

/** What clients find out by themselves: where tokens come from (RFC 8414), and the keys that verify them (RFC 7517). */
@WebServlet(urlPatterns = "/.well-known/*")
public class Discovery extends HttpServlet {
    private final transient AccessTokens tokens;

    @Inject
    public Discovery(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** RFC 8414: only what there is. */
    public record Metadata(
            String issuer,
            @JsonProperty("authorization_endpoint") String authorizationEndpoint,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String keys,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("response_types_supported") List<String> responseTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> methods,

            @JsonProperty("token_endpoint_auth_signing_alg_values_supported")
            List<String> algorithms,

            @JsonProperty("scopes_supported") List<String> scopes,

            @JsonProperty("code_challenge_methods_supported")
            List<String> challenges,

            @JsonProperty("authorization_response_iss_parameter_supported")
            boolean issuerInAnswer,

            @JsonProperty("service_documentation") String documentation) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
            case "/oauth-authorization-server" -> answer(response, Json.bytes(metadata()));
            case "/jwks.json" -> answer(response, tokens.publicKeys().getBytes(StandardCharsets.UTF_8));
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Metadata metadata() {
        var issuer = tokens.issuer();
        return new Metadata(
                issuer,
                issuer + "/authorize",
                issuer + AccessTokens.ENDPOINT,
                issuer + "/.well-known/jwks.json",
                TokenRequest.GRANTS,
                List.of("code"),
                List.of("private_key_jwt", "client_secret_basic", "client_secret_post", "none"),
                ClientTokens.assertionAlgorithms(),
                Stream.concat(ClientTokens.scopes().stream(), AppScope.texts().stream())
                        .toList(),
                List.of("S256"),
                true,
                issuer + "/openapi/ui");
    }

    private static void answer(HttpServletResponse response, byte[] json) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(json);
    }
}
