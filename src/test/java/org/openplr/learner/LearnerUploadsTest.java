package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerUploads.Announced;
import org.openplr.learner.LearnerUploads.Appended;
import org.openplr.learner.LearnerUploads.Begun;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** A file of learners that comes in parts over a line that breaks. */
class LearnerUploadsTest {
    private static final byte[] FILE =
            ("ULN,GivenName,FamilyName\n" + "4476781828,Siân,Morgan\n".repeat(3_000)).getBytes(StandardCharsets.UTF_8);

    private final FixedClock clock = FixedClock.at("2026-11-25T12:00:00Z");
    private final String ukprn = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 19_000_000));
    private final Actor.OrganisationUser college = user(ukprn, Role.REGISTRATION_BATCH);

    private static Actor.OrganisationUser user(String ukprn, Role role) {
        return new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn(ukprn), Set.of(role));
    }

    private static Announced announced(byte[] file) {
        return new Announced(LearnerFile.Kind.VERIFY, "v.csv", Locale.UK, file.length, FileTable.digest(file));
    }

    private LearnerUpload begin(Database db, Announced file) {
        var begun = db.call(em -> FileFixtures.uploads(em, clock).begin(college, file));
        return ((Begun.Upload) begun).upload();
    }

    private Appended append(Database db, LearnerUpload upload, int from, int to) {
        var part = Arrays.copyOfRange(FILE, from, to);
        return db.call(em -> FileFixtures.uploads(em, clock).append(college, upload.id(), from, part));
    }

    private LearnerUpload found(Database db, LearnerUpload upload) {
        return db.call(em -> FileFixtures.uploads(em, clock).find(college, About.LEARNERS, upload.id()))
                .orElseThrow();
    }

    private boolean isGone(Database db, LearnerUpload upload) {
        return db.call(em -> FileFixtures.uploads(em, clock).find(college, About.LEARNERS, upload.id()))
                .isEmpty();
    }

    @OnBothDatabases
    void partsMakeTheFileAndItIsTakenInWhenItIsWhole(Database db) {
        var upload = begin(db, announced(FILE));
        assertThat(append(db, upload, 0, 1)).isInstanceOf(Appended.More.class);
        assertThat(append(db, upload, 1, 40_000)).isInstanceOf(Appended.More.class);
        assertThat(found(db, upload).received()).isEqualTo(40_000);

        var last = append(db, upload, 40_000, FILE.length);

        assertThat(last).isInstanceOf(Appended.Whole.class);
        var file = ((Appended.Whole) last).sent().file();
        assertThat(file.name()).isEqualTo("v.csv");
        byte[] kept = db.call(em -> FileFixtures.table(em, clock).kept(file.id(), FileTable.CONTENT));
        assertThat(kept).isEqualTo(FILE);
        assertThat(isGone(db, upload)).isTrue();
        var again = db.call(em -> FileFixtures.uploads(em, clock).begin(college, announced(FILE)));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Begun.Known.class,
                        known -> assertThat(known.file().id()).isEqualTo(file.id()));
    }

    @OnBothDatabases
    void aPartThatBeginsElsewhereIsNotTakenAndWhereToGoOnIsTold(Database db) {
        var upload = begin(db, announced(FILE));
        append(db, upload, 0, 1_000);

        for (var from : new int[] {0, 999, 1_001, 5_000})
            assertThat(append(db, upload, from, from + 1_000))
                    .isInstanceOfSatisfying(
                            Appended.Elsewhere.class,
                            no -> assertThat(no.upload().received()).isEqualTo(1_000));

        assertThat(append(db, upload, 1_000, FILE.length)).isInstanceOf(Appended.Whole.class);
    }

    @OnBothDatabases
    void whatGoesBeyondTheSizeOrHasAnotherDigestIsNoFile(Database db) {
        var other = new Announced(LearnerFile.Kind.VERIFY, "v", Locale.UK, 1_000, FileTable.digest(FILE));
        var upload = begin(db, other);
        assertThat(append(db, upload, 0, 1_001)).isInstanceOf(Appended.Beyond.class);
        assertThat(found(db, upload).received()).isZero();

        assertThat(append(db, upload, 0, 1_000)).isInstanceOf(Appended.Broken.class);

        assertThat(isGone(db, upload)).isTrue();
        List<LearnerFile> files = db.call(em -> FileFixtures.files(em, clock).of(college, About.LEARNERS));
        assertThat(files).isEmpty();
    }

    @OnBothDatabases
    void nobodyElsesPartsAreThereForAnybody(Database db) {
        var upload = begin(db, announced(FILE));
        var others = user("19990077", Role.REGISTRATION_BATCH);
        var viewer = user(ukprn, Role.REGISTRATION_VIEW);

        Optional<LearnerUpload> theirs =
                db.call(em -> FileFixtures.uploads(em, clock).find(others, About.LEARNERS, upload.id()));
        assertThat(theirs).isEmpty();
        for (var who : new Actor.OrganisationUser[] {others, viewer})
            assertThatThrownBy(() ->
                            db.call(em -> FileFixtures.uploads(em, clock).append(who, upload.id(), 0, new byte[] {1})))
                    .isInstanceOfSatisfying(
                            Mistake.class, no -> assertThat(no.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
        assertThat(found(db, upload).received()).isZero();
    }

    @OnBothDatabases
    void ofTheSamePartSentManyTimesAtOnceOneIsTaken(Database db) throws Exception {
        var upload = begin(db, announced(FILE));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return append(db, upload, 0, 2_000);
                    }))
                    .toList();
            start.countDown();
            var taken = 0;
            for (var one : tries) if (one.get() instanceof Appended.More) taken++;

            assertThat(taken).isEqualTo(1);
        }
        assertThat(found(db, upload).received()).isEqualTo(2_000);
        assertThat(append(db, upload, 2_000, FILE.length)).isInstanceOf(Appended.Whole.class);
    }

    @OnBothDatabases
    void whatIsNotWholeAfterADayIsDeleted(Database db) {
        var upload = begin(db, announced(FILE));
        append(db, upload, 0, 1_000);
        clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(isGone(db, upload)).isFalse();

        clock.forward(Duration.ofSeconds(2));

        assertThat(isGone(db, upload)).isTrue();
        assertThat((int) db.call(em -> FileFixtures.uploadTable(em, clock).forget()))
                .isPositive();
        assertThat((int) db.call(em -> FileFixtures.uploadTable(em, clock).forget()))
                .isZero();
    }

    @OnBothDatabases
    void aFileMayHaveThirtyTwoMegabytesAndAnOrganisationTwentyAtOnce(Database db) {
        var most = LearnerFiles.LARGEST;
        var digest = FileTable.digest(FILE);
        var tooLarge = new Announced(LearnerFile.Kind.VERIFY, "v", Locale.UK, most + 1L, digest);
        assertThatThrownBy(() -> begin(db, tooLarge))
                .isInstanceOfSatisfying(
                        Mistake.class, no -> assertThat(no.kind()).isEqualTo(Mistake.Kind.TOO_LARGE));
        var odd = new Announced(LearnerFile.Kind.VERIFY, "v", Locale.UK, 0, "x");
        assertThatThrownBy(() -> begin(db, odd))
                .isInstanceOfSatisfying(
                        Mistake.class, no -> assertThat(no.faults()).hasSize(2));

        for (var i = 0; i < 20; i++) begin(db, new Announced(LearnerFile.Kind.VERIFY, "v", Locale.UK, most, digest));

        assertThatThrownBy(() -> begin(db, announced(FILE)))
                .isInstanceOfSatisfying(
                        Mistake.class, no -> assertThat(no.kind()).isEqualTo(Mistake.Kind.TOO_MANY));
    }
}
