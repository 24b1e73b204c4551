package org.openplr.share;

import java.time.Instant;
import java.time.LocalDate;

/** Whether what somebody saw of a record still stands. */
public sealed interface Standing {
    /** It would be shown the same today. */
    record Stands() implements Standing {}

    /** Something of it was corrected; what, is not told. */
    record Superseded(Instant since) implements Standing {}

    /** The learner stopped the share: nothing more is told of the record. */
    record Withdrawn(Instant since) implements Standing {}

    /** By this day what was kept of it had to be deleted: nothing more is told of the record. */
    record Over(LocalDate deleteBy) implements Standing {}
}
