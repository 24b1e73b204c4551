package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.learner.LearnerFixtures.called;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.linked;
import static org.openplr.learner.LearnerFixtures.registered;
import static org.openplr.learner.LearnerFixtures.someone;

import java.util.List;
import java.util.Set;
import org.openplr.learner.LearnerLinks.Linking;
import org.openplr.platform.Changes;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

class LearnersTest {
    @OnBothDatabases
    void aNumberThatIsNobodysFindsNobody(Database db) {
        var nobody = freshUln();

        var found = db.call(em -> new Learners(new Sql(em)).find(nobody));
        var known = db.call(em -> new Learners(new Sql(em)).registered(Set.of(nobody)));

        assertThat(found).isEmpty();
        assertThat(known).isEmpty();
    }

    @OnBothDatabases
    void aLearnerIsFoundByTheirNumberInOneStatement(Database db) {
        var learner = db.call(LearnerFixtures::registered);

        var statements = db.statements(em -> new Learners(new Sql(em)).find(learner.uln()));

        assertThat(learner.givenName()).isEqualTo("Siân");
        assertThat(learner.numbers()).containsExactly(learner.uln());
        assertThat(statements).isEqualTo(1);
    }

    @OnBothDatabases
    void aSupersededNumberLeadsToTheMaster(Database db) {
        var older = db.call(LearnerFixtures::registered);
        var master = db.call(LearnerFixtures::registered);
        db.run(em -> linked(em, older.uln(), master.uln()));

        var byOlder = db.call(em -> new Learners(new Sql(em)).find(older.uln())).orElseThrow();
        var byMaster =
                db.call(em -> new Learners(new Sql(em)).find(master.uln())).orElseThrow();
        var statements = db.statements(em -> new Learners(new Sql(em)).find(master.uln()));

        assertThat(byOlder).isEqualTo(byMaster);
        assertThat(byMaster.uln()).isEqualTo(master.uln());
        assertThat(byMaster.numbers()).containsExactlyInAnyOrder(older.uln(), master.uln());
        assertThat(statements).isEqualTo(1);
    }

    @OnBothDatabases
    void aChainOfLinksLeadsToTheLastMaster(Database db) {
        var first = freshUln();
        var second = db.call(LearnerFixtures::registered);
        var third = db.call(LearnerFixtures::registered);

        db.run(em -> linked(em, first, second.uln()));
        db.run(em -> linked(em, second.uln(), third.uln()));
        var found = db.call(em -> new Learners(new Sql(em)).find(first)).orElseThrow();

        assertThat(found.uln()).isEqualTo(third.uln());
        assertThat(found.numbers()).containsExactlyInAnyOrder(first, second.uln(), third.uln());
    }

    @OnBothDatabases
    void aLinkIsMadeOnceAndNeverInACircle(Database db) {
        var older = db.call(LearnerFixtures::registered).uln();
        var master = db.call(LearnerFixtures::registered).uln();
        db.run(em -> linked(em, older, master));

        var again = db.call(em -> LearnerFixtures.links(em).link(older, master));
        var back = db.call(em -> LearnerFixtures.links(em).link(master, older));
        var toNobody = db.call(em -> LearnerFixtures.links(em).link(master, freshUln()));

        assertThat(again).isInstanceOf(Linking.Unchanged.class);
        assertThat(back).isInstanceOf(Linking.Refused.class);
        assertThat(toNobody).isInstanceOf(Linking.Refused.class);
    }

    @OnBothDatabases
    void theSameDetailsAgainChangeNothingAndOthersMakeANewVersion(Database db) {
        var before = db.call(LearnerFixtures::registered);
        var same = someone(before.uln());

        var again = db.call(em -> LearnerFixtures.register(em).take(List.of(same)));
        var changed = db.call(em -> LearnerFixtures.register(em).take(List.of(called(same, "O'Neill"))));
        var after = db.call(em -> new Learners(new Sql(em)).find(before.uln())).orElseThrow();

        assertThat(again.changes()).isEqualTo(new Changes(0, 0, 1));
        assertThat(changed.changes()).isEqualTo(new Changes(0, 1, 0));
        assertThat(after.familyName()).isEqualTo("O'Neill");
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @OnBothDatabases
    void aRowThatCannotBeTakenCostsTheOthersNothing(Database db) {
        var good = someone(freshUln());
        var bad = called(someone(freshUln()), "M".repeat(36));

        var intake = db.call(em -> LearnerFixtures.register(em).take(List.of(bad, good)));
        var known = db.call(em -> new Learners(new Sql(em)).registered(Set.of(good.uln(), bad.uln())));

        assertThat(intake.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.index()).isZero();
            assertThat(refusal.faults()).containsExactly(Fault.at("FamilyName", "too-long", "35"));
        });
        assertThat(known).containsExactly(good.uln());
    }

    @OnBothDatabases
    void aLearnersTextHidesTheirNumber(Database db) {
        var learner = db.call(em -> registered(em));

        assertThat(learner.toString()).doesNotContain(learner.uln().digits()).doesNotContain("Morgan");
    }
}
