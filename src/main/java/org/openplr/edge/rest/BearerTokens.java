package org.openplr.edge.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.Bearers;
import org.openplr.platform.Clients;

/** Turns a bearer token (RFC 6750) into the {@link Caller}; a token that is none is refused, wherever it is shown. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class BearerTokens implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final Bearers bearers;
    private final Clients clients;
    private final Caller caller;

    @Context
    private @Nullable HttpServletRequest http;

    /** A provider is made by JAX-RS itself, which knows no constructor with parameters: so it asks for what it needs. */
    public BearerTokens() {
        var beans = CDI.current();
        this.bearers = beans.select(Bearers.class).get();
        this.clients = beans.select(Clients.class).get();
        this.caller = beans.select(Caller.class).get();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var address = http == null ? "" : clients.address(request::getHeaderString, http.getRemoteAddr());
        caller.comesFrom(address, clients);
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) return;
        var actor = bearers.actor(authorization.substring(SCHEME.length()).strip(), address);
        caller.is(actor.orElseThrow(() -> new NotAuthorizedException("Bearer error=\"invalid_token\"")));
    }
}
