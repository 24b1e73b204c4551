package org.openplr.claim;

import org.openplr.identity.Welcome;

/** What comes of choosing how to sign in. */
public sealed interface Activated {
    /** The record is claimed and the account is open. */
    record Claimed(Welcome welcome) implements Activated {}

    /** It took too long, or the code was used or replaced meanwhile. */
    record Lapsed() implements Activated {}

    /** Somebody else was faster. */
    record AlreadyClaimed() implements Activated {}

    /** Too much to do at this moment; nothing was done. */
    record Busy() implements Activated {}
}
