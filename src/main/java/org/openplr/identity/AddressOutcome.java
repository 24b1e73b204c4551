package org.openplr.identity;

import java.time.Instant;

/** What comes of asking for another address, and of confirming it. It never tells whether others use the same one. */
public sealed interface AddressOutcome {
    /** A code is on its way to the address; until then it has to be typed. */
    record CodeSent(Instant until) implements AddressOutcome {}

    /** Too many codes were asked for within the hour: none was sent. */
    record TooMany() implements AddressOutcome {}

    /** It is the address already; its language is as asked. */
    record Unchanged() implements AddressOutcome {}

    /** The address is confirmed, and is the account's from now on. */
    record Confirmed() implements AddressOutcome {}

    /** The code was wrong; how many tries are left. */
    record WrongCode(int left) implements AddressOutcome {}

    /** No code waits any more: it was not in time, or there were too many wrong ones. */
    record Over() implements AddressOutcome {}
}
