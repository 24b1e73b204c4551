package org.openplr.identity;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Sql;

/** How a system, and the key it proved itself with, stand at a moment. */
record ClientStanding(UUID client, List<String> networks, Instant expires, boolean suspended, boolean keyEnded) {
    static ClientStanding of(Sql.Row row) throws SQLException {
        return new ClientStanding(
                row.id("id"),
                ClientRows.networks(row.text("networks")),
                row.moment("expires_at"),
                row.momentIfAny("suspended_at") != null,
                row.momentIfAny("ended_at") != null);
    }

    static ClientStanding of(ApiClient client) {
        return new ClientStanding(client.id(), client.networks(), client.expires(), client.suspended(), false);
    }

    /** Whether it may act from there now. */
    boolean mayAct(Instant now, String address) {
        return !keyEnded && objection(now, address).isEmpty();
    }

    /** Why it may not have a token now. */
    Optional<TokenOutcome.Reason> objection(Instant now, String address) {
        if (suspended) return Optional.of(TokenOutcome.Reason.SUSPENDED);
        if (!expires.isAfter(now)) return Optional.of(TokenOutcome.Reason.EXPIRED);
        return mayComeFrom(address) ? Optional.empty() : Optional.of(TokenOutcome.Reason.ELSEWHERE);
    }

    private boolean mayComeFrom(String address) {
        if (networks.isEmpty()) return true;
        return Network.address(address)
                .filter(from -> networks.stream()
                        .map(Network::parse)
                        .flatMap(Optional::stream)
                        .anyMatch(network -> network.holds(from)))
                .isPresent();
    }
}
