package org.openplr.challenge;

/** What part somebody has in a challenge. */
public enum Who {
    /** The learner whose record it is, or the organisation that raised it for them. */
    RAISER,
    /** Whoever owns the data; the service where nobody does. */
    OWNER,
    SERVICE,
    /** Nobody: it is time. */
    CLOCK
}
