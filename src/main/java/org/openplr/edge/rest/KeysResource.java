package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.openplr.identity.AccessTokens;
import org.openplr.party.Right;

/** The public keys that verify what this service signs. */
@Path(".well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Right.VERIFY_US)
public class KeysResource {
    private final AccessTokens tokens;

    @Inject
    public KeysResource(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** A JWK set (RFC 7517). */
    @GET
    public Response keys() {
        return Response.ok(tokens.publicKeys().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
