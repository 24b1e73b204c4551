package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.platform.Changes;
import org.openplr.record.Entry;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class HearImportTest {
    /** The test document of the HEAR's technical specification (Cetis, CC BY 4.0). */
    private static final Path SAMPLE = Path.of("../shared/registers/hear/HEAR_test_2017-01-16.xml");

    private final FixedClock clock = FixedClock.at("2026-11-23T12:00:00Z");

    /** The sample, about this learner. */
    private static String about(Learner learner) throws IOException {
        return Files.readString(SAMPLE)
                .replace("1234567899", learner.uln().digits())
                .replace("Bloggs", learner.familyName())
                .replace("<givenNames>Joseph", "<givenNames>" + learner.givenName())
                .replace("1987-05-25", learner.dateOfBirth().toString());
    }

    private HearImport hears(EntityManager em) {
        return new HearImport(LearnerFixtures.verifying(em), RecordFixtures.keeping(em, clock), clock);
    }

    private Changes take(Database db, String document) {
        return db.call(em -> hears(em)
                .take(document.getBytes(StandardCharsets.UTF_8), RecordFixtures.IMPORTER, "HEAR.xml")
                .changes());
    }

    private static List<Entry> lines(Database db, Learner learner) {
        return db.call(em -> RecordFixtures.records(em).of(learner)).entries();
    }

    @OnBothDatabases
    void aDegreeIsAWholeWithItsYearsAndModulesAndStandsUnderTheUniversitysOwnReference(Database db) throws IOException {
        var learner = db.call(LearnerFixtures::registered);

        assertThat(take(db, about(learner))).isEqualTo(new Changes(3, 0, 0));

        var lines = lines(db, learner);
        assertThat(lines).hasSize(1);
        var degree = lines.getFirst().event();
        assertThat(degree.source()).isEqualTo("HE");
        assertThat(degree.subject().code()).isEqualTo("Q12345");
        assertThat(degree.subject().type()).isEqualTo("Bachelor of Science (Honours)");
        assertThat(degree.level().orElseThrow().code()).isEqualTo("6");
        assertThat(degree.subject().levelText()).as("as it came").isEqualTo("FHEQ#6");
        assertThat(degree.award().grade()).isEqualTo("Second Class Honours (Upper Division)");
        assertThat(degree.further().gradingType()).isEqualTo("Classification");
        assertThat(degree.award().credits()).isEqualTo(360);
        assertThat(degree.award().date()).isEqualTo("2015-09-02");
        assertThat(degree.participation().start()).isEqualTo("2012-10-01");
        assertThat(degree.awardingOrganisation().name()).isEqualTo("The Royal University of Test");
        assertThat(degree.awardingOrganisation().code()).isEqualTo("12345678");
        assertThat(degree.kind()).isEqualTo(EventKind.ACHIEVEMENT);
        var module = lines.getFirst().parts().getFirst().parts().getFirst().event();
        assertThat(module.subject().title()).isEqualTo("Molecular Biochemistry");
        assertThat(module.award().grade()).isEqualTo("P");
        assertThat(module.award().credits()).as("CATS, not ECTS").isEqualTo(10);
        assertThat(module.level())
                .as("the first level of CATS is none of the framework")
                .isEmpty();
        assertThat(module.isRetake()).isTrue();
        assertThat(module.kind()).isEqualTo(EventKind.UNIT);
    }

    @OnBothDatabases
    void theSameReportChangesNothingAndALaterOneIsTheNextVersionOfTheSameEvents(Database db) throws IOException {
        var learner = db.call(LearnerFixtures::registered);
        take(db, about(learner));

        assertThat(take(db, about(learner))).isEqualTo(new Changes(0, 0, 3));
        assertThat(take(db, about(learner).replace("Second Class Honours (Upper Division)", "First Class Honours")))
                .isEqualTo(new Changes(0, 1, 2));
        assertThat(lines(db, learner).getFirst().event().award().grade()).isEqualTo("First Class Honours");
    }

    @OnBothDatabases
    void whoIsNotTheLearnerOfTheNumberGetsNothing(Database db) throws IOException {
        var learner = db.call(LearnerFixtures::registered);
        var other = about(learner)
                .replace(">" + learner.familyName() + "<", ">Somebody<")
                .replace("<givenNames>" + learner.givenName(), "<givenNames>Else");

        assertThatThrownBy(() -> take(db, other))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("learner");
        assertThat(lines(db, learner)).isEmpty();
    }

    @OnBothDatabases
    void whatIsNoReportOrLacksWhatItNeedsIsRefusedWholeWithThePlace(Database db) throws IOException {
        var learner = db.call(LearnerFixtures::registered);
        var sound = about(learner);

        for (var bad : List.of(
                "",
                "ULN,GivenName",
                "<achievementReport/>",
                sound.replace("http://hear.org/\">", "http://example.org/\">"),
                sound.replace("<achievementReport", "<!DOCTYPE a [<!ENTITY e \"x\">]><achievementReport"),
                sound.replace("type=\"uln\"", "type=\"other\""),
                sound.replace("type=\"ukprn\"", "type=\"other\""),
                sound.replace("2015-09-02</issueDateQualification>", "September</issueDateQualification>"),
                sound.replace(
                        "<identifier>http://www.UniversityOfTest.ac.uk/courses/2011/BS1001</identifier>\n"
                                + "            <title>",
                        "<title>"),
                sound.replace("Molecular Biochemistry", "x".repeat(301))))
            assertThatThrownBy(() -> take(db, bad)).isInstanceOf(UnreadableFile.class);
        assertThat(lines(db, learner)).isEmpty();
        assertThatThrownBy(() -> take(db, sound.replace("Molecular Biochemistry", "x".repeat(301))))
                .hasMessage("course 3: Subject too-long");
    }

    @OnBothDatabases
    void theTestDocumentItselfIsRead(Database db) throws IOException {
        var report = HearFile.read(Files.readAllBytes(SAMPLE), LocalDate.parse("2026-11-23"));

        assertThat(report.learner().uln().digits()).isEqualTo("1234567899");
        assertThat(report.events()).extracting(event -> event.subject().title()).contains("Molecular Biochemistry");
        assertThat(report.events())
                .extracting(event -> event.award().language())
                .contains("EN");
        assertThat(report.events().getFirst().further()).isNotEqualTo(LearningEvent.Further.NOTHING);
    }
}
