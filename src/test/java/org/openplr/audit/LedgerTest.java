package org.openplr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.audit.AuditFixtures.ledger;
import static org.openplr.audit.AuditFixtures.opened;
import static org.openplr.audit.AuditFixtures.someLearner;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class LedgerTest {
    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00.123456Z");
    private final Uln mari = someLearner();
    private final UUID share = UUID.randomUUID();

    @OnBothDatabases
    void entryIsReadAsItWasWritten(Database db) {
        var id = db.call(em -> ledger(em, clock).write(opened(mari, share)));

        assertThat(about(db))
                .containsExactly(new LedgerEntry(
                        id,
                        Instant.parse("2026-11-24T09:30:00.123Z"),
                        "checker",
                        "Brecon Joinery",
                        "Mari Evans",
                        "typed",
                        "share.opened",
                        Basis.SHARE,
                        "employment",
                        Outcome.ALLOWED,
                        "",
                        Optional.of(share),
                        List.of("name", "achievements")));
    }

    @OnBothDatabases
    void writingTakesTwoStatements(Database db) {
        assertThat(db.statements(em -> ledger(em, clock).write(opened(mari, share))))
                .isEqualTo(2);
    }

    @OnBothDatabases
    void entryFallsWithTheTransaction(Database db) {
        assertThatThrownBy(() -> db.run(em -> {
                    ledger(em, clock).write(opened(mari, share));
                    throw new IllegalStateException("the deed failed");
                }))
                .hasMessage("the deed failed");

        assertThat(about(db)).isEmpty();
    }

    @OnBothDatabases
    void pagesAreCompleteAndStableWhileMoreIsWritten(Database db) {
        var formerNumber = someLearner();
        var written = new ArrayList<UUID>();
        db.run(em -> {
            for (var i = 0; i < 25; i++) {
                written.add(ledger(em, clock).write(opened(i % 3 == 0 ? formerNumber : mari, share)));
                if (i % 4 == 0) clock.forward(Duration.ofMillis(1));
            }
        });
        var numbers = Set.of(mari, formerNumber);

        var read = new ArrayList<UUID>();
        Optional<String> cursor = Optional.empty();
        do {
            var from = cursor;
            var page = db.call(em -> {
                clock.forward(Duration.ofSeconds(1));
                if (from.isPresent()) ledger(em, clock).write(opened(mari, UUID.randomUUID()));
                return ledger(em, clock).activity(numbers, from, 4);
            });
            page.entries().forEach(entry -> read.add(entry.id()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(read).containsExactlyElementsOf(written.reversed());
    }

    @OnBothDatabases
    void pageThatHoldsTheLastEntryHasNoNext(Database db) {
        db.run(em -> ledger(em, clock).write(opened(mari, share)));

        assertThat(db.call(em -> ledger(em, clock).activity(Set.of(mari), Optional.empty(), 1))
                        .next())
                .isEmpty();
    }

    @OnBothDatabases
    void whatOthersDidSinceAMomentIsFoundAmongHoweverMuchTheLearnerDid(Database db) {
        var visit = db.call(em -> {
            ledger(em, clock).write(opened(mari, share));
            clock.forward(Duration.ofHours(1));
            var begun = clock.instant();
            for (var i = 0; i < 3; i++) ledger(em, clock).write(opened(mari, share));
            for (var i = 0; i < 120; i++)
                ledger(em, clock).write(opened(mari, share).by(new Actor.Learner(UUID.randomUUID(), mari)));
            return begun;
        });

        var two = db.call(
                em -> ledger(em, clock).activity(Set.of(mari), new Activity.Wanted(visit, true), Optional.empty(), 2));
        var third = db.call(
                em -> ledger(em, clock).activity(Set.of(mari), new Activity.Wanted(visit, true), two.next(), 2));

        assertThat(two.entries()).hasSize(2).allMatch(entry -> entry.actorKind().equals("checker"));
        assertThat(third.entries()).hasSize(1);
        assertThat(third.next()).isEmpty();
        assertThat(db.call(em -> ledger(em, clock)
                                .activity(Set.of(mari), new Activity.Wanted(visit, false), Optional.empty(), 200))
                        .entries())
                .hasSize(123);
    }

    @OnBothDatabases
    void somebodyElsesCursorIsAMistake(Database db) {
        for (var text : List.of("x", "", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
            assertThatThrownBy(() -> db.call(em -> ledger(em, clock).activity(Set.of(mari), Optional.of(text), 10)))
                    .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void everyKindOfActorIsKept(Database db) {
        var account = UUID.randomUUID();
        db.run(em -> {
            var ledger = ledger(em, clock);
            ledger.write(opened(mari, share).by(new Actor.Learner(account, mari)));
            ledger.write(opened(mari, share).by(new Actor.OrganisationUser(account, new Ukprn("10001234"), Set.of())));
            ledger.write(opened(mari, share).by(new Actor.Administrator(account)));
            ledger.write(opened(mari, share).by(new Actor.System("importer")));
        });

        assertThat(about(db))
                .extracting(entry -> entry.actorKind() + "|" + entry.organisation() + "|" + entry.name())
                .containsExactly("system||importer", "administrator||", "organisation-user|10001234|", "learner||");
    }

    @OnBothDatabases
    void whateverIsTypedIsKeptOnOneLineAndBounded(Database db) {
        var typed = "a\u0000b\nc\uD83Dd" + "\uD83D\uDE00".repeat(200);
        db.run(em -> ledger(em, clock).write(opened(mari, share).by(new Actor.Checker(typed, typed, "digest"))));

        assertThat(about(db))
                .singleElement()
                .satisfies(entry -> assertThat(entry.name())
                        .startsWith("a b c\uFFFDd\uD83D\uDE00")
                        .endsWith("\uD83D\uDE00")
                        .hasSizeLessThanOrEqualTo(250));
    }

    @OnBothDatabases
    void looksOfOthersAreCountedInOneStatementFromTheFirstMillisecondToTheLast(Database db) {
        var from = Instant.parse("1987-03-01T00:00:00Z");
        var before = Instant.parse("1987-04-01T00:00:00Z");
        db.run(em -> {
            for (var at : List.of(from.minusMillis(1), from, before.minusMillis(1), before))
                for (var i = 0; i < 5; i++) ledger(em, new FixedClock(at)).write(opened(mari, share));
            var noLooks = ledger(em, new FixedClock(from));
            noLooks.write(opened(mari, share).by(new Actor.Learner(UUID.randomUUID(), mari)));
            noLooks.write(opened(mari, share).refused("expired"));
            noLooks.write(opened(mari, share).what("share.opened-again"));
        });

        assertThat(db.<OptionalInt>call(em -> ledger(em, clock).looks(from, before)))
                .hasValue(10);
        assertThat(db.statements(em -> ledger(em, clock).looks(from, before))).isEqualTo(1);
    }

    @OnBothDatabases
    void fewLooksAreNotCountedOutToAnyone(Database db) {
        var from = Instant.parse("1988-03-01T00:00:00Z");
        db.run(em -> {
            for (var i = 0; i < 9; i++) ledger(em, new FixedClock(from)).write(opened(mari, share));
        });

        assertThat(db.<OptionalInt>call(em -> ledger(em, clock).looks(from, from.plusSeconds(1))))
                .isEmpty();
    }

    private List<LedgerEntry> about(Database db) {
        return db.call(em -> ledger(em, clock).about(share));
    }

    @Test
    void idsOfOneMillisecondSortAsTheyWereMade() {
        var ids = new Ids(clock, new SecureRandom());
        var made = new ArrayList<String>();
        for (var i = 0; i < 2_000; i++) made.add(EntryIds.next(ids).toString());

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(made.getFirst()).version()).isEqualTo(7);
    }
}
