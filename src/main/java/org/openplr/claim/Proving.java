package org.openplr.claim;

/** What comes of a code and the facts that go with it. */
public sealed interface Proving {
    /**
     * They belong together.
     *
     * @param ticket what this browser has to bring, within half an hour, to choose how to sign in
     */
    record Proved(String ticket) implements Proving {
        @Override
        public String toString() {
            return "Proved[…]";
        }
    }

    /** They do not, or the code is no longer good; nobody is told which. */
    record Refused() implements Proving {}

    /** They belong together, and somebody signs in to this record already. */
    record AlreadyClaimed() implements Proving {}

    /**
     * Too many tries from there: nothing was looked up.
     *
     * @param retryAfterSeconds when to try again
     */
    record Throttled(long retryAfterSeconds) implements Proving {}
}
