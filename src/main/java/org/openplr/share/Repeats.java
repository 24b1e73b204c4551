package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Which creating calls of a learner were answered before. */
@Part
class Repeats {
    private final Sql sql;
    private final Vault vault;

    @Inject
    Repeats(Sql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /**
     * The grant that the same call made.
     *
     * @throws Mistake CONFLICT {@code idempotency-key-reused}: the same key, another request
     */
    Optional<UUID> madeBefore(Actor.ForLearner learner, Optional<Idempotency> call) {
        if (call.isEmpty()) return Optional.empty();
        var made = sql.rows(
                "SELECT request, grant_id FROM share_idempotency WHERE uln = ? AND digest = ?",
                row -> new Made(row.text("request"), row.id("grant_id")),
                List.of(learner.uln().digits(), vault.digest(call.get().key())));
        if (made.isEmpty()) return Optional.empty();
        if (!vault.digest(call.get().request()).equals(made.getFirst().request()))
            throw Mistake.of(Mistake.Kind.CONFLICT, "idempotency-key-reused");
        return Optional.of(made.getFirst().grant());
    }

    /** What a call made: the digest of its request, and the grant. */
    private record Made(String request, UUID grant) {}

    void remember(Actor.ForLearner learner, Idempotency call, UUID grant) {
        sql.update(
                "INSERT INTO share_idempotency (uln, digest, request, grant_id) VALUES (?, ?, ?, ?)",
                List.of(learner.uln().digits(), vault.digest(call.key()), vault.digest(call.request()), grant));
    }
}
