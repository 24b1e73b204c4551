package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Ukprn;
import org.openplr.platform.Sql;
import org.openplr.qualification.Qan;
import org.openplr.qualification.QualificationFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** The importers on the real registers of {@code ../shared}, which are not part of the project. */
class RegisterImportTest {
    private static final Path REGISTERS = Path.of("../shared/registers");
    private static final String FUNDED = "ofqual-funded-2024.csv";
    private static final Map<Database, Loaded> FUNDED_LOADED = new EnumMap<>(Database.class);

    @OnBothDatabases
    void wholeFundedRegisterGoesInQuickly(Database db) {
        var loaded = funded(db);

        assertThat(loaded.took()).isLessThan(Duration.ofSeconds(30));
        assertThat(loaded.report().read()).isEqualTo(8201);
        assertThat(loaded.report().faults()).isEmpty();
        assertThat(loaded.report().created()
                        + loaded.report().updated()
                        + loaded.report().unchanged())
                .isEqualTo(8201);
    }

    @OnBothDatabases
    void secondLoadChangesNothingAndAsksLittle(Database db) {
        funded(db);
        var file = CsvFile.open(real(FUNDED));
        var second = new AtomicReference<ImportReport>();

        var statements = db.statements(em -> second.set(registers(em).load(file)));

        assertThat(second.get().unchanged()).isEqualTo(8201);
        assertThat(second.get().created() + second.get().updated()).isZero();
        assertThat(statements).isLessThan(20);
    }

    @OnBothDatabases
    void everySpellingFindsWhatTheFileHas(Database db) {
        load(db, real("lars-2020/SectorSubjectAreaTier1.csv"));
        load(db, real("lars-2020/SectorSubjectAreaTier2.csv"));
        funded(db);

        for (var spelling : new String[] {"6018758X", "601/8758/x", " 6018758x "}) {
            var found = db.call(em -> QualificationFixtures.qualifications(em)
                    .find(Qan.parse(spelling).orElseThrow()));
            assertThat(found).hasValueSatisfying(q -> {
                assertThat(q.title()).isEqualTo("AQA Level 1/Level 2 GCSE (9-1) in Combined Science: Trilogy");
                assertThat(q.sectorSubjectArea()).isEqualTo("Science");
                assertThat(q.areaCode()).isEqualTo("2.1");
            });
        }
    }

    @OnBothDatabases
    void checkDigitHoldsForMoreThanNinetyNineInAHundred(Database db) {
        assertThat(funded(db).report().warnings())
                .hasSizeBetween(1, 82)
                .allSatisfy(w -> assertThat(w.reason()).contains("check digit"));
    }

    @OnBothDatabases
    void everyAreaOfTheFundedRegisterIsLinked(Database db) {
        funded(db);
        load(db, real("lars-2020/SectorSubjectArea.csv"));

        var unlinked = db.call(em -> new Sql(em)
                .rows(
                        "select distinct area_text from qualification where area_code = '' and qan like '603%'",
                        row -> row.text("area_text"), List.of()));
        assertThat(unlinked).isEmpty();
    }

    @OnBothDatabases
    void awardingOrganisationsGoInAndTwiceChangesNothing(Database db) {
        var file = real("lars-2020/AwardOrgCode.csv");

        var first = load(db, file);
        var second = load(db, file);

        assertThat(first.read()).isEqualTo(502);
        assertThat(first.faults()).isEmpty();
        assertThat(first.created() + first.updated() + first.unchanged()).isEqualTo(502);
        assertThat(second.unchanged()).isEqualTo(502);
        assertThat(CsvFile.open(file)
                        .rows(row -> Ukprn.parse(row.text("AwardOrgUKPRN")).isPresent())
                        .values())
                .filteredOn(has -> has)
                .hasSize(351);
        var found = db.call(em -> OrganisationFixtures.organisations(em)
                .find(new Ukprn("10038961"))
                .orElseThrow());
        assertThat(found).satisfies(o -> {
            assertThat(o.name()).isEqualTo("Cambridge Assessment English");
            assertThat(o.kind()).isEqualTo(OrganisationKind.AWARDING);
        });
    }

    @OnBothDatabases
    void areasOfBothTiersGoIn(Database db) {
        load(db, real("lars-2020/SectorSubjectAreaTier1.csv"));
        var tier2 = load(db, real("lars-2020/SectorSubjectAreaTier2.csv"));
        var both = load(db, real("lars-2020/SectorSubjectArea.csv"));

        assertThat(tier2.faults()).isEmpty();
        assertThat(both.created() + both.updated()).isZero();
        var areas = db.call(em -> QualificationFixtures.areas(em).all());
        assertThat(areas).filteredOn(a -> a.code().tier() == 1).hasSize(15);
        assertThat(areas).filteredOn(a -> a.code().tier() == 2).hasSize(50);
    }

    @OnBothDatabases
    void registerFormSaysCreditsDatesAndWhereItIsOffered(Database db) {
        var csv = """
            Qualification Number,Qualification Title,Owner Organisation Recognition Number,Owner Organisation Name,\
            Qualification Level,Qualification Sub Level,Qualification Type,Total Credits,Qualification SSA,\
            Qualification Status,Operational Start Date,Operational End Date,Guided Learning Hours,\
            Total Qualification Time,Offered In England,Overall Grading Type,Grading Scale
            910/0001/1,Certificate in Ferries,RN5217,Quillon,Entry Level,Entry Level 3,QCF,13,04.3 Transport,\
            Available to learners,01/09/2010 00:00:00,,90,130,Yes,Graded,Pass/Merit
            """;

        var report = load(db, csv);

        assertThat(report.faults()).isEmpty();
        var found = db.call(em -> QualificationFixtures.qualifications(em)
                .find(new Qan("91000011"))
                .orElseThrow());
        assertThat(found).satisfies(q -> {
            assertThat(q.credits()).isEqualTo(13);
            assertThat(q.operationalStart()).isEqualTo("2010-09-01");
            assertThat(q.areaCode()).isEqualTo("4.3");
            assertThat(q.subLevel()).isEqualTo("Entry Level 3");
            assertThat(q.offeredInEngland()).isEqualTo("Yes");
        });
    }

    @OnBothDatabases
    void damagedRowsAreReportedAndTheRestGoesIn(Database db) {
        var report = load(db, """
            Qualification Number,Qualification Title,Total Credits,Operational Start Date
            910/0002/3,"Award in
            Two Lines",4,2011-09-01
            910/0003,Award in Short Numbers,4,2011-09-01
            910/0004/7,,4,2011-09-01
            910/0005/9,Award in Words,four,2011-09-01
            910/0006/0,Award in Dates,4,31/02/2011
            910/0007/2,Award in Columns,4
            910/0002/3,Award in Two Lines Again,4,2011-09-01
            910/0008/4,Award in Endings,4,2011-09-01
            """);

        assertThat(report.read()).isEqualTo(8);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.faults())
                .containsExactly(
                        new RowFault(4, "Qualification Number", "not a qualification number"),
                        new RowFault(5, "Qualification Title", "is empty"),
                        new RowFault(6, "Total Credits", "not a whole number"),
                        new RowFault(7, "Operational Start Date", "not a date"),
                        new RowFault(8, "", "has 3 values, the header has 4"),
                        new RowFault(9, "Qualification Number", "the same number as in line 2"));
    }

    @OnBothDatabases
    void registersOwnWordIsNotOverriddenByLars(Database db) {
        load(db, "ukprn,name,kind,town,country\n19980010,Kestrel Examinations,awarding,Ottermere,England\n");
        load(db, "AwardOrgCode,AwardOrgUKPRN,AwardOrgName\nKEST,19980010,Kestrel Exams (Old)\n");

        var found = db.call(em -> OrganisationFixtures.organisations(em).search("kestrel", 5));
        assertThat(found).singleElement().satisfies(o -> assertThat(o.town()).isEqualTo("Ottermere"));
    }

    @OnBothDatabases
    void everyAssessmentOrganisationGoesInAndTwiceChangesNothing(Database db) {
        var file = real("epao-2018.tsv");

        var first = load(db, file);
        var second = load(db, file);

        assertThat(first.read()).isEqualTo(135);
        assertThat(first.faults()).isEmpty();
        assertThat(first.created() + first.updated() + first.unchanged()).isEqualTo(135);
        assertThat(second.unchanged()).isEqualTo(135);
        db.run(em -> {
            var assessment = OrganisationFixtures.assessment(em);
            assertThat(assessment.find("EPA0001"))
                    .hasValueSatisfying(one -> assertThat(one.name()).isEqualTo("BCS, The Chartered Institute for IT"));
            assertThat(assessment.find("EPA0003"))
                    .as("14 have no UKPRN")
                    .hasValueSatisfying(one -> assertThat(one.ukprn()).isNull());
            var organisations = OrganisationFixtures.organisations(em);
            assertThat(CsvFile.open(file).rows(row -> row.text("ukprn")).values())
                    .filteredOn(number -> !number.isEmpty())
                    .hasSize(121)
                    .allSatisfy(number ->
                            assertThat(organisations.find(new Ukprn(number))).isPresent());
            assertThat(organisations.find(new Ukprn("10007785")))
                    .hasValueSatisfying(one -> assertThat(one.kind()).isEqualTo(OrganisationKind.UNIVERSITY));
        });
    }

    @OnBothDatabases
    void larsKnowsAwardingOrganisationsBetterThanTheListOfAssessmentOrganisations(Database db) {
        load(db, real("lars-2020/AwardOrgCode.csv"));
        load(db, real("epao-2018.tsv"));

        var found = db.call(em -> OrganisationFixtures.organisations(em)
                .find(new Ukprn("10022490"))
                .orElseThrow());
        assertThat(found.name()).isEqualTo("Pearson Education Ltd (Formerly EDEXCEL)");
    }

    @OnBothDatabases
    void demoRegistersGoInWhole(Database db) {
        var report = db.call(em -> registers(em).load(Path.of("config/demo")));

        assertThat(report.faults()).isEmpty();
        assertThat(report.read()).isEqualTo(25 + 3 + 14 + 50 + 54 + 4);
        var found = db.call(em -> OrganisationFixtures.organisations(em).search("prifysgol", 5));
        assertThat(found).extracting(o -> o.ukprn().digits()).containsExactly("19990186");
    }

    @OnBothDatabases
    void fileOfAnotherKindIsOneClearError(Database db) {
        assertThatThrownBy(() -> load(db, "colour,size\nred,5\n")).isInstanceOf(UnreadableFile.class);
    }

    /** The funded register, loaded once into each database, and how that went. */
    private static synchronized Loaded funded(Database db) {
        return FUNDED_LOADED.computeIfAbsent(db, one -> {
            var file = real(FUNDED);
            var start = System.nanoTime();
            var report = load(one, file);
            return new Loaded(report, Duration.ofNanos(System.nanoTime() - start));
        });
    }

    private record Loaded(ImportReport report, Duration took) {}

    private static Path real(String name) {
        var file = REGISTERS.resolve(name);
        assumeThat(Files.exists(file)).as("the registers of ../shared").isTrue();
        return file;
    }

    private static ImportReport load(Database db, Path file) {
        return db.call(em -> registers(em).load(file));
    }

    private static ImportReport load(Database db, String csv) {
        return db.call(em -> registers(em).load(CsvFile.of(csv.getBytes(StandardCharsets.UTF_8))));
    }

    static RegisterImport registers(EntityManager em) {
        return new RegisterImport(
                new RegisterImport.OfOrganisations(
                        OrganisationFixtures.register(em),
                        OrganisationFixtures.providers(em),
                        OrganisationFixtures.awarding(em),
                        OrganisationFixtures.assessment(em)),
                new RegisterImport.OfQualifications(
                        QualificationFixtures.areas(em),
                        QualificationFixtures.register(em),
                        QualificationFixtures.rights(em)));
    }
}
