package org.openplr.identity;

/** What comes of trying to sign in. */
public sealed interface SignInOutcome permits Welcome, SignInOutcome.Refused, SignInOutcome.Throttled {
    /** The username and the password do not belong together; nobody is told which of them is wrong. */
    record Refused() implements SignInOutcome {}

    /**
     * Too many tries from there, or too much to do at this moment: nothing was checked.
     *
     * @param retryAfterSeconds when to try again
     */
    record Throttled(long retryAfterSeconds) implements SignInOutcome {}
}
