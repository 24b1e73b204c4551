package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.ChallengeFixtures;
import org.openplr.challenge.State;
import org.openplr.learner.FileFixtures;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.record.AchievementFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** A file of data challenges from its coming to its answer. */
class ChallengeRunnerTest {
    private static final String HEADER =
            "ULN,Kind,EventReference,EventAwardedOn,Title,AwardedOn,Grade,Provider,Explanation\n";

    private static LearnerFiles.Sent send(
            ChallengeFixtures house, Database db, Actor.OrganisationUser user, String all) {
        return db.call(em -> FileFixtures.files(em, house.clock())
                .send(user, LearnerFile.Kind.CHALLENGES, "class.csv", Locale.UK, all.getBytes(StandardCharsets.UTF_8)));
    }

    private static LearnerFile worked(ChallengeFixtures house, Database db, Actor.OrganisationUser user, String all) {
        var file = send(house, db, user, all).file();
        var work = FileFixtures.work(db, house.clock());
        var runner = new BatchRunner(
                work,
                FileFixtures.temporary(db, house.clock()),
                new AwardRunner(work, AchievementFixtures.work(db, house.clock()), house.clock()),
                new ChallengeRunner(work, ChallengeFixtures.files(db, house.clock())),
                house.clock());
        var more = true;
        while (more) more = runner.runNext();
        return db.call(em -> FileFixtures.files(em, house.clock()).find(user, About.CHALLENGES, file.id()))
                .orElseThrow();
    }

    private static List<String> told(
            ChallengeFixtures house, Database db, Actor.OrganisationUser user, LearnerFile file) {
        return db
                .call(em -> FileFixtures.files(em, house.clock()).remarks(user, About.CHALLENGES, file.id(), 1_000))
                .stream()
                .map(FileRemark::toString)
                .toList();
    }

    private static String answer(ChallengeFixtures house, Database db, Actor.OrganisationUser user, LearnerFile file) {
        return new String(
                db.call(em -> FileFixtures.files(em, house.clock()).answer(user, About.CHALLENGES, file.id()))
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }

    private static Uln enrolled(ChallengeFixtures house, Actor.OrganisationUser college) {
        var learner = house.learner();
        house.enrolled(learner, college);
        return learner.uln();
    }

    @OnBothDatabases
    void goodRowsAreRaisedAndTheOthersComeBackWithLineColumnAndReason(Database db) {
        var house = new ChallengeFixtures(db);
        var college = house.college();
        var one = enrolled(house, college);
        var two = enrolled(house, college);
        var stranger = house.learner().uln();
        house.award(one, house.awarding());
        var all = HEADER
                + one.digits() + ",wrong,K/501/5773,2014-05-20,,2014-06-20,,,the whole class\n"
                + two.digits() + ",MISSING,,,Award in Knots,2019-06-20,,,\n"
                + two.digits() + ",MISSING,,,Award in Ropes,2026-08-20,,,\n"
                + one.digits() + ",WRONG,K5015773,,,2014-06-20,,,again\n"
                + one.digits() + ",LATE,K/501/5773,,,,,,\n"
                + "1234567890,MISSING,,,Award in Knots,,,,\n"
                + stranger.digits() + ",MISSING,,,Award in Knots,,,,\n"
                + two.digits() + ",WRONG,K/501/5773,,,2014-06-20,,,\n"
                + one.digits() + ",NOTMINE,K/501/5773,,,,,,\n"
                + two.digits() + ",MISSING,,,Award in Nets,20/06/2019,,,\n";

        var file = worked(house, db, college, all);

        assertThat(file.state()).isEqualTo(LearnerFile.State.DONE);
        assertThat(file.rows()).isEqualTo(10);
        assertThat(file.good()).isEqualTo(4);
        assertThat(house.of(one)).singleElement().satisfies(raised -> {
            assertThat(raised.story().supplied()).hasSize(1);
            assertThat(raised.raisedBy().organisation()).isEqualTo(college.organisation());
        });
        assertThat(house.of(two)).extracting(Challenge::state).containsExactlyInAnyOrder(State.RAISED, State.WAITING);
        assertThat(house.of(stranger)).isEmpty();
        assertThat(told(house, db, college, file))
                .containsExactly(
                        "line 4, : challenge-waits",
                        "line 5, : challenged-already",
                        "line 6, Kind: not-a-word",
                        "line 7, ULN: not-a-uln",
                        "line 8, ULN: not-your-learner",
                        "line 9, EventReference: no-such-event",
                        "line 10, Explanation: missing",
                        "line 11, AwardedOn: excel-date");
        assertThat(answer(house, db, college, file).lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).doesNotContain("Ropes"));
        assertThat(house.told(two))
                .as("that a record was searched is seen, found or not")
                .contains("challenge.raise", "challenge.postpone", "challenge.looked-at");
        assertThat(house.told(stranger)).isEmpty();
    }

    @OnBothDatabases
    void theSameFileTwiceIsWorkedOffOnce(Database db) {
        var house = new ChallengeFixtures(db);
        var college = house.college();
        var uln = enrolled(house, college);
        var all = HEADER + uln.digits() + ",MISSING,,,Award in Knots,2019-06-20,,,\n";
        var file = worked(house, db, college, all);

        var again = send(house, db, college, all);

        assertThat(again.again()).isTrue();
        assertThat(again.file().id()).isEqualTo(file.id());
        assertThat(house.of(uln)).hasSize(1);
    }

    @OnBothDatabases
    void whatIsNoSuchFileIsRefusedWholeAndNobodyElseSendsOne(Database db) {
        var house = new ChallengeFixtures(db);
        var college = house.college();
        var many = HEADER + (enrolled(house, college).digits() + ",MISSING,,,Award in Knots,,,,\n").repeat(1_001);

        assertThat(told(house, db, college, worked(house, db, college, many)))
                .containsExactly("line 1002, : too-many-challenge-rows");
        assertThat(told(house, db, college, worked(house, db, college, "<xml/>\n")))
                .contains("line 1, : no-header");
        assertThat(told(house, db, college, worked(house, db, college, "ULN,Title\n1,2\n")))
                .containsExactly("line 1, : columns-missing");
        var awarding = house.awarding();
        assertThatThrownBy(() -> send(house, db, awarding, HEADER))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
    }
}
