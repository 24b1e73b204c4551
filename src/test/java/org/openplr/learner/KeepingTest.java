package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.Newcomers.officer;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.Keeping.Updated;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class KeepingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final FixedClock TOMORROW = FixedClock.at("2026-11-26T12:00:00Z");
    private static final Actor.OrganisationUser OFFICER = officer("10009921", Role.REGISTRATION_ONLINE);
    private static final Actor.OrganisationUser SUPER = officer("10009921", Role.REGISTRATION_SUPER);
    private static final Actor.OrganisationUser STRANGER = officer("10009922", Role.REGISTRATION_SUPER);
    private static final Actor.Administrator ADMINISTRATOR = new Actor.Administrator(UUID.randomUUID());

    private static Registry registry(EntityManager em) {
        return new Registry(em, CLOCK);
    }

    private record Someone(Uln uln, LearnerToRegister said) {}

    private static Someone registered(Database db) {
        var one = Newcomers.someone();
        db.run(em -> registry(em).finding().find(OFFICER, Newcomers.wanted(one), FindType.FULL));
        var registered = db.call(em -> registry(em).registration().register(OFFICER, one, Optional.empty()));
        if (registered instanceof Registered.New(var uln)) return new Someone(uln, one);
        throw new AssertionError(registered);
    }

    private static Optional<Keeping.Kept> read(Database db, Actor.OrganisationUser who, Uln uln) {
        return db.call(em -> registry(em).keeping().read(who, uln));
    }

    private static Optional<Updated> update(
            Database db, Actor.OrganisationUser who, Uln uln, long version, LearnerToRegister said) {
        return db.call(em -> registry(em).keeping().update(who, uln, version, said, "letter of 20 November"));
    }

    @OnBothDatabases
    void onlyAnOrganisationThatTheyHaveToDoWithSeesDetails(Database db) {
        var one = registered(db);

        assertThat(read(db, OFFICER, one.uln).orElseThrow().details().said()).isEqualTo(one.said);
        assertThat(read(db, STRANGER, one.uln)).isEmpty();
        assertThat(read(db, STRANGER, LearnerFixtures.freshUln())).isEmpty();
    }

    @OnBothDatabases
    void everyVersionIsKeptWithWhoWhenAndWhy(Database db) {
        var one = registered(db);
        var moved = Newcomers.living(one.said, "LL57 1AA");
        var reachable = Newcomers.writing(moved, "learner@example.org");

        assertThat(update(db, OFFICER, one.uln, 1, moved)).contains(new Updated.Done(2));
        assertThat(update(db, OFFICER, one.uln, 2, reachable)).contains(new Updated.Done(3));

        var versions =
                db.call(em -> registry(em).keeping().versions(OFFICER, one.uln).orElseThrow());
        assertThat(versions).extracting(LearnerVersion::number).containsExactly(3L, 2L, 1L);
        assertThat(versions.get(0).former()).containsExactly(new LearnerVersion.Former("email", null));
        assertThat(versions.get(1).former())
                .containsExactly(
                        new LearnerVersion.Former("postcode", one.said.address().postcode()));
        assertThat(versions.get(1).why()).isEqualTo("letter of 20 November");
        assertThat(versions.get(1).organisation()).isEqualTo(OFFICER.organisation());
        assertThat(versions.get(2).why()).isEqualTo("registered");
    }

    @OnBothDatabases
    void aStaleVersionOverwritesNothing(Database db) {
        var one = registered(db);
        var moved = Newcomers.living(one.said, "LL57 1AA");
        update(db, OFFICER, one.uln, 1, moved);

        assertThatThrownBy(() -> update(db, SUPER, one.uln, 1, Newcomers.living(one.said, "CF10 1AA")))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.STALE));
        assertThat(read(db, OFFICER, one.uln).orElseThrow().details().said()).isEqualTo(moved);
    }

    @OnBothDatabases
    void sayingTheSameAgainChangesNothing(Database db) {
        var one = registered(db);

        assertThat(update(db, OFFICER, one.uln, 1, one.said)).contains(new Updated.Unchanged());
        assertThat(read(db, OFFICER, one.uln).orElseThrow().version()).isEqualTo(1);
    }

    @OnBothDatabases
    void aStrangerChangesNothing(Database db) {
        var one = registered(db);

        assertThat(update(db, STRANGER, one.uln, 1, Newcomers.living(one.said, "CF10 1AA")))
                .isEmpty();
        assertThat(read(db, OFFICER, one.uln).orElseThrow().version()).isEqualTo(1);
    }

    @OnBothDatabases
    void aNoticeOnceSeenStaysSeen(Database db) {
        var one = registered(db);
        var seen = Newcomers.sharing(one.said, AbilityToShare.MAY_SHARE);
        update(db, OFFICER, one.uln, 1, seen);

        for (var other : List.of(AbilityToShare.NOTICE_NOT_SEEN, AbilityToShare.OPTED_OUT))
            assertThatThrownBy(() -> update(db, OFFICER, one.uln, 2, Newcomers.sharing(seen, other)))
                    .isInstanceOfSatisfying(
                            Mistake.class,
                            mistake -> assertThat(mistake.faults())
                                    .containsExactly(Mistake.Fault.at("AbilityToShare", "no-such-change")));
    }

    @OnBothDatabases
    void theLearnerChangesWhatIsTheirsToSayAndNothingElse(Database db) {
        var one = registered(db);
        var self = new Actor.Learner(UUID.randomUUID(), one.uln);
        var own = new Keeping.OwnWords("Jo", "Ysgol Tryfan", "jo@example.org", AbilityToShare.NOTICE_NOT_SEEN);

        var updated = db.call(em -> registry(em).keeping().updateOwn(self, 1, own));

        assertThat(updated).isEqualTo(new Updated.Done(2));
        var now = read(db, OFFICER, one.uln).orElseThrow().details();
        assertThat(now.names().preferredGiven()).isEqualTo("Jo");
        assertThat(now.background().schoolAt16()).isEqualTo("Ysgol Tryfan");
        assertThat(now.address()).isEqualTo(one.said.address());
        assertThat(db.call(em -> registry(em).keeping().ownVersions(self))
                        .getFirst()
                        .by())
                .isEqualTo("learner");
    }

    @OnBothDatabases
    void theLearnerSeesWhatWasChangedUnderEveryNumberOfTheirsTheNewestFirst(Database db) {
        var former = registered(db);
        var one = registered(db);
        update(db, OFFICER, former.uln, 1, Newcomers.living(former.said, "LL57 1AA"));
        db.run(em -> new Registry(em, TOMORROW)
                .keeping()
                .update(OFFICER, one.uln, 1, Newcomers.writing(one.said, "jo@example.org"), "an e-mail of theirs"));
        db.run(em -> registry(em).numbers().link(ADMINISTRATOR, former.uln, one.uln, "the college wrote to us"));
        var self = new Actor.Learner(UUID.randomUUID(), one.uln);

        var versions = db.call(em -> registry(em).keeping().ownVersions(self));

        assertThat(versions)
                .isSortedAccordingTo(Comparator.comparing(LearnerVersion::at).reversed());
        assertThat(versions).extracting(LearnerVersion::why).startsWith("an e-mail of theirs");
        assertThat(versions)
                .flatExtracting(LearnerVersion::former)
                .contains(
                        new LearnerVersion.Former("email", null),
                        new LearnerVersion.Former(
                                "postcode", former.said.address().postcode()));
        assertThat(db.statements(em -> new LearnerVersions(new Sql(em)).of(List.of(one.uln, former.uln))))
                .isEqualTo(1);
    }

    @OnBothDatabases
    void aSensitiveLearnerIsFoundAndTheirPlacesAreWithheld(Database db) {
        var one = registered(db);
        db.run(em -> registry(em)
                .sensitivity()
                .mark(ADMINISTRATOR, one.uln, "asked for by the police", LocalDate.of(2027, 5, 1), List.of()));

        var found = db.call(em -> registry(em).finding().find(OFFICER, Newcomers.wanted(one.said), FindType.FULL));
        var kept = read(db, OFFICER, one.uln).orElseThrow();

        assertThat(found).isInstanceOfSatisfying(Found.Possible.class, possible -> {
            assertThat(possible.learners().getFirst().uln()).isEqualTo(one.uln);
            assertThat(possible.learners().getFirst().agreements().toString())
                    .contains("POSTCODE, agreement=NOT_COMPARED");
        });
        assertThat(kept.withheld()).isTrue();
        assertThat(kept.details().address().postcode()
                        + kept.details().address().line1()
                        + kept.details().background().schoolAt16())
                .isEqualTo("nullnull");
        assertThat(read(db, SUPER, one.uln).orElseThrow().withheld()).isTrue();
        for (var user : List.of(OFFICER, SUPER))
            assertThatThrownBy(() -> update(db, user, one.uln, kept.version(), one.said))
                    .isInstanceOfSatisfying(
                            Mistake.class, mistake -> assertThat(mistake.code()).isEqualTo("sensitive-learner"));
    }

    @OnBothDatabases
    void aMarkNamesItsReasonAndItsDayAndIsTakenAway(Database db) {
        var one = registered(db);
        db.run(em -> registry(em)
                .sensitivity()
                .mark(ADMINISTRATOR, one.uln, "a member of the forces", LocalDate.of(2027, 1, 1), List.of()));

        var standing = db.call(em -> registry(em).sensitivity().standing(ADMINISTRATOR));
        var gone = db.call(em -> registry(em).sensitivity().unmark(ADMINISTRATOR, one.uln, "left the forces now"));

        assertThat(standing).anySatisfy(mark -> {
            assertThat(mark.uln()).isEqualTo(one.uln);
            assertThat(mark.why()).isEqualTo("a member of the forces");
        });
        assertThat(gone).isTrue();
        assertThat(read(db, OFFICER, one.uln).orElseThrow().withheld()).isFalse();
        assertThatThrownBy(() -> db.run(em -> registry(em)
                        .sensitivity()
                        .mark(ADMINISTRATOR, one.uln, "no", LocalDate.of(2027, 1, 1), List.of())))
                .isInstanceOf(Mistake.class);
    }
}
