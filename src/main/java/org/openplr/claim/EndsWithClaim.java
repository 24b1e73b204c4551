package org.openplr.claim;

import java.util.Set;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/**
 * What whoever claimed a record did with it, and what may not outlive their claim. It is declared here and kept by the
 * context that owns it, as the ledger's events are.
 */
public interface EndsWithClaim {
    /**
     * The claim was taken back, or given up by whoever had it; in the same transaction.
     *
     * @param numbers all of the learner's
     */
    void claimTakenBack(Actor by, Set<Uln> numbers);
}
