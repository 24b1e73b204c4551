package org.openplr.edge.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** Lets nobody call what they have no right to: to them it is not there. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class Rights implements ContainerRequestFilter {
    private final Caller caller;

    @Context
    private @Nullable ResourceInfo call;

    /** See {@link BearerTokens}. */
    public Rights() {
        this.caller = CDI.current().select(Caller.class).get();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = call == null ? null : call.getResourceMethod();
        var right = Optional.ofNullable(method).flatMap(Rights::of).orElseThrow(Mistake::notFound);
        if (!right.isForAnybody()) right.require(caller.signedIn());
    }

    /** The right that a call needs: said of the call itself, or of all calls of its class. */
    static Optional<Right> of(Method call) {
        return Optional.ofNullable(call.getAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(call.getDeclaringClass().getAnnotation(Needs.class)))
                .map(Needs::value);
    }
}
