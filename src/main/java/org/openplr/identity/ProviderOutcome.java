package org.openplr.identity;

/** What comes of a provider's word for somebody. */
public sealed interface ProviderOutcome {
    /** It opens this account. */
    record Entered(Welcome welcome) implements ProviderOutcome {}

    /**
     * It proves again who is signed in.
     *
     * @param session the new secret for the browser's cookie
     */
    record Proved(String session) implements ProviderOutcome {
        @Override
        public String toString() {
            return "Proved[…]";
        }
    }

    /** From now on it opens the account of whoever is signed in. */
    record Bound() implements ProviderOutcome {}

    /** It opens nothing. */
    record Refused(Why why) implements ProviderOutcome {}

    /** Why it opens nothing. */
    enum Why {
        /** No account is bound to this person at this provider. */
        UNKNOWN("provider-unknown"),
        /** The account is of another organisation, or not of the kind that this provider is for. */
        NOT_THEIRS("provider-not-theirs"),
        /** The organisation's provider does not say that two factors were used. */
        ONE_FACTOR("provider-one-factor"),
        /** It opens another account already. */
        TAKEN("provider-taken"),
        /** It is somebody else, or they did not prove it anew. */
        NOT_PROVED("provider-not-proved");

        private final String reason;

        Why(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
