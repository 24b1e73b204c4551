package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openplr.learner.FileResult.Code;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFile.Kind;
import org.openplr.learner.LearnerFile.State;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class LearnerFilesTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final AtomicInteger CONTENTS = new AtomicInteger();
    private static final Actor.OrganisationUser SENDER = user("10008888", Role.REGISTRATION_BATCH);

    private static Actor.OrganisationUser user(String ukprn, Role role) {
        return new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn(ukprn), Set.of(role));
    }

    private static byte[] content() {
        return ("file " + CONTENTS.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    }

    private static LearnerFiles.Sent send(Database db, byte[] content) {
        return db.call(
                em -> FileFixtures.files(em, CLOCK).send(SENDER, Kind.VERIFY, "C:\\x\\v.csv", Locale.UK, content));
    }

    private static LearnerFile find(Database db, LearnerFile file) {
        return db.call(em -> FileFixtures.files(em, CLOCK).find(SENDER, About.LEARNERS, file.id()))
                .orElseThrow();
    }

    private static List<Code> codes(Database db, LearnerFileWork.Task task) {
        List<LearnerFileWork.Answered> answered =
                db.call(em -> FileFixtures.work(em, CLOCK).answered(task));
        return answered.stream().map(one -> one.result().code()).toList();
    }

    private static List<FileRemark> remarks(Database db, Actor.OrganisationUser user, LearnerFile file) {
        return db.call(em -> FileFixtures.files(em, CLOCK).remarks(user, About.LEARNERS, file.id(), 10));
    }

    private static List<LearnerFile> all(Database db, Actor.OrganisationUser user) {
        return db.call(em -> FileFixtures.files(em, CLOCK).of(user, About.LEARNERS));
    }

    private static Optional<String> answer(Database db, LearnerFile file) {
        return db.call(em -> FileFixtures.files(em, CLOCK).answer(SENDER, About.LEARNERS, file.id()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The work as it stands for this file, whichever else wait. */
    private static LearnerFileWork.Task task(LearnerFile file, byte[] content) {
        return new LearnerFileWork.Task(file, SENDER, Locale.UK, content);
    }

    private static FileRow verify(Database db, int line) {
        var one = db.call(LearnerFixtures::registered);
        return new FileRow.ToBeVerified(
                line,
                List.of(),
                new ToVerify(one.uln(), "Siân", "Morgan", LocalDate.parse("2001-03-01"), Gender.FEMALE));
    }

    private static FileRow unreadable(int line) {
        return new FileRow.Unreadable(line, List.of(FileRemark.fault(line, "ULN", "missing")), Code.INSUFFICIENT);
    }

    private static void step(Database db, LearnerFileWork.Task task, int done, FileRow... rows) {
        db.run(em -> FileFixtures.work(em, CLOCK).step(task, done, List.of(rows)));
    }

    @OnBothDatabases
    void theSameFileTwiceIsOneAndWorkedOffOnce(Database db) {
        var content = content();
        var first = send(db, content);
        var again = send(db, content);

        assertThat(first.again()).isFalse();
        assertThat(again.again()).isTrue();
        assertThat(again.file()).isEqualTo(first.file());
        assertThat(first.file().name()).isEqualTo("v.csv");
    }

    @OnBothDatabases
    void aStepThatFailsLeavesTheEarlierOnesAndTheFileGoesOnWhereItStopped(Database db) {
        var content = content();
        var file = send(db, content).file();
        var task = task(file, content);
        db.run(em ->
                FileFixtures.work(em, CLOCK).begin(task, 3, List.of(FileRemark.warning(1, "", "byte-order-mark"))));
        step(db, task, 0, verify(db, 2), unreadable(3));

        assertThatThrownBy(() -> db.run(em -> {
                    FileFixtures.work(em, CLOCK).step(task, 2, List.of(verify(db, 4)));
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");

        assertThat(find(db, file).done()).isEqualTo(2);
        assertThat(find(db, file).state()).isEqualTo(State.RUNNING);
        step(db, task, 2, verify(db, 4));
        db.run(em -> FileFixtures.work(em, CLOCK).finish(task, "answer".getBytes(StandardCharsets.UTF_8)));
        var ended = find(db, file);
        assertThat(ended.state()).isEqualTo(State.DONE);
        assertThat(ended.done()).isEqualTo(3);
        assertThat(ended.good()).isEqualTo(2);
        assertThat(codes(db, task)).containsExactly(Code.VERIFIED, Code.INSUFFICIENT, Code.VERIFIED);
        SortedMap<Code, Integer> counts =
                db.call(em -> FileFixtures.files(em, CLOCK).counts(SENDER, About.LEARNERS, file.id()));
        assertThat(counts).containsExactly(Map.entry(Code.VERIFIED, 2), Map.entry(Code.INSUFFICIENT, 1));
        assertThat(answer(db, file)).hasValue("answer");
        assertThat(remarks(db, SENDER, file))
                .extracting(FileRemark::toString)
                .containsExactly("line 1, : byte-order-mark", "line 3, ULN: missing");
    }

    @OnBothDatabases
    void whatSomebodyElseDidMeanwhileIsNotDoneAgain(Database db) {
        var content = content();
        var file = send(db, content).file();
        var task = task(file, content);
        db.run(em -> FileFixtures.work(em, CLOCK).begin(task, 2, List.of()));
        step(db, task, 0, unreadable(2));

        assertThatThrownBy(() -> step(db, task, 0, unreadable(2))).isInstanceOf(Mistake.class);
        assertThat(find(db, file).done()).isEqualTo(1);
    }

    @OnBothDatabases
    void aFileIsItsOrganisationsAndNobodyElses(Database db) {
        var file = send(db, content()).file();
        var others = user("10007777", Role.REGISTRATION_BATCH);
        var viewer = user("10008888", Role.REGISTRATION_VIEW);

        Optional<LearnerFile> theirs =
                db.call(em -> FileFixtures.files(em, CLOCK).find(others, About.LEARNERS, file.id()));
        assertThat(theirs).isEmpty();
        assertThat(remarks(db, others, file)).isEmpty();
        assertThat(all(db, SENDER)).extracting(LearnerFile::id).contains(file.id());
        assertThatThrownBy(() -> all(db, viewer)).isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void whereItsSenderMayNoLongerAFileStopsAndGoesOnForWhoeverSendsItAgain(Database db) {
        var content = content();
        var file = send(db, content).file();
        var task = task(file, content);
        db.run(em -> FileFixtures.work(em, CLOCK).begin(task, 2, List.of()));
        step(db, task, 0, verify(db, 2));
        SenderNow viewsOnly =
                sender -> Optional.of(new Actor.OrganisationUser(sender.account(), sender.organisation(), Set.of()));

        for (var senders : List.<SenderNow>of(viewsOnly, _ -> Optional.empty())) {
            boolean stepped =
                    db.call(em -> FileFixtures.work(em, CLOCK, senders).step(task, 1, List.of(verify(db, 3))));
            assertThat(stepped).isFalse();
        }

        assertThat(find(db, file).state()).isEqualTo(State.FAILED);
        assertThat(find(db, file).done()).isEqualTo(1);
        var colleague = user("10008888", Role.REGISTRATION_BATCH);
        LearnerFiles.Sent again =
                db.call(em -> FileFixtures.files(em, CLOCK).send(colleague, Kind.VERIFY, "v.csv", Locale.UK, content));
        assertThat(again.file().state()).isEqualTo(State.RUNNING);
        assertThat(next(db, file).sender().account()).isEqualTo(colleague.account());
    }

    /** The task of this file, whose turn comes once the others are done. */
    private static LearnerFileWork.Task next(Database db, LearnerFile file) {
        while (true) {
            var task = db.call(em -> FileFixtures.work(em, CLOCK).next()).orElseThrow();
            if (task.file().id().equals(file.id())) return task;
            db.run(em -> FileFixtures.work(em, CLOCK).refuse(task, List.of()));
        }
    }

    @OnBothDatabases
    void afterFiveFailuresAFileStopsAndSentAgainItGoesOn(Database db) {
        var content = content();
        var file = send(db, content).file();
        var task = task(file, content);
        for (var i = 0; i < 5; i++) db.run(em -> FileFixtures.work(em, CLOCK).failed(task));
        assertThat(find(db, file).state()).isEqualTo(State.FAILED);

        assertThat(send(db, content).file().state()).isEqualTo(State.WAITING);
        assertThat(find(db, file).ended()).isNull();
    }

    @OnBothDatabases
    void thirtyDaysAfterItsEndWhatWasInItIsDeletedAndItMayComeAgain(Database db) {
        var clock = FixedClock.at("2030-01-01T00:00:00Z");
        var content = content();
        var file = send(db, content).file();
        var task = task(file, content);
        db.run(em -> FileFixtures.work(em, clock).begin(task, 1, List.of()));
        step(db, task, 0, unreadable(2));
        db.run(em -> FileFixtures.work(em, clock).finish(task, content));
        clock.forward(Duration.ofDays(30).plusSeconds(1));

        db.run(em -> FileFixtures.work(em, clock).forget());

        assertThat(find(db, file).state()).isEqualTo(State.FORGOTTEN);
        assertThat(codes(db, task)).isEmpty();
        assertThat(send(db, content).again()).isFalse();
    }
}
