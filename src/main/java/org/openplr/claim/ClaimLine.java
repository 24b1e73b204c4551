package org.openplr.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Uln;

/**
 * How a record stands, for administrators.
 *
 * @param accounts who signs in to it; none where it is not claimed
 * @param disputes those that are not settled, newest first
 * @param death what was noted where the learner died
 */
public record ClaimLine(Uln uln, String name, List<Holding> accounts, List<Dispute> disputes, Optional<Death> death) {
    public ClaimLine {
        accounts = List.copyOf(accounts);
        disputes = List.copyOf(disputes);
    }

    /** An account that is open. */
    public record Holding(UUID account, Instant since) {}

    /** Somebody says that the claim is wrong. */
    public record Dispute(String reason, Instant recorded) {}

    /** Somebody noted that the learner died. */
    public record Death(String reason, Instant noted, UUID by) {}

    public boolean isClaimed() {
        return !accounts.isEmpty();
    }

    @Override
    public String toString() {
        return "ClaimLine[" + uln + "]";
    }
}
