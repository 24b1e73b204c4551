package org.openplr.challenge;

import org.openplr.evidence.EvidenceFile;
import org.openplr.evidence.Unfit;

/** What came of giving a file. */
public sealed interface Given {
    /** It is kept. */
    record Done(Challenge challenge, EvidenceFile file) implements Given {}

    /** It is not taken, and nothing of it is kept. */
    record Not(Unfit why) implements Given {}

    /** There are as many as one challenge may have. */
    record TooMany() implements Given {}

    /** Somebody else did something meanwhile; nothing was done. */
    record Meanwhile(Challenge now) implements Given {}

    /** It is not to be given in this state, or not by them. */
    record NotNow(Challenge now) implements Given {}
}
