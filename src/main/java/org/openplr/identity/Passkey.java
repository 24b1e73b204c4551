package org.openplr.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey, as its owner knows it.
 *
 * @param name as its owner called it
 * @param used when it signed somebody in last; empty if it never did
 */
public record Passkey(UUID id, String name, Instant made, Optional<Instant> used) {}
