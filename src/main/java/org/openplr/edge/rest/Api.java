package org.openplr.edge.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api/v1}: each class here with a path, a provider or a filter belongs to it. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
