package org.openplr.share;

/** What becomes of an item that the learner disputes. */
public enum OnChallenge {
    /** It is shown, marked as disputed by the learner. */
    SHOW,
    /** It is held back as long as it is disputed. */
    WITHHOLD
}
