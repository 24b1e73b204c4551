package org.openplr.challenge;

/** What came of a step. */
public sealed interface Stepped {
    /** It is taken. */
    record Done(Challenge challenge) implements Stepped {}

    /** Somebody else did something meanwhile; nothing was done. */
    record Meanwhile(Challenge now) implements Stepped {}

    /** It is not to be done in this state, or not by them. */
    record NotNow(Challenge now) implements Stepped {}
}
