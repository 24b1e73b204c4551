package org.openplr.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.openplr.party.Role;

/**
 * A system that somebody wants to make.
 *
 * @param networks as typed, each in CIDR notation; none is anywhere
 * @param jwk a public key as JSON (RFC 7517), or empty for a secret of ours
 */
public record NewClient(String name, Set<Role> roles, List<String> networks, Instant expires, String jwk) {
    public NewClient {
        roles = Set.copyOf(roles);
        networks = List.copyOf(networks);
    }
}
