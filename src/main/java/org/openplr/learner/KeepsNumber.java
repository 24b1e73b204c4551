package org.openplr.learner;

import java.util.Set;
import org.openplr.party.Uln;

/**
 * Something that hangs on a number: an account, learning events. A number that something hangs on is not deleted. It is
 * declared here and kept by the contexts that know, as the ledger's events are.
 */
public interface KeepsNumber {
    /** Whether something hangs on one of these. */
    boolean keeps(Set<Uln> numbers);
}
