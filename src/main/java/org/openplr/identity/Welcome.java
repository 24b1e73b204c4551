package org.openplr.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Role;

/**
 * Somebody whose account is proved.
 *
 * @param actor as whom they act
 * @param previousVisit when they signed in the time before this one; empty on the first visit
 * @param proof by what they proved it
 */
public record Welcome(
        Actor actor,
        UUID account,
        AccountKind kind,
        String username,
        Set<Role> roles,
        Optional<Instant> previousVisit,
        Proof proof)
        implements SignInOutcome, FirstStep {
    public Welcome {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Welcome[" + account + "]";
    }
}
