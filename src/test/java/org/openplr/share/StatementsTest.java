package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openplr.audit.Basis;
import org.openplr.audit.Outcome;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.record.RecordFixtures;
import org.openplr.share.ShareFixtures.House;
import org.openplr.share.ShareFixtures.Sharer;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** What a request asks of the database: as many statements for a long record and many shares as for little of each. */
class StatementsTest {
    /** What is counted: the services that one request asks. */
    @FunctionalInterface
    private interface Request {
        void of(EntityManager em, House house, Person person);
    }

    /** A learner, one of their events, and a share that was opened. */
    private record Person(Sharer sharer, Granted granted) {
        static Person with(Database db, int events, int shares, int views) {
            var sharer = ShareFixtures.learner(db, events);
            var granted = sharer.shares(ShareFixtures.offer());
            for (var i = 1; i < shares; i++) sharer.shares(ShareFixtures.offer());
            for (var i = 0; i < views; i++) sharer.opens(ShareFixtures.link(granted));
            sharer.opens(ShareFixtures.code(granted, "0000"));
            sharer.call(house -> IntStream.range(0, views)
                    .mapToObj(i -> house.ledger().write(look(sharer, "1000000" + i)))
                    .toList());
            return new Person(sharer, granted);
        }

        /** The law let another organisation look. */
        private static ShareEvent look(Sharer sharer, String ukprn) {
            return new ShareEvent(
                    new Actor.OrganisationUser(new UUID(0, 1), new Ukprn(ukprn), Set.of()),
                    Optional.of(sharer.actor().uln()),
                    "record.looked-at",
                    Basis.LAW,
                    "",
                    Outcome.ALLOWED,
                    "",
                    Optional.empty(),
                    List.of());
        }

        UUID share() {
            return granted.share().id();
        }
    }

    private static void assertStatements(Database db, int expected, Request request) {
        assertThat(statements(db, Person.with(db, 2, 1, 1), request)).isEqualTo(expected);
        assertThat(statements(db, Person.with(db, 40, 12, 9), request)).isEqualTo(expected);
    }

    private static long statements(Database db, Person person, Request request) {
        return db.statements(em -> request.of(em, House.of(em, person.sharer().clock()), person));
    }

    @OnBothDatabases
    void ownRecord(Database db) {
        assertStatements(db, 2, (em, house, person) -> record(em, person));
    }

    @OnBothDatabases
    void homePage(Database db) {
        assertStatements(db, 7, (em, house, person) -> {
            record(em, person);
            house.shares().of(person.sharer().actor());
            activity(em, house, person);
        });
    }

    @OnBothDatabases
    void activity(Database db) {
        assertStatements(db, 3, StatementsTest::activity);
    }

    @OnBothDatabases
    void listOfShares(Database db) {
        assertStatements(
                db, 2, (em, house, person) -> house.shares().of(person.sharer().actor()));
    }

    @OnBothDatabases
    void viewsOfOneShareWithItsRefusals(Database db) {
        assertStatements(db, 4, (em, house, person) -> {
            var actor = person.sharer().actor();
            assertThat(house.shares().views(actor, person.share()).orElseThrow())
                    .isNotEmpty();
            assertThat(house.shares().ledger(actor, person.share()).orElseThrow())
                    .isNotEmpty();
        });
    }

    @OnBothDatabases
    void previewOfAnOffer(Database db) {
        assertStatements(
                db,
                2,
                (em, house, person) -> house.sharing().preview(person.sharer().actor(), offer(person)));
    }

    @OnBothDatabases
    void previewOfAShare(Database db) {
        assertStatements(
                db,
                3,
                (em, house, person) -> assertThat(
                                house.shares().preview(person.sharer().actor(), person.share()))
                        .isPresent());
    }

    @OnBothDatabases
    void creatingAShare(Database db) {
        assertStatements(
                db,
                6,
                (em, house, person) -> house.sharing().share(person.sharer().actor(), offer(person), Optional.empty()));
    }

    @OnBothDatabases
    void creatingAShareOfChosenEvents(Database db) {
        assertStatements(db, 9, (em, house, person) -> {
            var learner = LearnerFixtures.learners(em)
                    .find(person.sharer().actor().uln())
                    .orElseThrow();
            var events = RecordFixtures.records(em).of(learner).events();
            house.sharing()
                    .share(
                            person.sharer().actor(),
                            ShareFixtures.offer()
                                    .scope(Scope.all()
                                            .only(Set.of(
                                                    events.getFirst().id(),
                                                    events.getLast().id())))
                                    .at(person.sharer().clock().instant()),
                            Optional.empty());
        });
    }

    @OnBothDatabases
    void withdrawing(Database db) {
        assertStatements(
                db,
                5,
                (em, house, person) -> assertThat(
                                house.shares().withdraw(person.sharer().actor(), person.share()))
                        .isPresent());
    }

    @OnBothDatabases
    void opening(Database db) {
        assertStatements(
                db,
                7,
                (em, house, person) -> assertThat(house.opening()
                                .decide(
                                        ShareFixtures.link(person.granted()),
                                        ShareFixtures.viewer("counting"),
                                        List.of()))
                        .isInstanceOf(Opened.Shown.class));
    }

    private static ShareOffer offer(Person person) {
        return ShareFixtures.offer().at(person.sharer().clock().instant());
    }

    private static void record(EntityManager em, Person person) {
        var learner =
                LearnerFixtures.learners(em).find(person.sharer().actor().uln()).orElseThrow();
        assertThat(RecordFixtures.records(em).of(learner).events())
                .hasSize(person.sharer().events());
    }

    private static void activity(EntityManager em, House house, Person person) {
        var learner =
                LearnerFixtures.learners(em).find(person.sharer().actor().uln()).orElseThrow();
        var entries = house.ledger()
                .activity(learner.numbers(), Optional.empty(), 100)
                .entries();
        OrganisationFixtures.organisations(em)
                .names(entries.stream().map(entry -> entry.organisation()).toList());
    }
}
