package org.openplr.app;

import org.openplr.identity.AccessToken;
import org.openplr.identity.TokenOutcome;

/** What an app gets for a code or a refresh token. */
public sealed interface AppTokenOutcome {
    /**
     * Tokens.
     *
     * @param refresh good once, for the next ones
     * @param scope what the learner allowed
     */
    record Granted(AccessToken access, String refresh, String scope) implements AppTokenOutcome {
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /** It did not prove which app it is. */
    record NotProved() implements AppTokenOutcome {}

    /** It may not act now. */
    record NotNow(TokenOutcome.Reason reason) implements AppTokenOutcome {}

    /** What it brings is good for nothing, or no longer; nobody is told which. */
    record Invalid() implements AppTokenOutcome {}

    /** It asks for another scope than it was allowed. */
    record OtherScope() implements AppTokenOutcome {}

    /** Too many failures from there: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements AppTokenOutcome {}
}
