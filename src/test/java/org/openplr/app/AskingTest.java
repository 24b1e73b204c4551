package org.openplr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openplr.app.AppFixtures.Story;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ClientOutcome;
import org.openplr.identity.NewClient;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.share.Purpose;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

class AskingTest {
    @OnBothDatabases
    void rightQuestionCanBePutToTheLearner(Database db) {
        var story = new Story(db);

        var asked = story.asked();

        assertThat(asked.app().client()).isEqualTo(story.app);
        assertThat(asked.app().organisation()).isEqualTo("Some School");
        assertThat(asked.scope()).containsExactlyInAnyOrder(AppScope.ACHIEVEMENTS, AppScope.NAME);
        assertThat(asked.state()).isEqualTo("a b&c=~");
    }

    @OnBothDatabases
    void unknownAppOrAddressSendsNoBrowserAnywhere(Database db) {
        var story = new Story(db);
        var system = story.call(house -> (ClientOutcome.Done)
                house.clients().make(story.school, new NewClient("Records", Set.of(), List.of(), story.in(9), "")));

        for (var wrong : List.of(
                Map.of("client_id", "nobody"),
                Map.of("client_id", system.client().clientId()),
                Map.of("client_id", ""),
                Map.of("redirect_uri", ""),
                Map.of("redirect_uri", "https://tracker.example/back"),
                Map.of("redirect_uri", "https://thief.example/back")))
            assertThat(story.asks(but(story, wrong))).as(wrong.toString()).isEqualTo(new Asked.Unknown());
        var query = AppFixtures.query(story.question());
        assertThat(story.asks(query + "&client_id=" + story.app.clientId())).isEqualTo(new Asked.Unknown());
        assertThat(story.asks(query + "&redirect_uri=https://thief.example")).isEqualTo(new Asked.Unknown());
        assertThat(story.asks("%")).isEqualTo(new Asked.Unknown());
    }

    @OnBothDatabases
    void whateverElseIsWrongIsToldToTheApp(Database db) {
        var story = new Story(db);
        var plain = Map.of("code_challenge_method", "plain");
        for (var wrong : List.of(
                said("invalid_request", Map.of("response_type", "")),
                said("unsupported_response_type", Map.of("response_type", "token")),
                said("unsupported_response_type", Map.of("response_type", "code id_token")),
                said("invalid_request", Map.of("code_challenge", "")),
                said("invalid_request", Map.of("code_challenge", "short")),
                said("invalid_request", Map.of("code_challenge_method", "")),
                said("invalid_request", plain),
                said("invalid_request", Map.of("response_mode", "fragment")),
                said("request_not_supported", Map.of("request", "x.y.z")),
                said("request_uri_not_supported", Map.of("request_uri", "https://thief.example/r")),
                said("invalid_scope", Map.of("scope", "")),
                said("invalid_scope", Map.of("scope", "name")),
                said("invalid_scope", Map.of("scope", "record registration-batch")),
                said("invalid_scope", Map.of("scope", "record record")))) {
            var refused = (Asked.Refused) story.asks(but(story, wrong.getValue()));

            assertThat(refused.back()).as(wrong.toString()).startsWith(AppFixtures.BACK + "&error=");
            assertThat(AppFixtures.parameters(refused.back()))
                    .containsEntry("error", wrong.getKey())
                    .containsEntry("state", "a b&c=~")
                    .containsEntry("iss", "http://localhost:9080")
                    .doesNotContainKey("code");
        }
        var twice = (Asked.Refused) story.asks(AppFixtures.query(story.question()) + "&scope=record");
        assertThat(twice.back()).contains("error=invalid_request");
    }

    @OnBothDatabases
    void suspendedAppAsksNobody(Database db) {
        var story = new Story(db);
        story.call(house -> house.clients().suspend(story.school, story.app.id()));

        assertThat(((Asked.Refused) story.asks(story.question())).back()).contains("error=unauthorized_client");
    }

    @OnBothDatabases
    void refusalOfTheLearnerGoesBackAndStandsInTheLedger(Database db) {
        var story = new Story(db);
        var asked = story.asked();

        var back = story.call(house -> house.asking().refuse(story.learner, asked));

        assertThat(AppFixtures.parameters(back)).containsEntry("error", "access_denied");
        assertThat(story.told()).containsExactly("app.declined ALLOWED");
        assertThat(story.shares()).isEmpty();
    }

    @OnBothDatabases
    void onlyASuperUserRegistersAnAppAndEveryFaultIsTold(Database db) {
        var story = new Story(db);
        var client = new NewClient(ApiClient.Kind.PUBLIC_APP, "App", Set.of(), List.of(), story.in(9), "");
        var nobody = new Actor.OrganisationUser(story.app.id(), story.school.organisation(), Set.of(Role.HELPER));

        assertThat(story.<ClientOutcome>call(house ->
                        house.apps().register(nobody, new NewApp(client, Purpose.PROVIDER, List.of(AppFixtures.BACK)))))
                .isEqualTo(new ClientOutcome.NotAllowed());
        assertThatThrownBy(() -> story.call(house -> house.apps()
                        .register(story.school, new NewApp(client, Purpose.LEARNER, List.of("http://a.example/")))))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        mistake -> assertThat(mistake.faults())
                                .extracting(Mistake.Fault::code)
                                .containsExactlyInAnyOrder("redirect-unfit", "unknown-value"));
    }

    private static Map.Entry<String, Map<String, String>> said(String error, Map<String, String> wrong) {
        return Map.entry(error, wrong);
    }

    /** The question, but for this; what is said empty is not said. */
    private static Map<String, String> but(Story story, Map<String, String> wrong) {
        var question = story.question();
        question.putAll(wrong);
        question.values().removeIf(String::isEmpty);
        return question;
    }
}
