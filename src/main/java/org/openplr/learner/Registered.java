package org.openplr.learner;

import java.util.List;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake.Fault;

/** What became of a wish to register somebody. */
public sealed interface Registered {
    /** They have a number now (WSRC0005). */
    record New(Uln uln) implements Registered {}

    /** The same was asked before, and this is the number that was given then. */
    record Again(Uln uln) implements Registered {}

    /** They are in the register already, and nobody new was made (WSRC0021). */
    record Known(Uln uln) implements Registered {}

    /** Nobody looked for them before (WSRC0021). */
    record FindFirst() implements Registered {}

    /** From a file: so many may be meant, and a person has to look. */
    record Possible(int howMany) implements Registered {}

    /** From a file: more than ten may be meant. */
    record TooMany() implements Registered {}

    /** From a file: it cannot be taken. */
    record Rejected(List<Fault> faults) implements Registered {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
