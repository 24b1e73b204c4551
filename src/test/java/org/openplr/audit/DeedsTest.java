package org.openplr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.audit.AuditFixtures.ledger;
import static org.openplr.audit.AuditFixtures.opened;
import static org.openplr.audit.AuditFixtures.someLearner;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.audit.Deeds.Deed;
import org.openplr.audit.Deeds.Wanted;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** What an organisation did, and who reads it. */
class DeedsTest {
    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");
    private final Ukprn college = freshUkprn();
    private final Actor.OrganisationUser head = user(college, Role.REGISTRATION_SUPER);
    private final Actor.OrganisationUser clerk = user(college, Role.REGISTRATION_ONLINE);
    private final Uln mari = someLearner();

    private static Ukprn freshUkprn() {
        return new Ukprn(Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 19_000_000)));
    }

    private static Actor.OrganisationUser user(Ukprn ukprn, Role role) {
        return new Actor.OrganisationUser(UUID.randomUUID(), ukprn, Set.of(role));
    }

    private void did(Database db, Actor who, String what) {
        clock.forward(Duration.ofMinutes(1));
        db.run(em ->
                ledger(em, clock).write(opened(mari, UUID.randomUUID()).by(who).what(what)));
    }

    private Deeds.Page page(
            Database db, Actor.OrganisationUser who, Wanted wanted, Optional<String> cursor, int limit) {
        return db.call(em -> new Deeds(new Sql(em)).of(who, wanted, cursor, limit));
    }

    private List<String> read(Database db, Actor.OrganisationUser who, Wanted wanted) {
        return page(db, who, wanted, Optional.empty(), 50).deeds().stream()
                .map(one -> one.entry().what())
                .toList();
    }

    @OnBothDatabases
    void aSuperUserReadsWhatAllDidAndOthersWhatTheyDid(Database db) {
        did(db, head, "learner.registered");
        did(db, clerk, "learner.found");
        did(db, user(freshUkprn(), Role.REGISTRATION_SUPER), "learner.read");
        did(db, new Actor.Checker(college.digits(), "Mari", "digest"), "share.opened");

        assertThat(read(db, head, Wanted.ALL)).containsExactly("learner.found", "learner.registered");
        assertThat(read(db, clerk, Wanted.ALL)).containsExactly("learner.found");
        assertThat(read(db, clerk, new Wanted(head.account(), null, null, null)))
                .containsExactly("learner.found");
        assertThat(read(db, head, new Wanted(head.account(), null, null, null))).containsExactly("learner.registered");
        assertThat(read(db, user(freshUkprn(), Role.REGISTRATION_SUPER), Wanted.ALL))
                .isEmpty();
    }

    @OnBothDatabases
    void aLearnersNumberIsMasked(Database db) {
        did(db, clerk, "learner.found");

        var deeds = page(db, head, Wanted.ALL, Optional.empty(), 5).deeds();

        assertThat(deeds).extracting(Deed::learner).containsExactly(mari.masked());
        assertThat(deeds).extracting(Deed::account).containsExactly(clerk.account());
    }

    @OnBothDatabases
    void kindsAndDaysBoundWhatIsRead(Database db) {
        did(db, clerk, "learner.found");
        did(db, clerk, "learner.relation-begun");
        clock.forward(Duration.ofDays(2));
        did(db, clerk, "learner.file-sent");
        did(db, clerk, "share.opened");

        assertThat(read(db, head, new Wanted(null, DeedKind.UPDATE, null, null)))
                .containsExactly("learner.relation-begun");
        assertThat(read(db, head, new Wanted(null, DeedKind.FILES, null, null))).containsExactly("learner.file-sent");
        assertThat(read(db, head, new Wanted(null, null, LocalDate.of(2026, 11, 25), null)))
                .containsExactly("share.opened", "learner.file-sent");
        assertThat(read(db, head, new Wanted(null, null, null, LocalDate.of(2026, 11, 24))))
                .containsExactly("learner.relation-begun", "learner.found");
        assertThat(read(
                        db,
                        head,
                        new Wanted(
                                clerk.account(),
                                DeedKind.FIND,
                                LocalDate.of(2026, 11, 24),
                                LocalDate.of(2026, 11, 24))))
                .containsExactly("learner.found");
    }

    @OnBothDatabases
    void pagesGoOnWhereTheLastOneEndedWhileMoreIsWritten(Database db) {
        for (var i = 0; i < 7; i++) did(db, clerk, "learner.found");

        var first = page(db, head, Wanted.ALL, Optional.empty(), 4);
        did(db, clerk, "learner.read");
        var second = page(db, head, Wanted.ALL, first.next(), 4);

        assertThat(first.deeds()).hasSize(4);
        assertThat(second.deeds())
                .hasSize(3)
                .extracting(one -> one.entry().what())
                .containsOnly("learner.found");
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() -> page(db, head, Wanted.ALL, Optional.of("none"), 4))
                .isInstanceOf(Mistake.class);
    }
}
