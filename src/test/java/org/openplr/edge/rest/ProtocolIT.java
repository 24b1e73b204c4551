package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** What holds for every call: who may, what is taken, and how a mistake is told. */
class ProtocolIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server = Server.running();
    private final Rest anyone = server.rest();

    @Nested
    class Bodies {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "garbage{",
                    "null",
                    "[]",
                    "{} {}",
                    "{\"username\":\"a\",\"username\":\"b\"}",
                    "{\"username\":1,\"password\":true}",
                    "{\"user\":\"a\"}",
                    "{\"username\":\"a\\u0000\",\"password\":\"b\"}",
                    "{\"username\":\"a\\ud800\",\"password\":\"b\"}",
                    "{}"
                })
        void whatIsNotDocumentedIsAProblem(String body) {
            for (var path : List.of("/session", "/shares/open")) {
                var answer = anyone.post(path, body);

                assertThat(answer.status()).as(path).isIn(400, 422);
                assertProblem(answer);
            }
        }

        @Test
        void faultsSayWhere() {
            var fault = anyone.post("/session?lang=cy", "{\"user\":\"a\"}")
                    .expect(422)
                    .json()
                    .path("errors")
                    .path(0);

            assertThat(fault.path("pointer").asText()).isEqualTo("/user");
            assertThat(fault.path("code").asText()).isEqualTo("unknown-field");
            assertThat(fault.path("detail").asText()).isEqualTo("Nid oes maes o’r fath.");
        }

        @Test
        void deepNestingIsAProblem() {
            assertProblem(anyone.post("/session", "[".repeat(30_000)).expect(400));
        }

        @Test
        void tenMegabytesAreTooLargeWhetherTheirLengthIsSaidOrNot() {
            var huge = new byte[10_000_000];
            Arrays.fill(huge, (byte) ' ');

            assertProblem(anyone.post("/session", "application/json", huge).expect(413));
            assertProblem(anyone.with("Content-Type", "application/json")
                    .send("POST", "/session", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))
                    .expect(413));
        }

        @Test
        void anotherFormThanJsonIsNotTaken() {
            assertProblem(
                    anyone.post("/session", "text/plain", new byte[] {'x'}).expect(415));
            assertProblem(
                    anyone.post("/session", "application/xml", new byte[] {'<'}).expect(415));
        }
    }

    @Nested
    class Places {
        @Test
        void unknownOnesAreAProblem() {
            assertThat(assertProblem(anyone.get("/nothing").expect(404)).code()).isEqualTo("not-found");
        }

        @Test
        void anotherMethodIsAProblem() {
            assertThat(assertProblem(anyone.get("/session").expect(405)).header("Allow"))
                    .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        }

        @Test
        void anotherFormThanJsonIsNotGiven() {
            assertProblem(
                    anyone.with("Accept", "text/html").post("/session", "{}").expect(406));
        }

        @Test
        void noDetourLeadsRoundTheFilters() {
            var stranger = anyone.with("Origin", "null").with("Content-Type", "application/x-www-form-urlencoded");
            for (var detour : List.of("/..;", "/..;x=1", "/%2e%2e", "/.%2e", "/;x/..")) {
                for (var door : List.of("/api", "/check")) {
                    var path = "/" + door + detour + "/learner/stop";
                    var form = stranger.send("POST", path, BodyPublishers.ofString("id=1"));
                    assertThat(form.status()).as(path).isIn(400, 403, 404);
                    var page = anyone.get(path);
                    if (page.status() < 400)
                        assertThat(page.header("Content-Security-Policy"))
                                .as(path)
                                .isPresent();
                }
            }
        }

        @Test
        void nothingIsKeptOrGuessedAt() {
            for (var answer :
                    List.of(anyone.get("/nothing"), anyone.signIn("sian").get("/me"))) {
                assertThat(answer.header("Cache-Control")).contains("no-store");
                assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
                assertThat(answer.header("Set-Cookie")).isEmpty();
            }
        }
    }

    @Nested
    class SigningIn {
        @Test
        void unknownNameAndWrongPasswordAreOneAnswer() {
            var wrong = from("one").post("/session", "{\"username\":\"sian\",\"password\":\"x\"}");
            var unknown = from("two").post("/session", "{\"username\":\"nobody\",\"password\":\"x\"}");

            assertThat(assertProblem(wrong.expect(401)).text())
                    .isEqualTo(unknown.expect(401).text());
            assertThat(wrong.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }

        @Test
        void nobodyCanLockAnybodyElseOut() {
            var attacker = from("attacker");
            var last = IntStream.rangeClosed(0, 10)
                    .mapToObj(_ -> attacker.post("/session", "{\"username\":\"ffion\",\"password\":\"x\"}"))
                    .toList()
                    .getLast();

            assertThat(assertProblem(last.expect(429)).header("Retry-After")).isPresent();
            from("home").signIn("ffion").get("/me").expect(200);
        }

        @Test
        void withoutATokenNothingOfALearnersIsThere() {
            for (var path : List.of("/me", "/me/record", "/me/activity", "/me/shares")) {
                assertThat(assertProblem(anyone.get(path).expect(401)).header("WWW-Authenticate"))
                        .contains("Bearer");
                assertProblem(anyone.bearer("abc.def.ghi").get(path).expect(401));
            }
        }

        @Test
        void whoIsNoLearnerHasNoRecord() {
            assertThat(assertProblem(anyone.signIn("adviser").get("/me/record").expect(404))
                            .code())
                    .isEqualTo("not-found");
        }

        private Rest from(String place) {
            return anyone.with(Server.CLIENT_HEADER, place);
        }
    }

    @Nested
    class Own {
        @Test
        void recordIsWholeAndHasAVersion() {
            var record = anyone.signIn("sian").get("/me/record").expect(200).json();

            assertThat(record.path("learner").path("uln").asText())
                    .isEqualTo(DemoAccount.of("sian").uln());
            assertThat(record.path("events")).isNotEmpty().allSatisfy(event -> {
                assertThat(event.path("status").asText()).isIn("FINAL", "PROVISIONAL");
                assertThat(event.path("underDataChallenge").isBoolean()).isTrue();
                assertThat(event.path("loadedOn").asText()).hasSize(10);
            });
            assertThat(record.path("version").asText()).matches("[0-9a-f]{64}");
        }

        @Test
        void recordWantsAVerifiedIdentity() {
            var tomos = anyone.signIn("tomos");

            assertThat(assertProblem(tomos.get("/me/record").expect(403)).code())
                    .isEqualTo("identity-not-verified");
            tomos.get("/me").expect(200);
        }

        @Test
        void activityPagesByCursor() {
            anyone.signIn("amara");
            var amara = anyone.signIn("amara");

            var first = amara.get("/me/activity?limit=1").expect(200).json();
            assertThat(first.path("items")).hasSize(1);
            assertThat(first.path("items").get(0).path("what").asText()).isEqualTo("account.signed-in");
            var second = amara.get(
                            "/me/activity?limit=1&cursor=" + first.path("next").asText())
                    .expect(200)
                    .json();
            assertThat(second.path("items").get(0).path("id"))
                    .isNotEqualTo(first.path("items").get(0).path("id"));
            assertProblem(amara.get("/me/activity?cursor=zzz").expect(422));
        }
    }

    @Nested
    class Systems {
        @Test
        void metadataLeadsToATokenThatWorks() throws Exception {
            var metadata = anyone.get("//.well-known/oauth-authorization-server")
                    .expect(200)
                    .json();
            assertThat(metadata.path("grant_types_supported"))
                    .map(JsonNode::asText)
                    .containsExactlyInAnyOrder("client_credentials", "authorization_code", "refresh_token");
            assertThat(metadata.path("token_endpoint").asText()).endsWith("/api/v1/token");
            assertThat(anyone.get("//.well-known/jwks.json").expect(200).text())
                    .isEqualTo(anyone.get("/.well-known/jwks.json").expect(200).text())
                    .doesNotContain("\"d\"");

            var granted = token(
                            "harrowmere-mis", DemoAccount.of("harrowmere-mis").password())
                    .expect(200)
                    .json();

            assertThat(granted.path("token_type").asText()).isEqualTo("Bearer");
            assertThat(anyone.bearer(granted.path("access_token").asText())
                            .get("/me")
                            .expect(404)
                            .code())
                    .isEqualTo("not-found");
        }

        @Test
        void nobodyElseGetsAClientsToken() throws Exception {
            assertThat(token("harrowmere-mis", "wrong").expect(401).json())
                    .isEqualTo(JSON.readTree("{\"error\":\"invalid_client\"}"));
            token("sian", DemoAccount.of("sian").password()).expect(401);
        }

        private Rest.Answer token(String client, String secret) {
            var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
            return anyone.with("Authorization", "Basic " + basic)
                    .post(
                            "/token",
                            "application/x-www-form-urlencoded",
                            "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void readyIsWhoReachesTheDatabase() {
        assertThat(anyone.get("//health/ready").expect(200).text()).contains("database");
    }

    private static Rest.Answer assertProblem(Rest.Answer answer) {
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        for (var member : List.of("type", "title", "detail", "code"))
            assertThat(problem.path(member).asText()).as(member).isNotBlank();
        return answer;
    }
}
