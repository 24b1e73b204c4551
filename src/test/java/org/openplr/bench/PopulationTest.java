package org.openplr.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.learner.FindType;
import org.openplr.learner.Finding;
import org.openplr.learner.Found;
import org.openplr.learner.Learners;
import org.openplr.learner.Relationships;
import org.openplr.matching.Person;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;
import org.openplr.platform.Standalone;
import org.openplr.record.RecordKeeping;
import org.openplr.record.Records;

/** A population in an empty database of each kind. */
class PopulationTest {
    private static final int LEARNERS = 2_300;
    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private final Map<Uln, Someone> people = new LinkedHashMap<>();

    @AfterEach
    void nobodysDatabase() {
        List.of("openplr.data", "db.url", "db.user").forEach(System::clearProperty);
    }

    @Test
    void derbyHoldsPeopleWhoAreFoundAndWhoseRecordsAreRead() throws Exception {
        System.setProperty("openplr.data", folder.toString());
        System.setProperty("db.url", "jdbc:derby:memory:population;create=true");

        isWhole();
    }

    @Test
    void postgresqlHoldsPeopleWhoAreFoundAndWhoseRecordsAreRead() throws Exception {
        System.setProperty("openplr.data", folder.toString());
        try (var postgres = EmbeddedPostgres.builder().start()) {
            System.setProperty("db.url", postgres.getJdbcUrl("postgres", "postgres"));
            System.setProperty("db.user", "postgres");

            isWhole();
        }
    }

    @Test
    void theSameSeedMakesTheSamePeopleAndQuestions() throws IOException {
        var first = new StringWriter();
        var second = new StringWriter();

        made(one -> one.familyName() + one.dateOfBirth(), first);
        made(one -> one.familyName() + one.dateOfBirth(), second);

        assertThat(first.toString().lines()).hasSizeGreaterThan(LEARNERS / 2);
        assertThat(second).hasToString(first.toString());
    }

    private static void made(MakePopulation.Register register, Writer questions) throws IOException {
        var book = NameBook.of(Optional.empty(), 100);
        new MakePopulation(book, SEED, LEARNERS).make(register, questions, 1);
    }

    private void isWhole() throws IOException, SQLException {
        try (var house = Standalone.open()) {
            var indexes = indexes(house);
            load(house);

            assertThat(indexes(house)).isEqualTo(indexes);
            rowsAreCounted(house);
            learnersAreWhoTheyAre(house);
            eachHasARecordAndARelationship(house);
            eventsReportedAgainChangeNothing(house);
            assertThatThrownBy(() -> new Population(house, SEED))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not empty");
        }
    }

    private void load(Standalone house) throws IOException {
        try (var population = new Population(house, SEED)) {
            made(
                    one -> {
                        var uln = population.add(one);
                        people.put(uln, one);
                        return uln.digits();
                    },
                    new StringWriter());
            population.finish();
        }
    }

    /** Columns of every index and whether it is unique; the names of those that Derby names itself differ. */
    private static Set<String> indexes(Standalone house) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = house.service(DataSource.class).getConnection()) {
            var upper = connection.getMetaData().storesUpperCaseIdentifiers();
            for (var table : Population.TABLES) {
                var name = upper ? table.name().toUpperCase(Locale.ROOT) : table.name();
                try (var rows = connection.getMetaData().getIndexInfo(null, null, name, false, false)) {
                    while (rows.next())
                        found.add(name
                                + rows.getString("COLUMN_NAME")
                                + rows.getInt("ORDINAL_POSITION")
                                + rows.getBoolean("NON_UNIQUE"));
                }
                try (var keys = connection.getMetaData().getPrimaryKeys(null, null, name)) {
                    while (keys.next()) found.add(keys.getString("PK_NAME") + keys.getString("COLUMN_NAME"));
                }
            }
        }
        return found;
    }

    private static int count(Standalone house, String table) {
        return house.call(() -> house.service(Sql.class)
                .rows("select count(*) as n from " + table, row -> row.number("n"), List.of())
                .getFirst());
    }

    private static void rowsAreCounted(Standalone house) {
        assertThat(count(house, "learner")).isEqualTo(LEARNERS);
        assertThat(count(house, "learner_version")).isEqualTo(LEARNERS);
        assertThat(count(house, "learner_organisation")).isEqualTo(LEARNERS);
        assertThat(count(house, "record_event_version")).isEqualTo(10 * LEARNERS);
        assertThat(count(house, "learner_match_key")).isGreaterThan(10 * LEARNERS);
        assertThat(count(house, "learner_match_term")).isGreaterThan(100);
        assertThat(count(house, "learner_match_state where is_complete = true")).isEqualTo(1);
    }

    private void learnersAreWhoTheyAre(Standalone house) {
        var some = people.entrySet().stream().limit(50).toList();
        for (var one : some) {
            var wanted = person(one.getValue());
            var officer = Population.registrar(7);
            var found = house.call(() -> house.service(Finding.class).find(officer, wanted, FindType.FULL));
            assertThat(numbers(found)).contains(one.getKey());
        }
    }

    private static List<Uln> numbers(Found found) {
        return switch (found) {
            case Found.Exact(var one) -> List.of(one.uln());
            case Found.Possible(var others) ->
                others.stream().map(one -> one.uln()).toList();
            default -> List.of();
        };
    }

    private static Person person(Someone one) {
        return Person.of(
                        one.givenName(),
                        one.familyName(),
                        one.dateOfBirth(),
                        Gender.ofCode(one.gender()).orElseThrow(),
                        one.postcode())
                .before(one.previousFamilyName());
    }

    private void eachHasARecordAndARelationship(Standalone house) {
        for (var one : people.entrySet().stream().skip(LEARNERS - 20).toList()) {
            var uln = one.getKey();
            var learner =
                    house.call(() -> house.service(Learners.class).find(uln)).orElseThrow();
            assertThat(learner.familyName()).isEqualTo(one.getValue().familyName());
            assertThat(house.call(() -> house.service(Records.class).of(learner))
                            .events())
                    .hasSize(10);
            assertThat(house.call(() -> house.service(Relationships.class).of(learner.numbers())))
                    .hasSize(1);
        }
    }

    /** What their content was hashed to is what reporting them would have made. */
    private void eventsReportedAgainChangeNothing(Standalone house) {
        var first = people.entrySet().iterator().next();
        var events = new Schooling(new Random(SEED + 4), "pop")
                .of(first.getKey(), first.getValue().dateOfBirth());
        var by = new Actor.System(UUID.randomUUID().toString());

        var intake = house.call(() -> house.service(RecordKeeping.class).take(events, by, "again"));

        assertThat(intake.changes().unchanged()).isEqualTo(10);
    }
}
