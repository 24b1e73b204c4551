package org.openplr.recipient;

import java.util.UUID;

/** What comes of an application of a recipient, and of its code. */
public sealed interface RecipientOutcome {
    /** A code went to the address. */
    record CodeSent(UUID id) implements RecipientOutcome {}

    /** Too many were asked for within the hour. */
    record TooMany() implements RecipientOutcome {}

    /** The domain is confirmed; administrators look at it. */
    record Confirmed() implements RecipientOutcome {}

    /** The code is another one. */
    record WrongCode(int left) implements RecipientOutcome {}

    /** There is no code any more. */
    record Over() implements RecipientOutcome {}
}
