package org.openplr.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openplr.party.Role;

/**
 * A system, or an app that learners use, that somebody wants to make.
 *
 * @param roles what a system may do; an app has none
 * @param networks as typed, each in CIDR notation; none is anywhere
 * @param jwk a public key as JSON (RFC 7517), or empty for a secret of ours; an app that can keep none has no key
 */
public record NewClient(
        ApiClient.Kind kind, String name, Set<Role> roles, List<String> networks, Instant expires, String jwk) {
    /** A system. */
    public NewClient(String name, Set<Role> roles, List<String> networks, Instant expires, String jwk) {
        this(ApiClient.Kind.SYSTEM, name, roles, networks, expires, jwk);
    }

    public NewClient {
        roles = Set.copyOf(roles);
        networks = List.copyOf(networks);
    }
}
