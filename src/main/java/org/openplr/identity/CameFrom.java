package org.openplr.identity;

/**
 * Which provider a session came from.
 *
 * @param issuer as the provider calls itself
 * @param token the ID token it came with; empty where that is not kept
 */
public record CameFrom(String issuer, String token) {
    @Override
    public String toString() {
        return "CameFrom[" + issuer + "]";
    }
}
