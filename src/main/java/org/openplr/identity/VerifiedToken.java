package org.openplr.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;

/** A bearer token whose signature is ours, for us and of now. */
sealed interface VerifiedToken {
    Instant expires();

    /** Of somebody who signed in. */
    record Person(Actor actor, Instant expires) implements VerifiedToken {}

    /**
     * Of an app.
     *
     * @param permission the share by which a learner allowed it
     */
    record OfApp(String clientId, UUID permission, Instant expires) implements VerifiedToken {}

    /**
     * Of a system.
     *
     * @param key with which it proved itself
     * @param roles the scope that was granted
     */
    record OfClient(String clientId, UUID key, Ukprn organisation, Set<Role> roles, Instant expires)
            implements VerifiedToken {
        public OfClient {
            roles = Set.copyOf(roles);
        }
    }
}
