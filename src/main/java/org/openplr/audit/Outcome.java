package org.openplr.audit;

/** Whether what was asked for was done. */
public enum Outcome {
    ALLOWED,
    REFUSED
}
