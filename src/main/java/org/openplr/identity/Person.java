package org.openplr.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;

/**
 * Somebody who works for an organisation, as those see them who look after its people.
 *
 * @param name empty where nobody wrote one down
 * @param lastUsed when they signed in last; empty where they never did
 * @param secondFactor whether they have more than a passphrase
 * @param sessions how many browsers they are signed in with now
 * @param own whether it is whoever looks
 */
public record Person(
        UUID id,
        String name,
        String username,
        Set<Role> roles,
        Optional<Instant> lastUsed,
        boolean secondFactor,
        int sessions,
        boolean own) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** What others call them. */
    public String called() {
        return name.isEmpty() ? username : name;
    }

    /** When they signed in last, for a page; null where they never did. */
    public @Nullable Instant lastVisit() {
        return lastUsed.orElse(null);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
