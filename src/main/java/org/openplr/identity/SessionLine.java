package org.openplr.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that is signed in, as whoever signed it in sees it.
 *
 * @param browser a short description, or empty
 * @param begun when it signed in
 * @param seen when it was last used, to the minute
 */
public record SessionLine(UUID id, String browser, Instant begun, Instant seen) {}
