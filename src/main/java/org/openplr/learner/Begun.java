package org.openplr.learner;

/** What came of noting what a learner has to do with an organisation. */
public sealed interface Begun {
    /** It is noted. */
    record Done() implements Begun {}

    /** Nobody has this number and these names together; which of them is wrong is not told. */
    record Nobody() implements Begun {}

    /**
     * The user or the organisation has looked for too many people today.
     *
     * @param seconds until it is worth trying again
     */
    record OverQuota(long seconds) implements Begun {}
}
