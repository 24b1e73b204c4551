package org.openplr.claim;

import java.util.UUID;

/** What comes of an identity that a provider proved; it never names a candidate. */
public sealed interface OnlineClaim {
    /** One learner fits exactly, and the record is theirs from now on. */
    record Claimed(UUID account) implements OnlineClaim {}

    /** No learner, or more than one: somebody has to look, at a desk. */
    record AskDesk() implements OnlineClaim {}

    /** One may fit: something that only the learner would have decides it, an activation code. */
    record NeedSharedSecret() implements OnlineClaim {}

    /** Somebody signs in to this record already; they are told. */
    record AlreadyClaimed() implements OnlineClaim {}

    /** Too much to do, or too many tries from there; nothing was done. */
    record Busy() implements OnlineClaim {}
}
