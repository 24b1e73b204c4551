package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/** Which creating calls of a learner were answered before. */
@Part
class Repeats {
    private final EntityManager entityManager;
    private final Vault vault;

    @Inject
    Repeats(EntityManager entityManager, Vault vault) {
        this.entityManager = entityManager;
        this.vault = vault;
    }

    /**
     * The grant that the same call made.
     *
     * @throws Mistake CONFLICT {@code idempotency-key-reused}: the same key, another request
     */
    Optional<UUID> madeBefore(Actor.Learner learner, Optional<Idempotency> call) {
        if (call.isEmpty()) return Optional.empty();
        var rows = entityManager
                .createNativeQuery("SELECT request, grant_id FROM share_idempotency WHERE uln = ?1 AND digest = ?2")
                .setParameter(1, learner.uln().digits())
                .setParameter(2, vault.digest(call.get().key()))
                .getResultList();
        if (rows.isEmpty()) return Optional.empty();
        var row = (Object[]) rows.getFirst();
        if (!vault.digest(call.get().request()).equals(row[0]))
            throw Mistake.of(Mistake.Kind.CONFLICT, "idempotency-key-reused");
        return Optional.of(UUID.fromString((String) row[1]));
    }

    void remember(Actor.Learner learner, Idempotency call, UUID grant) {
        entityManager
                .createNativeQuery(
                        "INSERT INTO share_idempotency (uln, digest, request, grant_id) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, learner.uln().digits())
                .setParameter(2, vault.digest(call.key()))
                .setParameter(3, vault.digest(call.request()))
                .setParameter(4, grant.toString())
                .executeUpdate();
    }
}
