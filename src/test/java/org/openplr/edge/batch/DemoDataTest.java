package org.openplr.edge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openplr.identity.IdentityFixtures;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.qualification.Qan;
import org.openplr.recipient.RecipientFixtures;
import org.openplr.record.EventKind;
import org.openplr.record.EventStatus;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;
import org.openplr.record.RecordFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class DemoDataTest {
    private static final Path FOLDER = Path.of("config/demo");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final InstantSource CLOCK = FixedClock.at("2026-11-23T12:00:00Z");

    private static DemoData demo(EntityManager em) {
        return new DemoData(
                RegisterImportTest.registers(em),
                new LearnerImport(
                        LearnerFixtures.register(em),
                        LearnerFixtures.relationships(em),
                        LearnerFixtures.sensitivity(new Sql(em), CLOCK)),
                new LinkImport(LearnerFixtures.links(em)),
                new EventImport(RecordFixtures.keeping(em, CLOCK)),
                new RecipientImport(RecipientFixtures.recipients(em, CLOCK)),
                new AgreementImport(OrganisationFixtures.agreements(em, CLOCK)),
                new AccountImport(
                        IdentityFixtures.accounts(em, CLOCK),
                        IdentityFixtures.demoClients(em, CLOCK),
                        IdentityFixtures.emails(em, CLOCK),
                        RecipientFixtures.colleagues(em, CLOCK)));
    }

    private static List<Learner> learners(EntityManager em) {
        return CsvFile.open(FOLDER.resolve("learners.csv")).rows(row -> new Uln(row.text("ULN"))).values().stream()
                .map(uln -> LearnerFixtures.learners(em).find(uln).orElseThrow())
                .distinct()
                .toList();
    }

    private static Map<Learner, List<LearningEvent>> records(Database db) {
        db.run(em -> demo(em).load(FOLDER));
        return db.call(em -> learners(em).stream()
                .collect(Collectors.toMap(
                        learner -> learner,
                        learner -> RecordFixtures.records(em).of(learner).events())));
    }

    @OnBothDatabases
    void theDemoGoesInWithoutAFaultAndASecondTimeChangesNothing(Database db) {
        db.run(em -> assertThat(demo(em).load(FOLDER).values())
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.faults()).isEmpty()));
        db.run(em -> assertThat(demo(em).load(FOLDER).values())
                .allSatisfy(report ->
                        assertThat(report.created() + report.updated()).isZero()));
    }

    @OnBothDatabases
    void everyLearnersAccountIsSomebodysOfTheRegister(Database db) {
        db.run(em -> demo(em).load(FOLDER));
        var file = CsvFile.open(FOLDER.resolve("accounts.csv"));
        var learners = file.rows(row -> row.text("uln")).values().stream()
                .filter(uln -> !uln.isEmpty())
                .toList();
        var found = db.call(em -> learners.stream()
                .map(uln -> LearnerFixtures.learners(em).find(new Uln(uln)))
                .filter(Optional::isPresent)
                .count());

        assertThat(found).isEqualTo(learners.size());
    }

    @OnBothDatabases
    void itsPeopleAreOfAllAgesAndKinds(Database db) {
        var people = List.copyOf(records(db).keySet());

        assertThat(people).hasSizeGreaterThanOrEqualTo(14);
        assertThat(people)
                .extracting(one -> Period.between(one.dateOfBirth(), TODAY).getYears())
                .contains(14, 60)
                .allMatch(age -> age >= 14 && age <= 60);
        assertThat(people).anyMatch(Learner::sensitive);
        assertThat(people).anyMatch(one -> one.abilityToShare() == AbilityToShare.OPTED_OUT);
        assertThat(people).anyMatch(one -> !one.verification().isLevelOne());
        assertThat(people).anyMatch(one -> one.numbers().size() == 2);
        assertThat(people).extracting(Learner::givenName).contains("Siân", "Zoë", "Niamh", "Łukasz");
    }

    @OnBothDatabases
    void itsRecordsShowEveryOddityOfRealOnes(Database db) {
        var records = records(db);
        var all = new ArrayList<LearningEvent>();
        records.values().forEach(all::addAll);

        assertThat(all).extracting(LearningEvent::source).contains("NPD", "ILR", "AO", "QCFU", "HE");
        assertThat(all)
                .filteredOn(event -> event.source().equals("NPD"))
                .extracting(event -> event.subject().type())
                .contains("GCSE (9 to 1)", "GCE A level", "GNVQ");
        assertThat(all).extracting(LearningEvent::kind).contains(EventKind.values());
        assertThat(all).anyMatch(event -> event.level().isEmpty());
        assertThat(all)
                .anyMatch(
                        event -> event.level().filter(Level.ONE_OR_TWO::equals).isPresent());
        assertThat(all).anyMatch(event -> "9999999999".equals(event.award().grade()));
        assertThat(all).anyMatch(event -> event.status() == EventStatus.PROVISIONAL);
        assertThat(all).filteredOn(LearningEvent::underDataChallenge).hasSize(1);
        assertThat(all)
                .anyMatch(coded(code -> code.contains("/") && Qan.parse(code).isPresent()));
        assertThat(all).anyMatch(coded(code -> code.matches("[0-9]{8}")));
        assertThat(all).anyMatch(coded(code -> code.matches("[0-9]{7}X")));
        assertThat(records.values()).anyMatch(List::isEmpty).anyMatch(record -> record.size() >= 40);
    }

    private static Predicate<LearningEvent> coded(Predicate<String> code) {
        return event -> {
            var text = event.subject().code();
            return text != null && code.test(text);
        };
    }
}
