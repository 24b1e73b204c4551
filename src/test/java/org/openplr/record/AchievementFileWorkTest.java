package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.LearnerFixtures.freshUln;
import static org.openplr.learner.LearnerFixtures.someone;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openplr.learner.FileSteps.Told;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerFile.State;
import org.openplr.learner.LearnerFileWork.Task;
import org.openplr.learner.LearnerFixtures;
import org.openplr.learner.SenderNow;
import org.openplr.learner.ToVerify;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.record.Achievement.Action;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Files of achievements, step by step. */
class AchievementFileWorkTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-27T12:00:00Z");
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    private static Task task(Database db, Actor.OrganisationUser user) {
        var content = ("achievements " + REFERENCES.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        var sent = db.call(em -> AchievementFixtures.files(em, CLOCK).send(user, "a.csv", Locale.UK, content));
        var task = new Task(sent.file().file(), user, Locale.UK, content);
        db.run(em -> AchievementFixtures.work(em, CLOCK, Optional::of).begin(task, 1_000, List.of(), new byte[0]));
        return task;
    }

    private static Told nothing(List<Maintained> outcomes) {
        return new Told(Collections.nCopies(outcomes.size(), List.of()), new byte[0]);
    }

    private static AchievementRow submitted(Uln uln, String reference, String grade) {
        return new AchievementRow.Sound(Achievement.submitted(
                reference,
                new Achievement.Made(
                        new ToVerify(uln, "Siân", "Morgan", LocalDate.parse("2001-03-01"), Gender.UNKNOWN),
                        AchievementFixtures.UNIT,
                        LocalDate.parse("2026-06-12"),
                        grade,
                        null,
                        "English",
                        false,
                        null)));
    }

    private static AchievementFile find(Database db, Actor.OrganisationUser user, Task task) {
        return db.call(em -> AchievementFixtures.files(em, CLOCK)
                        .find(user, task.file().id()))
                .orElseThrow();
    }

    private static long step(Database db, Actor.OrganisationUser user, List<AchievementRow> rows) {
        var task = task(db, user);
        var statements = db.statements(em -> AchievementFixtures.work(em, CLOCK, Optional::of)
                .step(task, 0, rows, AchievementFileWorkTest::nothing));
        assertThat(find(db, user, task).counts().taken()).isEqualTo(rows.size());
        return statements;
    }

    /** A hundred with a reason each, created, changed, taken out: as many statements as ten. */
    @OnBothDatabases
    void aStepIsAsManyStatementsWhateverTheNumberOfItsRows(Database db) {
        var user = AchievementFixtures.awarding(db);
        var counts = new ArrayList<List<Long>>();
        for (var size : List.of(10, 400)) {
            var ulns = new ArrayList<Uln>();
            var people = new ArrayList<LearnerDetails>();
            for (var i = 0; i < size; i++) {
                ulns.add(freshUln());
                people.add(someone(ulns.getLast()));
            }
            db.run(em -> LearnerFixtures.register(em).take(people));
            var fresh = new ArrayList<AchievementRow>();
            var changed = new ArrayList<AchievementRow>();
            var withdrawn = new ArrayList<AchievementRow>();
            for (var uln : ulns) {
                var reference = "FW-" + REFERENCES.incrementAndGet();
                fresh.add(submitted(uln, reference, "Pass"));
                changed.add(submitted(uln, reference, "Merit"));
                withdrawn.add(new AchievementRow.Sound(
                        new Achievement(Action.WITHDRAW, reference, uln, null, "not " + reference)));
            }
            counts.add(List.of(
                    step(db, user, fresh), step(db, user, fresh), step(db, user, changed), step(db, user, withdrawn)));
        }

        assertThat(counts.getLast()).isEqualTo(counts.getFirst());
        assertThat(counts.getFirst().getFirst()).isLessThanOrEqualTo(12);
    }

    @OnBothDatabases
    void whatSomebodyElseDidMeanwhileIsNotDoneAgain(Database db) {
        var user = AchievementFixtures.awarding(db);
        var task = task(db, user);
        var rows = List.<AchievementRow>of(new AchievementRow.Unreadable());
        var work = AchievementFixtures.work(db, CLOCK);
        work.step(task, 0, rows, AchievementFileWorkTest::nothing);

        assertThatThrownBy(() -> work.step(task, 0, rows, AchievementFileWorkTest::nothing))
                .isInstanceOf(Mistake.class);
        assertThat(find(db, user, task).counts().fieldData()).isEqualTo(1);
    }

    @OnBothDatabases
    void whereItsSenderMayNoLongerNothingIsDoneAndTheFileStops(Database db) {
        var user = AchievementFixtures.awarding(db);
        var task = task(db, user);
        SenderNow others = sender -> Optional.of(
                new Actor.OrganisationUser(sender.account(), sender.organisation(), Set.of(Role.REGISTRATION_SUPER)));

        boolean went = db.call(em -> AchievementFixtures.work(em, CLOCK, others)
                .step(task, 0, List.of(submitted(freshUln(), "X", "Pass")), AchievementFileWorkTest::nothing));

        assertThat(went).isFalse();
        assertThat(find(db, user, task).file().state()).isEqualTo(State.FAILED);
    }

    @OnBothDatabases
    void aFileIsItsOrganisationsAndNoFileOfLearners(Database db) {
        var user = AchievementFixtures.awarding(db);
        var other = AchievementFixtures.awarding(db);
        var task = task(db, user);
        var clerk = new Actor.OrganisationUser(UUID.randomUUID(), user.organisation(), Set.of(Role.REGISTRATION_BATCH));

        List<AchievementFile> own =
                db.call(em -> AchievementFixtures.files(em, CLOCK).of(user));
        Optional<AchievementFile> theirs = db.call(em ->
                AchievementFixtures.files(em, CLOCK).find(other, task.file().id()));

        assertThat(own)
                .extracting(one -> one.file().id())
                .containsExactly(task.file().id());
        assertThat(theirs).isEmpty();
        assertThatThrownBy(
                        () -> db.run(em -> AchievementFixtures.files(em, CLOCK).of(clerk)))
                .isInstanceOf(Mistake.class);
        assertThatThrownBy(() -> db.run(
                        em -> AchievementFixtures.files(em, CLOCK).send(clerk, "a.csv", Locale.UK, new byte[] {1})))
                .isInstanceOf(Mistake.class);
    }
}
