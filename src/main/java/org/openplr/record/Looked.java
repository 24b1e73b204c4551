package org.openplr.record;

import org.openplr.learner.Learner;

/** What came of an organisation's own look at a record. */
public sealed interface Looked {
    /** The record, without what its sources restrict. */
    record Shown(Learner learner, PersonalRecord record) implements Looked {}

    /** There is such a learner of theirs, and the record is not shown. */
    record Stopped(RecordAccess.Stop why) implements Looked {}

    /** There is no such learner, or none of theirs: the two are not told apart. */
    record Nobody() implements Looked {}

    /**
     * The user or the organisation has looked for too many people today.
     *
     * @param seconds until it is worth trying again
     */
    record OverQuota(long seconds) implements Looked {}
}
