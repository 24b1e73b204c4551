package org.openplr.learner;

/** How much a find tells (LRS FindType). */
public enum FindType {
    /** FUL: who is found, and who may be meant. */
    FULL,
    /** CHK: that a learner exists, and the number. */
    CHECK
}
