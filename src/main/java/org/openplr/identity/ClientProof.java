package org.openplr.identity;

import org.jspecify.annotations.Nullable;

/** How a system says who it is when it asks for a token. */
public sealed interface ClientProof {
    /** By its name and a secret (RFC 6749, 2.3.1). */
    record Secret(String clientId, String secret) implements ClientProof {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** An app that can keep no secret only says its name. */
    record Name(String clientId) implements ClientProof {}

    /**
     * By a JWT that it signed (RFC 7523, 2.2).
     *
     * @param clientId who it says to be beside the JWT; null where it does not
     */
    record Assertion(String jwt, @Nullable String clientId) implements ClientProof {
        @Override
        public String toString() {
            return "Assertion[…]";
        }
    }
}
