package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Uln;
import org.openplr.platform.Part;

/** The grants in the database. */
@Part
class Grants {
    private final EntityManager entityManager;

    @Inject
    Grants(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Grant grant) {
        entityManager.persist(grant);
    }

    Optional<Grant> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Grant.class, id));
    }

    /** The grant as the database has it now, after its counters were moved beside the object. */
    Grant again(Grant grant) {
        var watched = entityManager.find(Grant.class, grant.id());
        entityManager.refresh(watched);
        return watched;
    }

    Optional<Grant> bySelector(String selector) {
        return read("SELECT g FROM Grant g WHERE g.selector = :it", selector);
    }

    Optional<Grant> byCode(Collection<String> digests) {
        return read("SELECT g FROM Grant g WHERE g.codeDigest IN :it", digests);
    }

    /** Only to be looked at: an opening moves counters in SQL, and nothing has to watch the object for changes. */
    private Optional<Grant> read(String query, Object it) {
        return entityManager
                .createQuery(query, Grant.class)
                .setParameter("it", it)
                .setHint("eclipselink.read-only", true)
                .getResultStream()
                .findFirst();
    }

    /** A learner's grants, newest first. */
    List<Grant> of(Collection<Uln> numbers) {
        return entityManager
                .createQuery(
                        "SELECT g FROM Grant g WHERE g.uln IN :numbers ORDER BY g.createdAt DESC, g.id", Grant.class)
                .setParameter("numbers", numbers.stream().map(Uln::digits).toList())
                .getResultList();
    }
}
