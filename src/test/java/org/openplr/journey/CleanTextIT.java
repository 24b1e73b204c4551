package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.testing.Database;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** Characters that no text may have, wherever they are sent: refused in words, never a fault of ours, never kept. PostgreSQL takes no 0x00. */
class CleanTextIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    private final Server server = Server.on(Database.POSTGRESQL);
    private final Rest anyone = server.rest();

    @Nested
    class Pages {
        @ParameterizedTest
        @ValueSource(strings = {"\u0000", "\u001b", "\u0085"})
        void signInSaysItAtTheFieldAndKeepsTheRest(String bad) {
            var answer =
                    post(anyone, "//sign-in", Map.of("username", "a" + bad + "b", "password", "c", "continue", "x"));

            assertThat(answer.expect(200).text())
                    .contains("<a href=\"#username\">There was a character here that cannot be used.")
                    .contains("value=\"ab\"")
                    .doesNotContain("do not match");
        }

        @Test
        void inWelshToo() {
            var answer = post(anyone, "//sign-in?lang=cy", Map.of("username", "a\0", "password", "c", "continue", "x"));

            assertThat(answer.expect(200).text()).contains("Roedd nod yma na ellir ei ddefnyddio.");
        }

        @Test
        void whoLooksAtAShareSaysWhoTheyAreWithoutThem() {
            var asked = post(anyone, "//s", Map.of("secret", "x", "continue", "x"));
            var answer = post(
                    anyone,
                    "//check/who",
                    asked,
                    Map.of("secret", "x", "organisation", "A\0B", "name", "Jo", "reason", "a job", "see", "x"));

            assertThat(answer.expect(200).text()).contains("<a href=\"#organisation\">", "value=\"AB\"");
        }

        @Test
        void whatNobodyTypedIsRefusedInBothLanguages() {
            for (var form :
                    new String[][] {{"//check/who", "secret"}, {"//sign-in", "next"}, {"//join/organisation", "roles"}
                    }) {
                var answer = post(anyone, form[0], Map.of(form[1], "x\0"));

                assertThat(answer.expect(400).text())
                        .as(form[0])
                        .contains("There is a character in what you sent", "Mae nod yn yr hyn a anfonoch");
            }
            assertThat(anyone.post("//sign-out", FORM, bytes("a=%00")).status()).isEqualTo(400);
        }

        @Test
        void anApplicationIsNotMade() throws SQLException {
            var before = rows("organisation_application");
            for (var field : new String[] {"telephone", "name", "contact", "email", "ukprn"}) {
                var fields = new LinkedHashMap<>(Map.of(
                        "ukprn", "10000020",
                        "name", "Coleg",
                        "contact", "Jo",
                        "email", "jo@coleg.example",
                        "telephone", "1",
                        "roles", "register",
                        "signatory", "Jo",
                        "position", "Head",
                        "apply", "x"));
                fields.merge(field, "\0", String::concat);

                assertThat(post(anyone, "//join/organisation", fields)
                                .expect(200)
                                .text())
                        .contains("<a href=\"#" + field + "\">");
            }
            assertThat(rows("organisation_application")).isEqualTo(before);
        }

        @Test
        void aShareIsNotBegun() throws SQLException {
            var before = rows("share_draft");
            var learner = signedIn("sian");
            for (var field : new String[] {"name", "email"}) {
                var fields = new LinkedHashMap<>(
                        Map.of("purpose", "E", "name", "Acme", "email", "a@acme.example", "continue", "x"));
                fields.merge(field, "\u001b", String::concat);

                assertThat(post(learner, "//learner/share/who", fields)
                                .expect(200)
                                .text())
                        .contains("<a href=\"#" + field + "\">");
            }
            assertThat(rows("share_draft")).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//learner/share/organisations?name=abc%00",
                    "//learner/share/who?draft=%00",
                    "//reference?reference=%1b",
                    "//s?a%00=b",
                    "//organisation/awards?search=a%00b"
                })
        void addressesAreRefused(String address) {
            assertThat(signedIn("sian").get(address).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource({"\u001bname\u0085.csv, name.csv", "no\0name.csv, ''"})
        void theNameOfAFileIsKeptWithoutThemOrNotAtAll(String sent, String kept) throws SQLException {
            var body = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nverify\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sent + "\"\r\n"
                    + "Content-Type: text/csv\r\n\r\nULN " + kept + "\r\n--b--\r\n";

            var answer = signedIn("registrar")
                    .post("//organisation/files/send", "multipart/form-data; boundary=b", bytes(body))
                    .expect(303);

            assertThat(answer.header("Location").orElseThrow()).contains("?id=");
            assertThat(rows("learner_file where name = '" + kept + "'")).isEqualTo(1);
        }

        @Test
        void linesAndTabsOfATextStay() {
            var why = "first\r\nsecond\tthird";

            assertThat(post(signedIn("admin"), "//admin/numbers", Map.of("uln", "1", "why", why, "delete", "x"))
                            .text())
                    .doesNotContain("There was a character here");
        }
    }

    @Nested
    class Calls {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/organisations?name=abc%00",
                    "/organisations?name=a%1bbc",
                    "/qualifications?keyword=a%00b",
                    "/recipients?name=abc%00",
                    "/code-lists?lang=%00",
                    "/code-lists?%00=a"
                })
        void aParameterIsAProblem(String call) {
            var problem = anyone.signIn("registrar").get(call).expect(422).json();

            assertThat(problem.path("errors").path(0).path("code").asText()).isEqualTo("control-character");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/qualifications/a%00b", "/learners/%00", "/code-lists/a%1b", "/me/shares/%00"})
        void aPathIsAProblem(String call) {
            assertThat(anyone.signIn("registrar").get(call).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"client_id=a%00b&client_secret=x", "client_id=a&client_secret=%00"})
        void aRequestForATokenIsInvalid(String proof) {
            var answer = anyone.post("/token", FORM, bytes("grant_type=client_credentials&" + proof));

            assertThat(answer.expect(400).json().path("error").asText()).isEqualTo("invalid_request");
        }

        @Test
        void theNameOfAnUploadIsNotKept() throws SQLException {
            var before = rows("learner_file");

            anyone.signIn("registrar")
                    .post("/learner-files?kind=verify&name=a%00.csv", "text/csv", bytes("ULN\r\n"))
                    .expect(422);

            assertThat(rows("learner_file")).isEqualTo(before);
        }
    }

    private Rest signedIn(String username) {
        var form = Map.of(
                "username", username, "password", DemoAccount.of(username).password(), "continue", "x");
        var cookie = post(anyone, "//sign-in", form)
                .expect(302)
                .header("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        return anyone.with("Cookie", cookie);
    }

    private static Rest.Answer post(Rest who, String page, Map<String, String> fields) {
        return post(who, page, who.get(page), fields);
    }

    private static Rest.Answer post(Rest who, String page, Rest.Answer shown, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(shown.text());
        while (hidden.find()) all.put(hidden.group(1), hidden.group(2));
        all.putAll(fields);
        var form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return who.post(page, FORM, bytes(form));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int rows(String table) throws SQLException {
        try (var connection = server.dataSource().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getInt(1);
        }
    }
}
