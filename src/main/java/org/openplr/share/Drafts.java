package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** The drafts of shares: one row a journey, the learner's own, gone after a day. */
@Service
public class Drafts {
    private static final Duration DAY = Duration.ofHours(24);

    private final EntityManager entityManager;
    private final OwnGrants own;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Drafts(EntityManager entityManager, OwnGrants own, Vault vault, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.own = own;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a draft, and clears away what was left lying for a day. */
    public Draft begin(Actor.ForLearner learner) {
        Right.SHARE.require(learner);
        var now = clock.instant();
        entityManager
                .createQuery("DELETE FROM DraftRow d WHERE d.createdAt < :before")
                .setParameter("before", now.minus(DAY))
                .executeUpdate();
        var row = new DraftRow(ids.next(), learner.uln(), now);
        entityManager.persist(row);
        return row.shown();
    }

    public Optional<Draft> find(Actor.ForLearner learner, UUID id) {
        return row(learner, id).map(DraftRow::shown);
    }

    /** Keeps the answers of a draft; empty where there is no such draft of this learner. */
    public Optional<Draft> keep(Actor.ForLearner learner, UUID id, Draft.Answers answers) {
        return row(learner, id).map(row -> row.answered(answers));
    }

    /**
     * Keeps a PIN, as a digest.
     *
     * @throws Mistake UNPROCESSABLE {@code pin-invalid}
     */
    public Optional<Draft> keepPin(Actor.ForLearner learner, UUID id, String digits) {
        if (!OfferRule.isPin(digits)) throw Mistake.unprocessable(Fault.at("/secondFactor/pin", "pin-invalid"));
        return row(learner, id).map(row -> row.pin(vault.keep(new SecondFactor.Pin(digits), id)));
    }

    /**
     * The offer that a draft has become.
     *
     * @return empty where there is no such draft, or a question is still open
     */
    public Optional<ShareOffer> offer(Actor.ForLearner learner, UUID id, Language language) {
        return row(learner, id).flatMap(row -> row.offer(language));
    }

    /** Throws a draft away: it was shared, or given up. */
    public void discard(Actor.ForLearner learner, UUID id) {
        row(learner, id).ifPresent(entityManager::remove);
    }

    private Optional<DraftRow> row(Actor.ForLearner learner, UUID id) {
        Right.SHARE.require(learner);
        return Optional.ofNullable(entityManager.find(DraftRow.class, id.toString()))
                .filter(row -> own.isTheirs(learner, row.uln(), "draft.looked-at", Optional.empty()))
                .filter(row -> row.isOf(learner.uln())
                        && !row.isOlderThan(clock.instant().minus(DAY)));
    }
}
