package org.openplr.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;

/**
 * A system of an organisation, or an app of it that learners use, as its super users see it. It gets bearer tokens from
 * when it is made until it expires, while it is not suspended and has a key; two at a time, so that one follows the other
 * without a gap. An app that can keep no secret has none.
 *
 * @param clientId by which name it asks for tokens
 * @param kind what it is
 * @param roles what its tokens may do at most
 * @param networks where it may come from, in CIDR notation; none is anywhere
 * @param suspendedAt since when it is suspended; null while it is not
 * @param keys those that have not ended, the oldest first
 */
public record ApiClient(
        UUID id,
        String clientId,
        String name,
        Ukprn organisation,
        Kind kind,
        Set<Role> roles,
        List<String> networks,
        Instant made,
        Instant expires,
        @Nullable Instant suspendedAt,
        List<Key> keys) {
    /** What a client is. */
    public enum Kind {
        /** It acts for its organisation. */
        SYSTEM,
        /** It acts for the learners who allow it, and runs where it can keep no secret: on their own devices. */
        PUBLIC_APP,
        /** It acts for the learners who allow it, and proves itself by a key. */
        CONFIDENTIAL_APP
    }

    /** What a key is. */
    public enum KeyKind {
        /** A public key, for {@code private_key_jwt}. */
        PUBLIC,
        /** A secret of ours, shown once. */
        SECRET,
        /** A secret that somebody thought of: demo data, in development only. */
        PHRASE
    }

    /**
     * A key.
     *
     * @param label how people tell it from another; it proves nothing
     * @param lastUsed to the minute; null while it was never used
     */
    public record Key(
            UUID id,
            KeyKind kind,
            String label,
            Instant made,
            @Nullable Instant lastUsed) {}

    public ApiClient {
        roles = Set.copyOf(roles);
        networks = List.copyOf(networks);
        keys = List.copyOf(keys);
    }

    /** The system as the one who acts. */
    Actor.OrganisationUser actor() {
        return new Actor.OrganisationUser(id, organisation, roles);
    }

    /** Whether learners use it. */
    public boolean isApp() {
        return kind != Kind.SYSTEM;
    }

    /** How many keys it has at most. */
    public int keysAtMost() {
        return kind == Kind.PUBLIC_APP ? 0 : 2;
    }

    public boolean suspended() {
        return suspendedAt != null;
    }

    /** When it was last used, by whichever key; null if never. */
    public @Nullable Instant lastUsed() {
        return keys.stream()
                .map(Key::lastUsed)
                .filter(java.util.Objects::nonNull)
                .max(java.util.Comparator.naturalOrder())
                .orElse(null);
    }
}
