package org.openplr.identity;

/** What comes of an app saying which one it is. */
public sealed interface AppProof {
    /** It is this app, as far as it can prove that, and it may act now. */
    record Proved(ApiClient app) implements AppProof {}

    /** It did not prove who it is; nobody is told what was wrong. */
    record NotProved() implements AppProof {}

    /** It may not act now. */
    record NotNow(TokenOutcome.Reason reason) implements AppProof {}

    /** Too many failures from there: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements AppProof {}
}
