package org.openplr.claim;

import java.time.Instant;

/** What comes of a check at a desk. */
public sealed interface DeskOutcome {
    /**
     * A code was made; older ones are worth nothing.
     *
     * @param code to be handed over or sent by letter; it is nowhere else
     */
    record Made(ActivationCode code, Instant expires) implements DeskOutcome {}

    /** It is noted, and no code was asked for. */
    record Recorded() implements DeskOutcome {}

    /** It is noted, and waits for another officer of the organisation. */
    record SecondOfficerNeeded() implements DeskOutcome {}

    /** Whoever made the check cannot confirm it. */
    record SameOfficer() implements DeskOutcome {}

    /** The learner died. */
    record Deceased() implements DeskOutcome {}

    /** The name is the one that the register has. */
    record SameName() implements DeskOutcome {}

    /** Nobody who could be checked here, or nothing that waits. */
    record NotFound() implements DeskOutcome {}
}
