package org.openplr.record;

/** What a learning event tells. */
public enum EventKind {
    /** A qualification was achieved. */
    ACHIEVEMENT,
    /** A unit, with its credits, was achieved. */
    UNIT,
    /** Somebody took part in a course, whether or not anything came of it. */
    PARTICIPATION
}
