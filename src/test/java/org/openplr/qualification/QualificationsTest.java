package org.openplr.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.qualification.QualificationField.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openplr.platform.Changes;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class QualificationsTest {
    @OnBothDatabases
    void isFoundByItsNumber(Database db) {
        take(
                db,
                row("90000018", "Certificate in Beekeeping", "Level 2", "Horticulture and forestry")
                        .says(CREDITS, "15")
                        .says(OPERATIONAL_START, "01/09/2010"));

        var found = db.call(em -> QualificationFixtures.qualifications(em).find(new Qan("90000018")));

        assertThat(found).hasValueSatisfying(q -> {
            assertThat(q.title()).isEqualTo("Certificate in Beekeeping");
            assertThat(q.credits()).isEqualTo(15);
            assertThat(q.operationalStart()).isEqualTo(LocalDate.of(2010, 9, 1));
            assertThat(q.operationalEnd()).isNull();
        });
    }

    @OnBothDatabases
    void sameRegisterTwiceChangesNothing(Database db) {
        var row = row("90000110", "Award in Kites", "Level 1", "").says(CERTIFICATION_END, "2030-08-31");

        take(db, row);

        assertThat(take(db, row)).isEqualTo(new Changes(0, 0, 1));
    }

    @OnBothDatabases
    void whatARegisterDoesNotSayStays(Database db) {
        take(db, row("90000213", "Award in Lace", "Level 1", "").says(CREDITS, "4"));

        var changes = take(db, new QualificationRow(new Qan("90000213")).says(TITLE, "Award in Lace Making"));

        assertThat(changes).isEqualTo(new Changes(0, 1, 0));
        var found = db.call(em -> QualificationFixtures.qualifications(em).find(new Qan("90000213")));
        assertThat(found).hasValueSatisfying(q -> {
            assertThat(q.title()).isEqualTo("Award in Lace Making");
            assertThat(q.credits()).isEqualTo(4);
            assertThat(q.level()).isEqualTo("Level 1");
        });
    }

    @OnBothDatabases
    void isLookedForByWordsLevelAndArea(Database db) {
        areas(db);
        take(
                db,
                row("90000316", "Diploma in Glacier Guiding", "Level 3", "Sport, Leisure and Recreation"),
                row("90000328", "Award in Glacier Guiding", "Entry Level", "08.1 Sport, leisure and recreation"));

        assertThat(titles(db, "guiding glacier", "", ""))
                .containsExactly("Award in Glacier Guiding", "Diploma in Glacier Guiding");
        assertThat(titles(db, "glacier", "level 3", "")).containsExactly("Diploma in Glacier Guiding");
        assertThat(titles(db, "glacier", "Entry Level", "8.1")).containsExactly("Award in Glacier Guiding");
        assertThat(titles(db, "glacier", "", "8")).hasSize(2);
        assertThat(titles(db, "glacier", "", "leisure")).hasSize(2);
        assertThat(titles(db, "glacier", "", "14.1")).isEmpty();
        assertThat(titles(db, "glacier %", "", "")).hasSize(2);
    }

    @OnBothDatabases
    void areaThatComesLaterIsLinked(Database db) {
        take(db, row("9000041X", "Award in Wayfaring", "Level 1", "TRAVEL AND TOURISM"));

        areas(db);

        assertThat(titles(db, "wayfaring", "", "8.2")).hasSize(1);
    }

    @OnBothDatabases
    void pagesFollowEachOtherWithoutGapOrRepetition(Database db) {
        var rows = new ArrayList<QualificationRow>();
        for (var i = 0; i < 7; i++) rows.add(row("9001000" + i, "Award in Paging " + i / 2, "Level 1", ""));
        take(db, rows.toArray(QualificationRow[]::new));

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var from = cursor;
            var page = db.call(em -> QualificationFixtures.qualifications(em)
                    .search("somebody", new QualificationSearch("award in paging", "", ""), from, 3));
            page.items().forEach(q -> seen.add(q.number().canonical()));
            cursor = page.next();
        } while (!cursor.isEmpty());

        assertThat(seen)
                .containsExactly("90010000", "90010001", "90010002", "90010003", "90010004", "90010005", "90010006");
    }

    @OnBothDatabases
    void garbledCursorIsAMistake(Database db) {
        assertThatThrownBy(() -> db.call(em -> QualificationFixtures.qualifications(em)
                        .search("somebody", new QualificationSearch("", "", ""), "§§", 3)))
                .isInstanceOf(Mistake.class);
    }

    @OnBothDatabases
    void twoSearchesASecondFromOnePlaceAreEnoughAndOthersLoseNothing(Database db) {
        var clock = FixedClock.at("2026-11-27T09:00:00Z");
        db.run(em -> {
            var qualifications = new Qualifications(new Sql(em), clock);
            var wanted = new QualificationSearch("kites", "", "");
            for (var i = 0; i < Qualifications.SEARCHES; i++) qualifications.search("here", wanted, "", 1);

            assertThatThrownBy(() -> qualifications.search("here", wanted, "", 1))
                    .isInstanceOfSatisfying(
                            Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.TOO_MANY));
            qualifications.search("there", wanted, "", 1);
            assertThat(qualifications.find(new Qan("90000110")))
                    .as("by its number")
                    .isNotNull();
            clock.forward(Duration.ofMinutes(1));
            qualifications.search("here", wanted, "", 1);
        });
    }

    private static void areas(Database db) {
        db.run(em -> new SectorSubjectAreas(new Sql(em))
                .take(List.of(
                        new SectorSubjectArea(new AreaCode("8"), "Leisure, Travel and Tourism"),
                        new SectorSubjectArea(new AreaCode("8.1"), "Sport, Leisure and Recreation"),
                        new SectorSubjectArea(new AreaCode("8.2"), "Travel and Tourism"))));
    }

    private static List<String> titles(Database db, String words, String level, String area) {
        return db
                .call(em -> QualificationFixtures.qualifications(em)
                        .search("somebody", new QualificationSearch(words, level, area), "", 50))
                .items()
                .stream()
                .map(Qualification::title)
                .toList();
    }

    private static Changes take(Database db, QualificationRow... rows) {
        return db.call(em -> new QualificationRegister(new Sql(em)).take(List.of(rows)));
    }

    private static QualificationRow row(String number, String title, String level, String area) {
        return new QualificationRow(new Qan(number))
                .says(TITLE, title)
                .says(LEVEL, level)
                .says(SECTOR_SUBJECT_AREA, area);
    }
}
