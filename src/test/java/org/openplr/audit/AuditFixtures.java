package org.openplr.audit;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;

/** Ledgers and events for tests. */
public final class AuditFixtures {
    private static final Random CHANCE = new SecureRandom();

    private AuditFixtures() {}

    /** A ledger that writes through this entity manager and lives at this time. */
    public static Ledger ledger(EntityManager entityManager, InstantSource clock) {
        return new Ledger(entityManager, clock, new Ids(clock, new SecureRandom()));
    }

    /** A valid number that no other test has. */
    static Uln someLearner() {
        return Uln.fromFirstNine(Integer.toString(100_000_000 + CHANCE.nextInt(900_000_000)))
                .orElseGet(AuditFixtures::someLearner);
    }

    /** An employer opened a share of this learner. */
    static Happened opened(Uln subject, UUID share) {
        return new Happened(
                new Actor.Checker("Brecon Joinery", "Mari Evans", "client-digest"),
                Optional.of(subject),
                "share.opened",
                Basis.SHARE,
                "employment",
                Outcome.ALLOWED,
                "",
                Optional.of(share),
                List.of("name", "achievements"),
                "typed");
    }

    /** Something that happened. */
    record Happened(
            Actor actor,
            Optional<Uln> subject,
            String what,
            Basis basis,
            String purpose,
            Outcome outcome,
            String reason,
            Optional<UUID> about,
            List<String> fields,
            String proof)
            implements LedgerEvent {
        Happened by(Actor other) {
            return new Happened(other, subject, what, basis, purpose, outcome, reason, about, fields, proof);
        }

        Happened what(String other) {
            return new Happened(actor, subject, other, basis, purpose, outcome, reason, about, fields, proof);
        }
    }
}
