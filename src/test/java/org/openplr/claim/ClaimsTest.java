package org.openplr.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.claim.ClaimFixtures.PASSPHRASE;
import static org.openplr.claim.ClaimFixtures.client;
import static org.openplr.claim.ClaimFixtures.someName;
import static org.openplr.claim.ClaimFixtures.sought;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openplr.claim.ClaimFixtures.House;
import org.openplr.identity.ProvenIdentity;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class ClaimsTest {
    private static final String DIED = "A notice of the registrar";
    private static final String WHY = "Two people came with one passport";

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    @OnBothDatabases
    void oneExactMatchClaimsAtOnce(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();

        var claim = house.claims.byProvenIdentity(identity(
                learner, "SIAN", " " + learner.familyName().toLowerCase(java.util.Locale.ROOT) + " ", "cf103at"));

        assertThat(claim)
                .isInstanceOfSatisfying(
                        OnlineClaim.Claimed.class,
                        claimed -> assertThat(house.identity.learners.of(learner.numbers()))
                                .containsExactly(claimed.account()));
        assertThat(house.told(learner)).contains("claim.proved-online ALLOWED");
        assertThat(house.claims.byProvenIdentity(identity(learner, "Siân", learner.familyName())))
                .isEqualTo(new OnlineClaim.AlreadyClaimed());
        assertThat(house.told(learner)).contains("claim.contested ALLOWED");
    }

    @OnBothDatabases
    void anotherPostcodeNeedsACodeThatOnlyTheLearnerHas(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var moved = identity(learner, "Siân", learner.familyName(), "LL57 2DG");

        assertThat(house.claims.byProvenIdentity(moved)).isEqualTo(new OnlineClaim.NeedSharedSecret());
        var code = house.code(learner);
        var another = house.learner();
        assertThat(house.claims.byProvenIdentity(
                        identity(another, "Siân", another.familyName(), "LL57 2DG"), code, client()))
                .as("somebody else's code")
                .isEqualTo(new OnlineClaim.NeedSharedSecret());
        assertThat(house.claims.byProvenIdentity(moved, code, client())).isInstanceOf(OnlineClaim.Claimed.class);
    }

    @OnBothDatabases
    void nobodyAndSeveralAreForTheDeskAndLookTheSame(Database db) {
        var house = new House(db, clock);
        var family = someName();
        var born = LocalDate.parse("1998-06-11");
        var one = house.learner("Siân", family, born, VerificationType.NONE);
        house.learner("Sian", family, born, VerificationType.NONE);

        assertThat(List.of(
                        house.claims.byProvenIdentity(identity(one, "Siân", family)),
                        house.claims.byProvenIdentity(identity(one, "Siân", someName() + "x"))))
                .allMatch(new OnlineClaim.AskDesk()::equals);
        assertThat(house.told(one)).containsExactly("claim.proved-online REFUSED several-alike");
    }

    @OnBothDatabases
    void takingAClaimBackEndsSessionsAndTheAccountAndLetsTheRecordBeClaimedAnew(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var name = someName();
        var welcome = house.claimed(learner, name).welcome();
        var session = house.identity.sessions.begin(welcome, "Firefox").secret();
        assertThat(house.identity.sessions.find(session)).isPresent();

        assertThat(house.claims.unclaim(house.administrator, learner.uln(), WHY))
                .isTrue();

        assertThat(house.identity.sessions.find(session)).isEmpty();
        assertThat(house.ended).as("whose shares end").isEqualTo(learner.numbers());
        assertThat(house.identity.letsIn(name, PASSPHRASE)).isFalse();
        assertThat(house.claims.unclaim(house.administrator, learner.uln(), WHY))
                .isFalse();
        assertThat(house.entries(learner))
                .filteredOn(entry -> entry.what().equals("claim.unclaimed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.purpose()).isEqualTo(WHY));
        assertThat(house.claimed(learner, name).welcome().account())
                .as("under the same user name")
                .isNotEqualTo(welcome.account());
        assertThat(house.identity.letsIn(name, PASSPHRASE)).isTrue();
    }

    @OnBothDatabases
    void whoClosesTheirAccountIsSignedInNowhereSharesNothingAndCanComeBack(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var name = someName();
        var welcome = house.claimed(learner, name).welcome();
        var session = house.identity.sessions.begin(welcome, "Firefox").secret();
        clock.forward(Duration.ofMinutes(16));
        assertThatThrownBy(() -> house.givingUp.giveUp(
                        house.identity.sessions.find(session).orElseThrow()))
                .as("not proved freshly")
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.FORBIDDEN));
        assertThat(house.identity.letsIn(name, PASSPHRASE)).isTrue();
        var fresh = house.identity.sessions.begin(welcome, "Firefox").secret();

        house.givingUp.giveUp(house.identity.sessions.find(fresh).orElseThrow());

        assertThat(house.identity.sessions.find(session)).isEmpty();
        assertThat(house.identity.sessions.find(fresh)).isEmpty();
        assertThat(house.ended).as("whose shares end").isEqualTo(learner.numbers());
        assertThat(house.identity.letsIn(name, PASSPHRASE)).isFalse();
        assertThat(house.told(learner)).contains("claim.given-up ALLOWED");
        assertThat(house.claimed(learner, name).welcome().account())
                .as("with a new code of a desk")
                .isNotEqualTo(welcome.account());
    }

    @OnBothDatabases
    void nobodyWithoutARecordClosesAnAccountHere(Database db) {
        var house = new House(db, clock);

        for (var actor : List.of(house.officer, house.administrator))
            assertThatThrownBy(() -> house.givingUp.giveUp(house.session(actor)))
                    .isInstanceOfSatisfying(
                            Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
    }

    @OnBothDatabases
    void whoDiedIsSignedInNowhereAndNobodyClaimsTheirRecord(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        var name = someName();
        var session = house.identity
                .sessions
                .begin(house.claimed(learner, name).welcome(), "Firefox")
                .secret();
        var second = house.learner();
        var code = house.code(second);

        for (var one : List.of(learner, second))
            assertThat(house.deaths.note(house.administrator, one.uln(), DIED)).isTrue();

        assertThat(house.identity.sessions.find(session)).isEmpty();
        assertThat(house.identity.letsIn(name, PASSPHRASE)).isFalse();
        assertThat(house.ended).as("whose shares end").isEqualTo(learner.numbers());
        assertThat(house.activation.prove(code, new Facts.Number(second.uln()), client()))
                .isEqualTo(house.activation.prove(code, new Facts.Number(LearnerFixtures.freshUln()), client()));
        assertThat(house.claims.byProvenIdentity(identity(second, "Siân", second.familyName())))
                .as("as for somebody who is not there")
                .isEqualTo(new OnlineClaim.AskDesk());
        assertThat(house.desk.find(house.officer, sought(second))).isEqualTo(new DeskFinding.Deceased());
        assertThat(house.desk.check(house.officer, sought(second), house.passport()))
                .isEqualTo(new DeskOutcome.Deceased());
        assertThat(house.told(learner)).contains("claim.died ALLOWED", "claim.closed ALLOWED");
        assertThat(house.deaths.note(house.administrator, learner.uln(), DIED))
                .as("again")
                .isFalse();
    }

    @OnBothDatabases
    void ofManyAdministratorsWhoNoteADeathAtOnceOneDoesAndTheOthersAreTold(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();

        var noted = IntStream.range(0, 12)
                .parallel()
                .mapToObj(_ -> house.deaths.note(new Actor.Administrator(UUID.randomUUID()), learner.uln(), DIED))
                .toList();

        assertThat(noted).containsOnlyOnce(true);
        assertThat(house.told(learner).stream().filter("claim.died ALLOWED"::equals))
                .hasSize(1);
    }

    @OnBothDatabases
    void ofTwoWhoTakeADeathBackAtOnceOneDoes(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        house.deaths.note(house.administrator, learner.uln(), DIED);

        var taken = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> house.deaths.takeBack(new Actor.Administrator(UUID.randomUUID()), learner.uln(), WHY))
                .toList();

        assertThat(taken).containsOnlyOnce(true);
        assertThat(house.told(learner).stream().filter("claim.lives ALLOWED"::equals))
                .hasSize(1);
    }

    @OnBothDatabases
    void thatSomebodyDiedIsTakenBackBySomebodyElseAndTheRecordIsClaimedAnew(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        house.deaths.note(house.administrator, learner.uln(), DIED);
        var another = new Actor.Administrator(UUID.randomUUID());

        assertThat(house.deaths.takeBack(house.administrator, learner.uln(), WHY))
                .isFalse();
        assertThatThrownBy(() -> house.deaths.takeBack(another, learner.uln(), "oops"))
                .isInstanceOf(Mistake.class);
        assertThat(house.deaths.takeBack(another, learner.uln(), WHY)).isTrue();

        assertThat(house.told(learner)).contains("claim.lives REFUSED own-note", "claim.lives ALLOWED");
        assertThat(house.claimed(learner, someName())).isNotNull();
    }

    @OnBothDatabases
    void whoseNameChangedClaimsByTheOldOneToo(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        house.desk.rename(house.officer, sought(learner), house.newName("Siân", "Pritchard"));

        assertThat(house.claims.byProvenIdentity(identity(learner, "Siân", learner.familyName())))
                .isInstanceOf(OnlineClaim.Claimed.class);
    }

    @OnBothDatabases
    void aDisputeIsNotedWithItsReasonUntilItIsSettled(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        assertThat(house.claims.dispute(house.administrator, learner.uln(), WHY))
                .isFalse();
        var name = someName();
        house.claimed(learner, name);

        assertThat(house.claims.dispute(house.administrator, learner.uln(), WHY))
                .isTrue();

        assertThat(house.identity.letsIn(name, PASSPHRASE)).isTrue();
        assertThat(house.claims.find(house.administrator, learner.uln()).orElseThrow())
                .satisfies(line -> assertThat(line.disputes())
                        .singleElement()
                        .satisfies(dispute -> assertThat(dispute.reason()).isEqualTo(WHY)));
        assertThat(house.told(learner)).contains("claim.disputed ALLOWED", "claim.looked-up ALLOWED");
        house.claims.unclaim(house.administrator, learner.uln(), WHY);
        assertThat(house.claims
                        .find(house.administrator, learner.uln())
                        .orElseThrow()
                        .disputes())
                .isEmpty();
    }

    @OnBothDatabases
    void nothingIsSettledWithoutAReasonInWords(Database db) {
        var house = new House(db, clock);
        var learner = house.learner();
        house.claimed(learner, someName());

        for (var reason : List.of("", "because", "x y", "a b c " + "d".repeat(250)))
            assertThatThrownBy(() -> house.claims.unclaim(house.administrator, learner.uln(), reason))
                    .isInstanceOf(Mistake.class);
        assertThat(house.identity.learners.of(learner.numbers())).hasSize(1);
        assertThat(house.claims.find(house.administrator, LearnerFixtures.freshUln()))
                .isEmpty();
    }

    private static ProvenIdentity identity(Learner learner, String given, String family, String... postcodes) {
        return new ProvenIdentity(
                "https://op.example",
                UUID.randomUUID().toString(),
                List.of(given),
                family,
                learner.dateOfBirth(),
                List.of(postcodes));
    }
}
