package org.openplr.audit;

/** On what basis somebody acted on a learner's data. */
public enum Basis {
    /** It is their own. */
    OWN,
    /** The learner shared it. */
    SHARE,
    /** The law lets the organisation, by its own route. */
    LAW,
    /** The service does its work: sign-in, import, upkeep. */
    SERVICE
}
