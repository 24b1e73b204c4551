package org.openplr.identity;

import java.time.Instant;

/** What comes of a step with the people of an organisation. */
public sealed interface PeopleOutcome {
    /** It is done. */
    record Done() implements PeopleOutcome {}

    /**
     * Somebody is invited, or has a new way in.
     *
     * @param code told now and never again
     * @param ends until when it is good
     */
    record Invited(InvitationCode code, Instant ends) implements PeopleOutcome {}

    /** There is nobody of this id in this organisation. */
    record NotFound() implements PeopleOutcome {}

    /** Only a super user of the organisation, or an administrator, may. */
    record NotAllowed() implements PeopleOutcome {}

    /** Nobody does this to themselves. */
    record Own() implements PeopleOutcome {}

    /** There would be no super user left. */
    record LastSuperUser() implements PeopleOutcome {}
}
