package org.openplr.identity;

/** What comes of somebody who shows an invitation code. */
public sealed interface JoinOutcome {
    /** They are in, by their new passphrase. */
    record Joined(Welcome welcome) implements JoinOutcome {}

    /** The code, or the user name that a new way in is for, is not right, used, or over; nobody is told which. */
    record Refused() implements JoinOutcome {}

    /** The code is right, and somebody else has this user name. */
    record NameTaken() implements JoinOutcome {}

    /** Too many tries from there, or too much to do at this moment: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements JoinOutcome {}
}
