package org.openplr.challenge;

import java.time.LocalDate;

/** What came of raising a challenge. */
public sealed interface Raised {
    /** It is with whoever owns the data. */
    record Done(Challenge challenge) implements Raised {}

    /** What is missing could not be there yet: it is raised by itself on that day, if it still is not. */
    record Later(Challenge challenge, LocalDate on) implements Raised {}

    /** The same is being challenged already. */
    record Already(Challenge open) implements Raised {}
}
