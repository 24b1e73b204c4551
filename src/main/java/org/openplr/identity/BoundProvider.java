package org.openplr.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A provider whose word opens somebody's account, as they see it: its name for them is nobody's business. */
public record BoundProvider(UUID id, String issuer, Instant made, Optional<Instant> used) {}
