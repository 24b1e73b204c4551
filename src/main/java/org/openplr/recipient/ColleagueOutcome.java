package org.openplr.recipient;

import java.time.Instant;
import org.openplr.identity.Welcome;

/** What comes of a step with the people of a recipient. */
public sealed interface ColleagueOutcome {
    /** A code went to the address. */
    record Invited(Instant ends) implements ColleagueOutcome {}

    /** Too many were invited within a day, or there are too many people. */
    record TooMany() implements ColleagueOutcome {}

    /** It is done. */
    record Done() implements ColleagueOutcome {}

    /** Nobody ends their own access. */
    record Own() implements ColleagueOutcome {}

    /** There is nobody of this id among them. */
    record NotFound() implements ColleagueOutcome {}

    /** Somebody came, has an account and is signed in. */
    record Joined(Welcome welcome) implements ColleagueOutcome {}

    /** The code is another one. */
    record WrongCode(int left) implements ColleagueOutcome {}

    /** There is no code any more. */
    record Over() implements ColleagueOutcome {}

    /** Too much is tried from there, or there is too much to do. */
    record Throttled(long seconds) implements ColleagueOutcome {}
}
