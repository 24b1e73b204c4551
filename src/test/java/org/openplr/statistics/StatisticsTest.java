package org.openplr.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Gender;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.qualification.AreaCode;
import org.openplr.qualification.Qan;
import org.openplr.qualification.QualificationField;
import org.openplr.qualification.QualificationFixtures;
import org.openplr.qualification.QualificationRow;
import org.openplr.qualification.SectorSubjectArea;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordFixtures;
import org.openplr.record.ReportedEvent;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class StatisticsTest {
    private static final LearningEvent.Body NOBODY = new LearningEvent.Body(null, null);
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    private final FixedClock clock = FixedClock.at("2026-11-23T12:00:00Z");

    private Statistics statistics(Sql sql) {
        return new Statistics(
                LearnerFixtures.learners(sql),
                RecordFixtures.records(sql),
                new Statistics.Registers(
                        QualificationFixtures.qualifications(sql), OrganisationFixtures.organisations(sql)),
                new Releases(sql),
                clock);
    }

    private Release released(Sql sql) {
        assertThat(statistics(sql).release()).isTrue();
        return statistics(sql).latest().orElseThrow();
    }

    private void have(Sql sql, List<Learner> learners, Function<Uln, ReportedEvent> event) {
        RecordFixtures.keeping(sql, clock)
                .take(learners.stream().map(Learner::uln).map(event).toList(), RecordFixtures.IMPORTER, "a test");
    }

    @OnBothDatabases
    void peopleAreCountedOnceHoweverManySourcesAndNumbersTellOfThem(Database db) {
        var sql = db.empty("statistics_once");
        QualificationFixtures.areas(sql)
                .take(List.of(new SectorSubjectArea(new AreaCode("2"), "Science and Mathematics")));
        QualificationFixtures.register(sql)
                .take(List.of(new QualificationRow(new Qan("60311642"))
                        .says(QualificationField.TITLE, "Mathematics")
                        .says(QualificationField.SECTOR_SUBJECT_AREA, "Science and Mathematics")));
        var people = LearnerFixtures.registered(sql, 23);
        have(sql, people, uln -> award("AO", uln, "2012-07-05", "Level 2"));
        have(sql, people, uln -> award("ILR", uln, "2012-07-05", "Level 2"));
        have(sql, people, uln -> award("AO", uln, "2012-03-05", "Level 1"));
        var older = LearnerFixtures.registered(sql, 12);
        var masters = LearnerFixtures.registered(sql, 12);
        have(sql, older, uln -> award("AO", uln, "2012-02-05", "Level 3"));
        have(sql, masters, uln -> course(uln, "2011-09-05", "2013-06-30"));
        for (var i = 0; i < 12; i++)
            LearnerFixtures.linked(sql, older.get(i).uln(), masters.get(i).uln());

        var release = released(sql);

        assertThat(release.total(Table.LEVELS, "2011/12")).hasValue(35);
        assertThat(release.figure(Table.LEVELS, "2011/12", "2"))
                .as("23, rounded")
                .hasValue(25);
        assertThat(release.figure(Table.LEVELS, "2011/12", "3"))
                .as("12, rounded")
                .hasValue(10);
        assertThat(release.figure(Table.LEVELS, "2011/12", "1"))
                .as("their best is what counts")
                .isEmpty();
        assertThat(release.figure(Table.AREAS, "2011/12", "2")).hasValue(35);
        assertThat(release.total(Table.TAKING_PART, "2011/12")).hasValue(35);
        assertThat(release.total(Table.TAKING_PART, "2012/13"))
                .as("courses go on")
                .hasValue(10);
        assertThat(release.rows(Table.LEVELS)).startsWith("2009/10").endsWith("2025/26");
        assertThat(release.rows(Table.STAYING)).endsWith("2024/25");
    }

    @OnBothDatabases
    void whoAchievedLevelTwoIsFollowedForFiveYears(Database db) {
        var sql = db.empty("statistics_cohort");
        var higher = LearnerFixtures.registered(sql, 15);
        var further = LearnerFixtures.registered(sql, 20);
        var tooLate = LearnerFixtures.registered(sql, 30);
        for (var some : List.of(higher, further, tooLate))
            have(sql, some, uln -> award("AO", uln, "2014-07-05", "Level 2"));
        have(sql, higher, uln -> award("HE", uln, "2019-06-05", "Level 6"));
        have(sql, further, uln -> award("AO", uln, "2016-06-05", "Level 3"));
        have(sql, tooLate, uln -> award("AO", uln, "2019-10-05", "Level 3"));

        var release = released(sql);

        assertThat(release.total(Table.AFTER_LEVEL_2, "2013/14")).hasValue(65);
        assertThat(release.figure(Table.AFTER_LEVEL_2, "2013/14", "higher")).hasValue(15);
        assertThat(release.figure(Table.AFTER_LEVEL_2, "2013/14", "level-3")).hasValue(20);
        assertThat(release.figure(Table.AFTER_LEVEL_2, "2013/14", "neither")).hasValue(30);
        assertThat(release.total(Table.AFTER_LEVEL_2, "2022/23"))
                .as("not over yet")
                .isEmpty();
        assertThat(release.figure(Table.STAYING, "2013/14", "not-again")).isEmpty();
        assertThat(release.figure(Table.STAYING, "2013/14", "later")).hasValue(65);
    }

    @OnBothDatabases
    void whoGoesOnFromLevelThreeIsToldByWhoTheyAreAndWhereTheyLearned(Database db) {
        var sql = db.empty("statistics_widening");
        OrganisationFixtures.register(sql)
                .take(List.of(
                        organisation("19990011", OrganisationKind.SCHOOL),
                        organisation("19990055", OrganisationKind.FURTHER_EDUCATION),
                        organisation("19990251", OrganisationKind.AWARDING)));
        var women = LearnerFixtures.registered(sql, 30);
        var men = LearnerFixtures.registered(sql, 25, one -> LearnerFixtures.gendered(one, Gender.MALE));
        var older =
                LearnerFixtures.registered(sql, 20, one -> LearnerFixtures.born(one, LocalDate.parse("1970-01-01")));
        have(sql, women, uln -> award("NPD", uln, "2014-07-05", "Level 3", "19990011"));
        have(sql, men, uln -> award("ILR", uln, "2015-07-05", "Level 3", "19990055"));
        have(sql, older, uln -> award("AO", uln, "2015-07-05", "Level 3", "19990251"));
        have(sql, women.subList(0, 15), uln -> award("HE", uln, "2019-06-05", null, "19990164"));
        have(sql, men.subList(0, 10), uln -> award("AO", uln, "2018-06-05", "Level 4"));
        have(sql, older, uln -> award("HE", uln, "2021-06-05", "Level 6"));

        var release = released(sql);

        assertThat(release.figure(Table.AFTER_LEVEL_3, "2013/14", "higher")).hasValue(15);
        assertThat(release.figure(Table.AFTER_LEVEL_3, "2013/14", "not-higher")).hasValue(15);
        assertThat(release.total(Table.AFTER_LEVEL_3, "2014/15")).hasValue(45);
        assertThat(release.figure(Table.AFTER_LEVEL_3, "2014/15", "higher"))
                .as("the older ones were too late")
                .hasValue(10);
        assertThat(release.figure(Table.AFTER_LEVEL_3_BY_GENDER, "male", "higher"))
                .hasValue(10);
        assertThat(release.figure(Table.AFTER_LEVEL_3_BY_GENDER, "female", "not-higher"))
                .hasValue(35);
        assertThat(release.figure(Table.AFTER_LEVEL_3_BY_PROVIDER, "school", "higher"))
                .hasValue(15);
        assertThat(release.figure(Table.AFTER_LEVEL_3_BY_PROVIDER, "further-education", "not-higher"))
                .hasValue(15);
        assertThat(release.total(Table.AFTER_LEVEL_3_BY_PROVIDER, "none"))
                .as("who awards does not teach")
                .hasValue(20);
        assertThat(release.total(Table.AFTER_LEVEL_3_BY_AGE, "35-49")).hasValue(20);
        assertThat(release.total(Table.AFTER_LEVEL_3_BY_REGION, "wales")).hasValue(75);
        assertThat(release.total(Table.AFTER_LEVEL_2, "2013/14"))
                .as("nobody began with Level 2")
                .isEmpty();
    }

    private static Organisation organisation(String ukprn, OrganisationKind kind) {
        return new Organisation(new Ukprn(ukprn), "Number " + ukprn, kind, "", "");
    }

    @OnBothDatabases
    void theFewWhoTookPartOnlyDoNotFollowFromTheTotalsOfAnotherTable(Database db) {
        var sql = db.empty("statistics_totals");
        have(sql, LearnerFixtures.registered(sql, 30), uln -> award("AO", uln, "2012-07-05", "Level 2"));
        have(sql, LearnerFixtures.registered(sql, 3), uln -> course(uln, "2011-09-05", "2012-06-30"));

        var release = released(sql);

        assertThat(release.total(Table.TAKING_PART, "2011/12")).hasValue(35);
        assertThat(release.figure(Table.TAKING_PART, "2011/12", "took-part")).isEmpty();
        assertThat(release.figure(Table.TAKING_PART, "2011/12", "achieved")).isEmpty();
        assertThat(release.total(Table.LEVELS, "2011/12")).as("who achieved").isEmpty();
    }

    @OnBothDatabases
    void twoReleasesWithOneNewRecordBetweenThemAreTheSame(Database db) {
        var sql = db.empty("statistics_difference");
        assertThat(statistics(sql).latest()).as("before the first").isEmpty();
        have(sql, LearnerFixtures.registered(sql, 17), uln -> award("AO", uln, "2014-07-05", "Level 2"));
        have(sql, LearnerFixtures.registered(sql, 9), uln -> award("AO", uln, "2014-07-05", "Level 3"));
        var first = released(sql);
        assertThat(statistics(sql).release()).as("one a month").isFalse();
        clock.forward(Duration.ofDays(9));
        have(sql, LearnerFixtures.registered(sql, 1), uln -> award("AO", uln, "2014-07-05", "Level 3"));
        var second = released(sql);
        clock.forward(Duration.ofDays(31));
        have(sql, LearnerFixtures.registered(sql, 13), uln -> award("AO", uln, "2014-07-05", "Level 3"));
        var third = released(sql);
        assertThatThrownBy(() -> new Releases(sql).keep(3, clock.instant(), Map.of(), Set.of()))
                .as("another server was quicker")
                .isInstanceOfSatisfying(
                        Sql.DatabaseTrouble.class,
                        trouble -> assertThat(trouble.isDuplicate()).isTrue());

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.told()).as("18 would round to 20, and 10 be told").isEqualTo(first.told());
        assertThat(first.figure(Table.LEVELS, "2013/14", "3")).isEmpty();
        assertThat(third.figure(Table.LEVELS, "2013/14", "3")).hasValue(25);
        assertThat(first.figure(Table.LEVELS, "2013/14", "2"))
                .as("the only other one of its row, from which the nine would follow")
                .isEmpty();
    }

    @Test
    void postcodesLieInRegionsByTheirAreas() {
        var regions = Regions.TABLE;

        assertThat(regions.of("LS1 4DY")).isEqualTo("yorkshire");
        assertThat(regions.of("l1 8jq")).isEqualTo("north-west");
        assertThat(regions.of("SW1A 1AA")).isEqualTo("london");
        assertThat(regions.of("SY23 3BF")).as("most of its area is in England").isEqualTo("west-midlands");
        assertThat(regions.of("BT7 1NN")).isEqualTo("northern-ireland");
        assertThat(regions.of("BFPO 61")).isEqualTo(Regions.ELSEWHERE);
        assertThat(regions.of("")).isEqualTo(Regions.ELSEWHERE);
        assertThat(regions.all()).hasSize(13);
    }

    private static ReportedEvent award(String source, Uln uln, String day, String level) {
        return award(source, uln, day, level, null);
    }

    private static ReportedEvent award(
            String source, Uln uln, String day, @Nullable String level, @Nullable String provider) {
        return event(
                source,
                uln,
                new LearningEvent.Subject("60311642", "Mathematics", null, level),
                new LearningEvent.Award(LocalDate.parse(day), "Pass", null, null),
                new LearningEvent.Participation(null, null),
                new LearningEvent.Body(null, provider));
    }

    private static ReportedEvent course(Uln uln, String start, String end) {
        return event(
                "ILR",
                uln,
                new LearningEvent.Subject("60311642", "Mathematics", null, "Level 3"),
                new LearningEvent.Award(null, "9999999999", null, null),
                new LearningEvent.Participation(LocalDate.parse(start), LocalDate.parse(end)),
                NOBODY);
    }

    private static ReportedEvent event(
            String source,
            Uln uln,
            LearningEvent.Subject subject,
            LearningEvent.Award award,
            LearningEvent.Participation participation,
            LearningEvent.Body provider) {
        return new ReportedEvent(
                source,
                "statistics-" + REFERENCES.incrementAndGet(),
                uln,
                subject,
                award,
                participation,
                NOBODY,
                provider,
                new LearningEvent.Return(null, null, "F", null),
                false,
                LocalDate.parse("2020-01-01"));
    }
}
