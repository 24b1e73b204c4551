package org.openplr.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openplr.challenge.PublishedTimeliness.Figures;
import org.openplr.party.Actor;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** What is counted of challenges: open to all, and for the service. */
class FiguresTest {
    /** So many learners say that a grade is wrong, and some of them are answered within the month. */
    private static Actor.OrganisationUser challenged(ChallengeFixtures house, int received, int upheld, int rejected) {
        var owner = house.awarding();
        for (var i = 0; i < received; i++) {
            var learner = house.learner();
            var one = house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit");
            if (i >= upheld + rejected) continue;
            var taken = house.taken(owner, one, Step.ACKNOWLEDGE, "");
            ChallengeFixtures.done(
                    i < upheld
                            ? house.decide(owner, taken, Step.UPHOLD, "")
                            : house.decide(owner, taken, Step.REJECT, "It says Pass"));
        }
        return owner;
    }

    private static Optional<Figures> of(ChallengeFixtures house, Actor.OrganisationUser owner) {
        return house.in(rooms -> rooms.published.now()).figures().stream()
                .filter(one -> owner.organisation().equals(one.owner()))
                .findFirst();
    }

    @OnBothDatabases
    void whatIsPublishedIsRoundedAndNamesNobodyWhoReceivedFewerThanTen(Database db) {
        var house = new ChallengeFixtures(db);
        var some = challenged(house, 13, 9, 2);
        var few = challenged(house, 9, 9, 0);
        var open = challenged(house, 10, 3, 0);
        assertThat(of(house, some)).as("the month is not over").isEmpty();

        house.clock.forward(Duration.ofDays(31));

        assertThat(of(house, some))
                .contains(new Figures(some.organisation(), 15, OptionalInt.of(10), OptionalInt.of(10)));
        assertThat(of(house, few)).isEmpty();
        assertThat(of(house, open))
                .contains(new Figures(open.organisation(), 10, OptionalInt.empty(), OptionalInt.empty()));
        var now = house.in(rooms -> rooms.published.now());
        assertThat(now.from()).isEqualTo(LocalDate.parse("2025-10-01"));
        assertThat(now.to()).isEqualTo(LocalDate.parse("2026-09-30"));
    }

    @OnBothDatabases
    void whatIsAnsweredAfterTheMonthChangesNothingOfIt(Database db) {
        var house = new ChallengeFixtures(db);
        var owner = challenged(house, 10, 0, 0);
        house.clock.forward(Duration.ofDays(31));
        var before = of(house, owner);

        for (var one : house.in(rooms -> rooms.challenges.inbox(owner, Challenges.Folder.OPEN, Optional.empty(), 50))
                .items())
            ChallengeFixtures.done(house.decide(owner, house.taken(owner, one, Step.ACKNOWLEDGE, ""), Step.UPHOLD, ""));

        assertThat(of(house, owner)).isEqualTo(before).isPresent();
    }

    @OnBothDatabases
    void theServiceSeesWhereWrongDataComesFromByKindAndByField(Database db) {
        var house = new ChallengeFixtures(db);
        var owner = challenged(house, 4, 2, 1);
        var learner = house.learner();
        var missing = ChallengeFixtures.raised(house.in(rooms -> rooms.raising.raise(
                learner,
                learner.uln(),
                Beginning.of(Kind.MISSING),
                new Telling(
                        Map.of(
                                Field.TITLE,
                                "Award in Knots",
                                Field.AWARDING_ORGANISATION,
                                owner.organisation().digits()),
                        "",
                        null,
                        ""))));
        assertThat(missing.owner()).isEqualTo(owner.organisation());

        var sources = house.in(rooms -> rooms.quality.sources(house.service));

        assertThat(sources.kinds())
                .filteredOn(one -> owner.organisation().equals(one.owner()))
                .containsExactlyInAnyOrder(
                        new Quality.Cause(owner.organisation(), "wrong", 4, 3, 2),
                        new Quality.Cause(owner.organisation(), "missing", 1, 0, 0));
        assertThat(sources.fields())
                .filteredOn(one -> owner.organisation().equals(one.owner()))
                .containsExactlyInAnyOrder(
                        new Quality.Cause(owner.organisation(), "grade", 4, 3, 2),
                        new Quality.Cause(owner.organisation(), "title", 1, 0, 0),
                        new Quality.Cause(owner.organisation(), "awardingOrganisation", 1, 0, 0));
    }
}
