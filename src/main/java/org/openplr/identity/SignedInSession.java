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
 * @param id names the session and is no secret
 * @param actor as whom its owner acts, on their own behalf
 * @param previousVisit when this account signed in the time before; empty on the first visit
 * @param provedAt when it was last proved who this is
 * @param proof and by what
 * @param helping by which learner's leave its owner helps them at the moment
 */
public record SignedInSession(
        UUID id,
        Actor actor,
        UUID account,
        String username,
        Set<Role> roles,
        Optional<Instant> previousVisit,
        Instant provedAt,
        Proof proof,
        Optional<UUID> helping) {
    public SignedInSession {
        roles = Set.copyOf(roles);
    }

    /** The same session for whoever its owner is at this moment. */
    SignedInSession as(Actor now) {
        if (now.equals(actor)) return this;
        var counting = now instanceof Actor.OrganisationUser user ? user.roles() : roles;
        return new SignedInSession(id, now, account, username, counting, previousVisit, provedAt, proof, helping);
    }

    @Override
    public String toString() {
        return "SignedInSession[" + account + "]";
    }
}
