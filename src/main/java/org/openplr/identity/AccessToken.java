package org.openplr.identity;

import java.time.Instant;

/**
 * A bearer token, as its holder gets it.
 *
 * @param token the signed JWT
 * @param expiresAt from when on it is worth nothing
 */
public record AccessToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
