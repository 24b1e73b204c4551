package org.openplr.identity;

/** Who stands behind an account. */
public enum AccountKind {
    /** A person, about their own record. */
    LEARNER,
    /** A person who has no record here, and helps those who have. */
    PERSON,
    /** A person who works for a recipient of shares that is no provider. */
    RECIPIENT,
    /** A person who works for an organisation, or who runs the service. */
    USER,
    /** An organisation's system. */
    CLIENT
}
