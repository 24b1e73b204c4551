package org.openplr.learner;

/** What a learner has to do with an organisation. */
public enum RelationKind {
    /** It registered them in the learner register. */
    REGISTERED,
    /** They are, or were, on its roll. */
    ENROLLED,
    /** It teaches them for somebody else who enrolled them. */
    TAUGHT,
    /** They applied to it. */
    APPLIED
}
