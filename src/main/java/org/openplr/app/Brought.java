package org.openplr.app;

import org.jspecify.annotations.Nullable;

/** What an app brings to get tokens. */
public sealed interface Brought {
    /**
     * The code that a learner's browser took to it (RFC 6749, 4.1.3).
     *
     * @param redirect where it was taken
     * @param verifier what the challenge was made of (RFC 7636, 4.5)
     */
    record Code(String code, String redirect, String verifier) implements Brought {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /**
     * The refresh token it got last (RFC 6749, 6).
     *
     * @param scope null where it says none
     */
    record Refresh(String token, @Nullable String scope) implements Brought {
        @Override
        public String toString() {
            return "Refresh[…]";
        }
    }
}
