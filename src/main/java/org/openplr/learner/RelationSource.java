package org.openplr.learner;

/** How it is known that a learner has to do with an organisation. */
public enum RelationSource {
    /** The registration itself. */
    REGISTRATION,
    /** A return of individualised learner records. */
    ILR_RETURN,
    /** A school census. */
    CENSUS,
    /** An entry in the organisation's own enrolments. */
    ENROLMENT,
    /** An application. */
    APPLICATION
}
