package org.openplr.audit;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Secrets;
import org.openplr.platform.Settings;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Ledgers and events for tests. */
public final class AuditFixtures {
    private static final Random CHANCE = new SecureRandom();
    private static final Settings SETTINGS = madeForTests();

    private AuditFixtures() {}

    /** A ledger that writes through this entity manager and lives at this time. */
    public static Ledger ledger(EntityManager entityManager, InstantSource clock) {
        return ledger(new Sql(entityManager), clock);
    }

    /** The same, on statements of their own. */
    public static Ledger ledger(Sql sql, InstantSource clock) {
        return new Ledger(sql, clock, new Ids(clock, new SecureRandom()));
    }

    /** What others reached for that is this learner's, the oldest first: {@code what about}. */
    public static List<String> strangers(Database db, Uln owner) {
        return db.call(em -> new Sql(em)
                .rows(
                        "select what, about from ledger_entry where subject_uln = ? and reason = 'not-owner' and"
                                + " outcome = 'REFUSED' and id in (select entry_id from ledger_pending) order by"
                                + " happened_at, id",
                        row -> (row.text("what") + " " + Objects.requireNonNullElse(row.textIfAny("about"), ""))
                                .strip(),
                        List.of(owner.digits())));
    }

    /** The one key of all tests' ledgers: they share the databases, and so the tree. */
    static Settings settings() {
        return SETTINGS;
    }

    static Sequencer sequencer(EntityManager entityManager) {
        return new Sequencer(new Sql(entityManager), FixedClock.at("2026-11-24T10:00:00Z"), SETTINGS);
    }

    static LedgerVerification verification(EntityManager entityManager) {
        return new LedgerVerification(new Sql(entityManager), SETTINGS.secrets());
    }

    /** The sealed entries one after another. */
    public static LedgerFeed feed(Sql sql) {
        return new LedgerFeed(sql);
    }

    /** Seals whatever waits, by batches, each in a transaction of its own. */
    public static int sealAll(Database db) {
        var sealed = 0;
        int batch;
        do {
            batch = db.call(em -> sequencer(em).sealPending());
            sealed += batch;
        } while (batch > 0);
        return sealed;
    }

    private static Settings madeForTests() {
        var given = new HashMap<String, String>();
        given.put("openplr.profile", "production");
        given.put("openplr.public-url", "https://plr.example");
        given.put("keystore.password", "of no key store");
        given.put("openplr.evidence.scanner", "none");
        given.put("openplr.smtp.host", "smtp.example");
        given.put("openplr.smtp.from", "plr@plr.example");
        Secrets.generate().forEach((name, value) -> given.put((String) name, (String) value));
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
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

        Happened refused(String why) {
            return new Happened(actor, subject, what, basis, purpose, Outcome.REFUSED, why, about, List.of(), proof);
        }

        Happened what(String other) {
            return new Happened(actor, subject, other, basis, purpose, outcome, reason, about, fields, proof);
        }
    }
}
