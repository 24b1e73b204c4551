package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Actor;
import org.openplr.record.RecordFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class EventImportTest {
    private static final String HEADER =
            "ULN,Source,SourceReference,SubjectCode,Subject,Level,Grade,Credits,AchievementAwardDate,DateLoaded";
    private static final InstantSource CLOCK = FixedClock.at("2026-11-23T12:00:00Z");

    private static ImportReport take(EntityManager em, String... lines) {
        var text = Stream.concat(Stream.of(HEADER), Stream.of(lines)).collect(Collectors.joining("\r\n"));
        return new EventImport(RecordFixtures.keeping(em, CLOCK))
                .take(CsvFile.of(text.getBytes(StandardCharsets.UTF_8)), new Actor.System("test"), "a test");
    }

    private static String row(Learner learner, String reference, String rest) {
        return learner.uln().digits() + ",AO," + learner.uln().digits() + "-" + reference + "," + rest;
    }

    @OnBothDatabases
    void rowsThatCannotBeTakenAreReportedByLineColumnAndReason(Database db) {
        var learner = db.call(LearnerFixtures::registered);

        var report = db.call(em -> take(
                em,
                row(learner, "1", "601/4292/3,English,Level 1/2,7,,2019-08-22,2019-12-01"),
                row(learner, "2", "601/4292/3,English,Level 1/2,7,,22/08/2019,2019-12-01"),
                row(learner, "3", "601/4292/3,English,Level 1/2,7,six,2019-08-22,2019-12-01"),
                row(learner, "1", "601/4292/3,English,Level 1/2,8,,2019-08-22,2019-12-01"),
                "1000000063,AO,x-1,,English,,,,,2019-12-01",
                "9999999999,AO,x-2,,English,,,,,2019-12-01",
                LearnerFixtures.freshUln().digits() + ",AO,x-3,,English,,,,,2019-12-01",
                row(learner, "4", ",,,,,,2019-12-01")));

        assertThat(report.read()).isEqualTo(8);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.faults())
                .extracting(RowFault::toString)
                .containsExactlyInAnyOrder(
                        "line 3, AchievementAwardDate: is not a date like 2026-11-23",
                        "line 4, Credits: is not a whole number",
                        "line 5, SourceReference: stands in this file twice",
                        "line 6, ULN: is not a ULN: ten digits with a check digit",
                        "line 7, ULN: is the placeholder, not somebody's number",
                        "line 8, ULN: is nobody's number in the register",
                        "line 9, Subject: is empty");
    }

    @OnBothDatabases
    void theSameFileTwiceChangesNothing(Database db) {
        var learner = db.call(LearnerFixtures::registered);
        var line = row(learner, "1", "601/4292/3,English,Level 1/2,7,,2019-08-22,2019-12-01");
        db.run(em -> take(em, line));
        var before = db.call(em -> RecordFixtures.records(em).of(learner));

        var again = db.call(em -> take(em, line));

        assertThat(again.created() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        var after = db.call(em -> RecordFixtures.records(em).of(learner));
        assertThat(after).isEqualTo(before);
    }

    @OnBothDatabases
    void twentyThousandEventsGoInWithoutAQueryForEach(Database db) {
        var learners = db.call(em -> IntStream.range(0, 200)
                .mapToObj(i -> LearnerFixtures.registered(em))
                .toList());
        var lines = lines(learners, 100);

        var statements =
                db.statements(em -> assertThat(take(em, lines).created()).isEqualTo(20_000));

        assertThat(statements).isLessThanOrEqualTo(40 * 3);
    }

    private static String[] lines(List<Learner> learners, int each) {
        return learners.stream()
                .flatMap(learner -> IntStream.range(0, each)
                        .mapToObj(i -> row(
                                learner, Integer.toString(i), "601/4292/3,English,Level 1/2,7,,2019-08-22,2019-12-01")))
                .toArray(String[]::new);
    }
}
