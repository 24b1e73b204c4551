package org.openplr.app;

import java.util.Set;

/** What comes of an app's asking, before any learner is. */
public sealed interface Asked {
    /** Nobody knows this app, or not with that address: whoever sent the learner here is not told anything. */
    record Unknown() implements Asked {}

    /**
     * It cannot be asked so.
     *
     * @param back where the learner's browser takes the error
     */
    record Refused(String back) implements Asked {}

    /**
     * The learner can be asked.
     *
     * @param redirect where the answer goes
     * @param state to be given back; empty where there is none
     * @param challenge of the verifier that the app will show (RFC 7636, S256)
     */
    record Fine(App app, String redirect, String state, Set<AppScope> scope, String challenge) implements Asked {
        public Fine {
            scope = Set.copyOf(scope);
        }

        @Override
        public String toString() {
            return "Fine[" + app.client().clientId() + "]";
        }
    }
}
