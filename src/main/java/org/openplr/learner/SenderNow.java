package org.openplr.learner;

import java.util.Optional;
import org.openplr.party.Actor;

/**
 * What the sender of a file may do by now: who was let go, or is no longer to send files, has none worked off in their name.
 * It is declared here and kept by the context that knows accounts and systems.
 */
public interface SenderNow {
    /** The same person or system with the roles that count at this moment; empty where their access has ended. */
    Optional<Actor.OrganisationUser> now(Actor.OrganisationUser sender);
}
