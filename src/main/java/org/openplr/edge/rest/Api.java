package org.openplr.edge.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** Everything under {@code /api/v1}: each class here with a path, a provider or a filter belongs to it. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "OpenPLR",
                        version = "1",
                        description = "Every learner in control of their Personal Learning Record. Problems are"
                            + " application/problem+json (RFC 9457) with stable codes; a body with an unknown member"
                            + " is refused; times are RFC 3339 in UTC."),
        servers = @Server(url = "/"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "From POST /api/v1/session, or for an organisation's system from POST /api/v1/token, or for an"
                + " app by the code that a learner's browser took to it from /authorize;"
                + " ES256, ten minutes long.")
public class Api extends Application {}
