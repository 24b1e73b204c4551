package org.openplr.helping;

import org.openplr.identity.Welcome;

/** What comes of somebody who shows a helper's code. */
public sealed interface HelpOutcome {
    /** They may help from now on, with the account that they had. */
    record Accepted() implements HelpOutcome {}

    /** They may help from now on, and have a new account, in which they are. */
    record Joined(Welcome welcome) implements HelpOutcome {}

    /** The code is not right, used, or over; nobody is told which. */
    record Refused() implements HelpOutcome {}

    /** It is their own record. */
    record Own() implements HelpOutcome {}

    /** Too many tries from there, or too much to do at this moment: nothing was checked. */
    record Throttled(long retryAfterSeconds) implements HelpOutcome {}
}
