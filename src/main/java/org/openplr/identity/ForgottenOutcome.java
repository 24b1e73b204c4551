package org.openplr.identity;

/** What comes of a step of somebody who forgot their passphrase. */
public sealed interface ForgottenOutcome {
    /**
     * On to the next step; of the first one nobody learns whether there is such an account.
     *
     * @param ticket what the browser has to bring to it
     */
    record Next(String ticket) implements ForgottenOutcome {
        @Override
        public String toString() {
            return "Next[…]";
        }
    }

    /** What was given does not belong together; nobody is told which part of it is wrong. */
    record Refused() implements ForgottenOutcome {}

    /** There were too many tries, or it took too long: it begins anew. */
    record Over() implements ForgottenOutcome {}

    /** Too many tries from there, or too much to do at this moment: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements ForgottenOutcome {}

    /** The new passphrase counts, and nobody is signed in any more. */
    record Changed() implements ForgottenOutcome {}
}
