package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

class PagesIT {
    private static final String SHARE = """
        {"purpose":"E","recipient":{"kind":"named","name":"Thistle Bakers (fictional)"},"scope":{"all":true},\
        "secondFactor":{"kind":"pin","pin":"604417"},"onChallenge":"show","language":"en"}\
        """;

    static Stream<Manner> manners() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void everyPublicPageIsInOrder(Manner manner) throws IOException {
        var pages = publicPages();
        try (var visitor = Browser.visitor(Server.running(), manner)) {
            for (var page : pages) {
                var answer = visitor.go("/" + page);

                assertThat(answer.status()).as(page).isEqualTo(200);
                visitor.look("public-" + (page.isEmpty() ? "start" : page));
            }
            visitor.go("/code-lists?list=verification-type");
            visitor.look("code-list");
            assertThat(visitor.go("/code-lists?list=nationality").status()).isEqualTo(404);
        }
        assertThat(pages).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aPageThatIsNotThereSaysSo(Manner manner) {
        try (var visitor = Browser.visitor(Server.running(), manner)) {
            var answer = visitor.go("/no-such-page");

            assertThat(answer.status()).isEqualTo(404);
            visitor.look("not-found");
        }
    }

    @Test
    void activityIsFoundBehindAHundredSignInsAndOlderKeepsTheFilter() {
        var server = Server.running();
        var winifred = server.rest().signIn("winifred");
        var link = winifred.post("/me/shares", SHARE).expect(201).json().path("link");
        open(server, link.asText());
        for (var i = 0; i < 110; i++) server.rest().signIn("winifred");

        try (var visitor = Browser.signedIn(server, new Manner("en", 320, false), "winifred")) {
            visitor.go("/learner/activity");
            visitor.look("activity-further");
            assertThat(text(visitor))
                    .contains("None among those read so far")
                    .doesNotContain("Nothing has happened", "Thistle Bakers");
            visitor.page().locator("#who").fill("thistle");
            visitor.page().locator("#days").selectOption("7");
            visitor.page().locator("#main button[type=submit]").click();
            visitor.look("activity-filtered");
            assertThat(text(visitor)).contains("Thistle Bakers", "None in the time");
            visitor.go("/learner/activity?days=30&who=you");
            visitor.page().locator("#main a[href*='from=']").click();
            assertThat(visitor.page().locator("#days").inputValue()).isEqualTo("30");
            assertThat(visitor.page().locator("#who").inputValue()).isEqualTo("you");
            assertThat(text(visitor)).doesNotContain("Thistle Bakers");

            for (var i = 0; i < 5; i++) open(server, link.asText());
            visitor.go("/learner/");
            assertThat(visitor.page()
                            .locator("#main a[href='/learner/activity']")
                            .count())
                    .isZero();
            open(server, link.asText());
            visitor.go("/learner/");
            visitor.look("home-more-news");
            visitor.page().locator("#main a[href='/learner/activity']").click();
            assertThat(text(visitor)).contains("Thistle Bakers");
        }
        try (var visitor = Browser.signedIn(server, new Manner("cy", 1280, true), "winifred")) {
            visitor.go("/learner/activity?who=neb");
            visitor.look("activity-none");
        }
    }

    private static void open(Server server, String link) {
        var body = """
            {"secret":"%s","viewer":{"organisation":"Thistle Bakers (fictional)","name":"Alex","purpose":"hiring"}}\
            """.formatted(link.substring(link.indexOf('#') + 1));
        server.rest().post("/shares/open", body).expect(200);
    }

    private static String text(Visitor visitor) {
        return visitor.page().locator("#main").innerText();
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anEmployerOfTheRegisterOfRecipientsIsFoundWhileItsNameIsTyped(Manner manner) {
        try (var learner = new Sharer(Server.running(), manner)) {
            learner.signIn("sian");
            var visitor = learner.visitor();
            visitor.go("/learner/share/who");
            var options = visitor.page().locator("[role=option]");
            visitor.choose("purpose", "A");
            visitor.page().locator("#name").pressSequentially("lanternlight");
            options.first().waitFor();
            visitor.look("share-1-who-recipient-suggested");
            var welsh = manner.language().equals("cy");
            assertThat(options.first().textContent())
                    .startsWith("Lanternlight Bakers Ltd")
                    .contains(
                            welsh ? "Derbynnydd wedi’i gadarnhau" : "Confirmed recipient",
                            (welsh ? "Rhif cwmni" : "Company number") + " 99990417",
                            "lanternlight-bakers.example.org");
            options.first().click();
            assertThat(visitor.page().locator("#registered-told").textContent()).contains("99990417");

            visitor.press("continue");
            visitor.look("share-1-who-recipient-is-employer");
            assertThat(visitor.page().locator("#registered-told").textContent())
                    .contains("99990417", "lanternlight-bakers.example.org");
            visitor.choose("purpose", "E");
            visitor.press("continue");
            assertThat(visitor.page().url()).as("nothing more is asked").contains("/learner/share/what");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anOrganisationIsFoundWhileItsNameIsTyped(Manner manner) {
        try (var learner = new Sharer(Server.running(), manner)) {
            learner.signIn("sian");
            var visitor = learner.visitor();
            visitor.go("/learner/share/who");
            var name = visitor.page().locator("#name");
            var options = visitor.page().locator("[role=option]");
            visitor.choose("purpose", "P");

            name.pressSequentially("ottermere");
            options.first().waitFor();
            visitor.look("share-1-who-suggested");
            assertThat(options.first().textContent())
                    .startsWith("Ottermere High School")
                    .contains(manner.language().equals("cy") ? "Cofrestredig" : "Registered", "UKPRN 19990022");
            name.press("Escape");
            assertThat(options.first().isVisible()).isFalse();
            assertThat(chosen(learner)).isEmpty();

            name.press("e");
            name.press("Backspace");
            options.first().waitFor();
            name.press("ArrowDown");
            name.page().keyboard().press("Enter");
            assertThat(name.inputValue()).isEqualTo("Ottermere High School");
            assertThat(chosen(learner)).isEqualTo("19990022");
            visitor.look("share-1-who-chosen");

            name.press("s");
            assertThat(chosen(learner)).as("something else is typed").isEmpty();
            name.press("Backspace");
            options.first().waitFor();
            options.first().click();
            visitor.press("continue");
            assertThat(visitor.page().url()).as("nothing more is asked").contains("/learner/share/what");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void theStartPageTellsHowMuchTheWholeIsUsedAndNothingOfFew(Manner manner) {
        try (var visitor = Browser.visitor(Server.running(), manner)) {
            visitor.go("/");
            var figures = visitor.page().locator("#main dl dd");

            assertThat(figures.first().textContent()).matches("[1-9][0-9,]*");
            assertThat(figures.last().textContent())
                    .isEqualTo(manner.language().equals("cy") ? "Llai na 10" : "Fewer than 10");
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void everyDoorOfWhoeverWorksHereLeadsToAPageInOrder(Manner manner, String username, String home) {
        try (var visitor = Browser.signedIn(Server.running(), manner, username)) {
            visitor.go(home);
            visitor.look("doors-of-" + username);
            var doors = visitor.page().locator("#main .op-door a").all().stream()
                    .map(door -> door.getAttribute("href"))
                    .filter(door -> !door.startsWith("/openapi"))
                    .toList();
            assertThat(doors).hasSizeGreaterThan(4).doesNotHaveDuplicates();
            for (var door : doors) {
                assertThat(visitor.go(door).status()).as(door).isEqualTo(200);
                visitor.look("door-of-" + username + door.replace('/', '-'));
            }
        }
    }

    static Stream<Arguments> doors() {
        return manners()
                .flatMap(manner -> Stream.of(
                        Arguments.of(manner, "admin", "/admin/"),
                        Arguments.of(manner, "registrar", "/organisation/"),
                        Arguments.of(manner, "quillon", "/organisation/")));
    }

    private static String chosen(Sharer learner) {
        return learner.visitor().page().locator("#registered").inputValue();
    }

    /** Every page at the top of the web application is for everyone. */
    private static List<String> publicPages() throws IOException {
        try (var files = Files.list(Path.of("src/main/webapp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> name.equals("index.xhtml") ? "" : name.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        }
    }
}
