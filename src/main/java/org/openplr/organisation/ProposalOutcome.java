package org.openplr.organisation;

/** What comes of deciding a proposal. */
public sealed interface ProposalOutcome {
    /** It is decided, and in force where it was approved. */
    record Done() implements ProposalOutcome {}

    /** Nobody approves what they proposed themselves. */
    record Own() implements ProposalOutcome {}

    /** Somebody decided it before. */
    record Decided() implements ProposalOutcome {}

    /** There is no such proposal. */
    record NotFound() implements ProposalOutcome {}
}
