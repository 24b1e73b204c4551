package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;

/** The counted views of grants, each with the session in which it may be repeated. */
@Part
class Views {
    private static final Duration SESSION = Duration.ofMinutes(30);

    private final EntityManager entityManager;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Views(EntityManager entityManager, Vault vault, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** A view that was counted, and the secret of its session. */
    record Seen(UUID view, Instant at, String session) {}

    Seen add(Grant grant, Viewer viewer, String recordVersion) {
        var now = clock.instant();
        var session = vault.drawSession();
        var view =
                new View(ids.next(), grant.id(), now, viewer, recordVersion, vault.digest(session), now.plus(SESSION));
        entityManager.persist(view);
        return new Seen(view.id(), now, session);
    }

    Seen again(Grant grant, String session) {
        var view = entityManager
                .createQuery("SELECT v FROM View v WHERE v.grantId = :grant AND v.sessionDigest = :session", View.class)
                .setParameter("grant", grant.id())
                .setParameter("session", vault.digest(session))
                .getSingleResult();
        return new Seen(view.id(), view.seenAt(), session);
    }

    /** The views of a grant, newest first. */
    List<ShareView> of(Grant grant) {
        return entityManager
                .createQuery(
                        "SELECT v FROM View v WHERE v.grantId = :grant ORDER BY v.seenAt DESC, v.id DESC", View.class)
                .setParameter("grant", grant.id())
                .getResultStream()
                .map(View::shown)
                .toList();
    }
}
