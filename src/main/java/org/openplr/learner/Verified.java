package org.openplr.learner;

import java.util.List;
import org.openplr.matching.Field;
import org.openplr.party.Uln;

/** Whether what an organisation holds of a learner is what the register says. */
public sealed interface Verified {
    /** It is. */
    record Yes() implements Verified {}

    /** It is this learner, and these fields say something else: nothing tells what. */
    record ToUpdate(List<Field> fields) implements Verified {
        public ToUpdate {
            fields = List.copyOf(fields);
        }
    }

    /** It is this learner, whose number another one took the place of. */
    record Linked(Uln master, List<Field> fields) implements Verified {
        public Linked {
            fields = List.copyOf(fields);
        }
    }

    /** It is not, or there is no such number: the two are not told apart. */
    record No() implements Verified {}

    /** Not looked at: so many different people were looked for today; again after so many seconds. */
    record OverQuota(long seconds) implements Verified {}
}
