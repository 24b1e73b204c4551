package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openplr.identity.AccountKind;
import org.openplr.identity.Accounts;
import org.openplr.identity.NewAccount;
import org.openplr.learner.LearnerDetails;
import org.openplr.learner.LearnerRegister;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Standalone;
import org.openplr.record.EventKind;
import org.openplr.record.Level;
import org.openplr.record.RecordKeeping;
import org.openplr.testing.Database;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/**
 * Random scopes over a record in which every value stands nowhere else, on the real server: what the recipient gets by
 * REST and what the recipient's page shows has no value outside the scope, and is what the learner was shown before.
 */
class ScopesIT {
    private static final int SCOPES = 300;
    private static final String PASSWORD = "twelve-canaries-sing-in-the-shaft";
    private static final String PIN = "471108";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Server server = Server.on(Database.POSTGRESQL);
    private final Rest anyone = server.rest();

    @Test
    void threeHundredScopesShowNothingOutsideThemByRestAndOnThePage() throws SQLException {
        var canaries = new Canaries(300);
        load(canaries);
        var learner = anyone.signIn("canary", PASSWORD);
        var idOfSource = new HashMap<String, String>();
        for (var event : learner.get("/me/record").expect(200).json().path("events"))
            idOfSource.put(event.path("source").asText(), event.path("id").asText());
        var ids = canaries.record().events().stream()
                .collect(Collectors.toMap(e -> e.id().toString(), e -> idOfSource.get(e.source())));
        assertThat(ids).hasSize(12).doesNotContainValue(null);

        var shownAtAll = 0;
        for (var done = 0; done < SCOPES; ) {
            var scope = canaries.scope();
            if (scope.from() != null && scope.to() != null && scope.to().isBefore(scope.from())) continue;
            var onChallenge = canaries.onChallenge();
            var made = learner.post("/me/shares", share(scope, onChallenge, ids))
                    .expect(201)
                    .json();
            var expected = canaries.expected(scope, onChallenge);
            var shown = inServersIds(expected.shown(), ids);
            var hidden = inServersIds(expected.hidden(), ids);

            byRest(learner, made, shown, hidden);
            onThePage(made, shown, hidden);

            learner.post("/me/shares/" + made.path("id").asText() + "/withdraw", "{}")
                    .expect(204);
            shownAtAll += shown.size();
            done++;
        }

        assertThat(shownAtAll).as("values that were shown").isGreaterThan(SCOPES * 10);
    }

    private void byRest(Rest learner, JsonNode made, Set<String> shown, Set<String> hidden) {
        var preview = learner.get("/me/shares/" + made.path("id").asText() + "/preview")
                .expect(200)
                .text();
        var record = preview.substring("{\"record\":".length(), preview.length() - 1);
        var opened = anyone.post("/shares/open", opening(made)).expect(200).text();

        assertThat(opened).startsWith("{\"record\":" + record + ",\"scope\":");
        hidden.forEach(value -> assertThat(record).doesNotContainPattern(alone(value)));
        shown.forEach(value -> assertThat(record).contains(value));
    }

    /** As a browser without script does it: the code and the PIN, who is asking, the record. */
    private void onThePage(JsonNode made, Set<String> shown, Set<String> hidden) {
        var code = anyone.get("//check?lang=en").expect(200);
        var asked = Map.of("code", made.path("code").asText(), "pin", PIN);
        var who = anyone.submit("//check?lang=en", code, asked).expect(200);
        assertThat(who.text()).contains("name=\"organisation\"");
        var viewer = Map.of("organisation", "Oxbow Joinery (fictional)", "name", "Jo Reed", "reason", "hiring");
        var page = anyone.submit("//check/who?lang=en", who, viewer).expect(200).text();

        assertThat(page).contains("Oxbow Joinery (fictional), Jo Reed: hiring");
        shown.stream()
                .filter(value -> value.startsWith("CanaryTitle"))
                .forEach(title -> assertThat(page).contains(title));
        hidden.forEach(value -> assertThat(page).doesNotContainPattern(alone(asWritten(value))));
    }

    /** Not as a part of something longer: five digits stand by chance in an id now and then. */
    private static Pattern alone(String value) {
        return Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(value) + "(?![0-9A-Za-z])");
    }

    /** Dates as the page writes them. */
    private static String asWritten(String value) {
        return ISO_DAY.matcher(value).matches() ? IN_WORDS.format(LocalDate.parse(value)) : value;
    }

    private static Set<String> inServersIds(Collection<String> values, Map<String, String> ids) {
        return values.stream().map(value -> ids.getOrDefault(value, value)).collect(Collectors.toSet());
    }

    private static ObjectNode opening(JsonNode made) {
        var link = made.path("link").asText();
        var body = JSON.createObjectNode().put("secret", link.substring(link.indexOf('#') + 1));
        body.putObject("viewer")
                .put("organisation", "Oxbow Joinery (fictional)")
                .put("name", "Jo Reed")
                .put("purpose", "hiring");
        return body;
    }

    private static ObjectNode share(Scope scope, OnChallenge onChallenge, Map<String, String> ids) {
        var end = Clock.systemUTC().instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
        var body = JSON.createObjectNode()
                .put("purpose", "E")
                .put("expires", end.toString())
                .put("onChallenge", onChallenge.name().toLowerCase(Locale.ROOT))
                .put("language", "en");
        body.putObject("recipient").put("kind", "named").put("name", "Oxbow Fabrications (fictional)");
        body.putObject("secondFactor").put("kind", "pin").put("pin", PIN);
        body.set("scope", json(scope, ids));
        return body;
    }

    private static ObjectNode json(Scope scope, Map<String, String> ids) {
        var json = JSON.createObjectNode().put("live", scope.live());
        if (scope.whole()) json.put("all", true);
        list(
                json,
                "events",
                scope.events().stream().map(id -> ids.get(id.toString())).toList());
        list(json, "kinds", scope.kinds().stream().map(EventKind::name).toList());
        list(json, "levels", scope.levels().stream().map(Level::code).toList());
        list(
                json,
                "identity",
                scope.identity().stream().map(IdentityField::text).toList());
        list(json, "without", scope.without().stream().map(LeftOut::text).toList());
        if (scope.from() != null) json.put("from", scope.from().toString());
        if (scope.to() != null) json.put("to", scope.to().toString());
        return json;
    }

    private static void list(ObjectNode json, String member, List<String> values) {
        if (!values.isEmpty()) json.set(member, JSON.valueToTree(values));
    }

    /** Puts the learner, the record and an account into the server's database, as importers do. */
    private void load(Canaries canaries) throws SQLException {
        try (var connection = server.dataSource().getConnection()) {
            System.setProperty("db.url", connection.getMetaData().getURL());
            System.setProperty("db.user", "postgres");
        }
        try (var house = Standalone.open()) {
            var learner = Canaries.LEARNER;
            var importer = new Actor.System("test");
            house.call(() -> {
                house.service(LearnerRegister.class).take(List.of(details()));
                var intake =
                        house.service(RecordKeeping.class).take(canaries.reported(learner.uln()), importer, "canaries");
                assertThat(intake.refusals()).isEmpty();
                var account = new NewAccount(
                        AccountKind.LEARNER, "canary", PASSWORD, learner.uln(), null, Set.of(Role.LEARNER));
                house.service(Accounts.class).openAll(List.of(account));
                return true;
            });
        } finally {
            System.clearProperty("db.url");
            System.clearProperty("db.user");
        }
    }

    private static LearnerDetails details() {
        var learner = Canaries.LEARNER;
        return new LearnerDetails(
                learner.uln(),
                new LearnerDetails.Names(null, learner.givenName(), null, null, learner.familyName(), null, null),
                learner.dateOfBirth(),
                learner.gender(),
                new LearnerDetails.Address(null, null, null, null, learner.postcode(), null),
                new LearnerDetails.Background(null, null, null, null),
                null,
                new LearnerDetails.Verification(learner.verification(), null),
                learner.abilityToShare(),
                learner.sensitive());
    }
}
