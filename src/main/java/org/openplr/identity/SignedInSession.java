package org.openplr.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Role;

/**
 * A browser that is signed in.
 *
 * @param previousVisit when this account signed in the time before; empty on the first visit
 */
public record SignedInSession(
        Actor actor, UUID account, String username, Set<Role> roles, Optional<Instant> previousVisit) {
    public SignedInSession {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "SignedInSession[" + account + "]";
    }
}
