package org.openplr.identity;

import java.util.Set;
import org.openplr.party.Role;

/** What a system gets when it asks for a token. */
public sealed interface TokenOutcome {
    /**
     * A token.
     *
     * @param roles what it may do: the scope that was granted
     */
    record Granted(AccessToken token, Set<Role> roles) implements TokenOutcome {}

    /** It did not prove who it is; nobody is told what was wrong. */
    record NotProved() implements TokenOutcome {}

    /** It proved who it is, and may not have a token now. */
    record NotNow(Reason reason) implements TokenOutcome {}

    /** It asks for more than it was granted, or for what there is not. */
    record NotGranted() implements TokenOutcome {}

    /** Too many failures from there: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements TokenOutcome {}

    /** Why not now. */
    enum Reason {
        SUSPENDED,
        EXPIRED,
        /** It is an app: it acts for learners, and never for itself. */
        APP,
        /** It is no app: it acts for its organisation, and never for a learner. */
        SYSTEM,
        /** It comes from outside of its networks. */
        ELSEWHERE
    }
}
