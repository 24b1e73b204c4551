package org.openplr.identity;

/** What comes of trying to sign in. */
public sealed interface SignInOutcome
        permits Welcome, SignInOutcome.Refused, SignInOutcome.TooWeak, SignInOutcome.Throttled {
    /** What was given does not belong together; nobody is told which part of it is wrong. */
    record Refused() implements SignInOutcome, FirstStep {}

    /** It does belong together, and is not enough for somebody like this: nobody is signed in. */
    record TooWeak() implements SignInOutcome {}

    /**
     * Too many tries from there, or too much to do at this moment: nothing was checked.
     *
     * @param retryAfterSeconds when to try again
     */
    record Throttled(long retryAfterSeconds) implements SignInOutcome, FirstStep {}
}
