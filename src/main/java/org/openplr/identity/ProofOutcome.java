package org.openplr.identity;

/** What comes of somebody signed in proving again who they are, or changing how they do. */
public sealed interface ProofOutcome {
    /**
     * Proved: the session has a new secret and the old one is nobody's.
     *
     * @param session the secret for the browser's cookie; it is nowhere else
     */
    record Proved(String session) implements ProofOutcome {
        @Override
        public String toString() {
            return "Proved[…]";
        }
    }

    /** It was not right; nobody is told which part. */
    record Refused() implements ProofOutcome {}

    /** Too many tries from there, or too much to do at this moment: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements ProofOutcome {}
}
