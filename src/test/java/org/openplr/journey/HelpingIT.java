package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Told;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Somebody helps a learner, with an account of their own and shown as who they are. */
class HelpingIT {
    private static final String PASSPHRASE = "three herons on a canal boat";

    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void somebodyHelpsALearnerUntilTheLearnerStopsIt(Manner manner) {
        try (var learner = Browser.visitor(server, manner);
                var helper = Browser.visitor(server, manner)) {
            signIn(learner, "margaret");
            var name = "Jo " + manner;
            var code = letsHelp(learner, name, "share");
            begins(helper, code, "jo-" + manner);

            sees(helper);
            var share = shares(helper);
            learner.go("/learner/activity");
            learner.look("helped-activity");
            assertThat(learner.page().locator("#main").textContent()).contains(name);
            learner.go(share);
            learner.look("helped-share");
            assertThat(learner.page().locator("#main").textContent()).contains(name);

            stops(learner, name);
            assertThat(helper.go("/learner/record").status()).isEqualTo(404);
            helper.go("/helping/");
            helper.look("helping-nobody");
            assertThat(helper.page().locator("#helping").count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void whoeverMayOnlyLookSharesNothingAndAnAccountThatIsThereDoes(Manner manner) {
        try (var learner = Browser.visitor(server, manner);
                var helper = Browser.visitor(server, manner)) {
            signIn(learner, "lukasz");
            var code = letsHelp(learner, "Priya " + manner, "look");
            signIn(helper, "priya");
            helper.go("/helping/code");
            helper.look("helping-code-signed-in");
            helper.fill("code", code);
            helper.press("accept");
            helper.page()
                    .locator("#main .govuk-radios__item")
                    .last()
                    .locator("label")
                    .click();
            helper.press("begin");
            helper.look("helping-to-look");
            assertThat(helper.page().locator("#helping").textContent()).contains("Wiśniewski");
            for (var page : List.of(
                    "/learner/shares",
                    "/learner/share/who",
                    "/learner/record.csv",
                    "/learner/record.json",
                    "/account/email"))
                assertThat(helper.page()
                                .context()
                                .request()
                                .get(server.base() + page)
                                .status())
                        .as(page)
                        .isEqualTo(404);

            helper.go("/helping/");
            helper.press("stop");
            helper.look("helping-stopped");
            helper.go("/learner/");
            assertThat(helper.page().locator("#main").textContent()).contains("Priya");
            stops(learner, "Priya " + manner);
        }
    }

    private static String letsHelp(Visitor learner, String name, String what) {
        learner.go("/learner/");
        learner.page().locator("#main a[href='/learner/helpers']").click();
        learner.look("helpers-none");
        learner.page().locator("#main a[href='/learner/helpers/new']").click();
        learner.press("add");
        learner.look("helper-empty");
        var code = makesCode(learner, name, what);
        learner.look("helper-code");
        learner.page().locator("button[name='lang']").click();
        assertThat(learner.page().locator("#code-text").textContent())
                .as("told in the other language too")
                .contains(code);
        learner.page().locator("button[name='lang']").click();
        learner.page().locator("#main .op-actions a").click();
        learner.look("helpers");
        assertThat(learner.page().content()).doesNotContain(code);
        return code;
    }

    /** A learner makes a code for somebody who is to help them. */
    static String makesCode(Visitor learner, String name, String what) {
        learner.go("/learner/helpers/new");
        learner.fill("name", name);
        learner.choose("what", what);
        learner.choose("days", "14");
        learner.press("add");
        var code = learner.page().locator("#code-text").textContent().strip();
        Told.secret(code);
        return code;
    }

    private static void begins(Visitor helper, String code, String username) {
        helper.go("/sign-in");
        helper.page().locator("#main a[href='/helping/code']").click();
        helper.press("accept");
        helper.look("helping-code-empty");
        helper.fill("code", code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));
        helper.fill("username", username);
        helper.fill("passphrase", "short");
        helper.press("accept");
        helper.look("helping-code-faults");
        helper.fill("passphrase", PASSPHRASE);
        helper.press("accept");
        assertThat(helper.page().url()).endsWith("/helping/?done=accepted");
        helper.look("helping");
        helper.press("begin");
        helper.look("helping-none-chosen");
        helper.page().locator("#main .govuk-radios__item label").first().click();
        helper.press("begin");
        assertThat(helper.page().url()).endsWith("/learner/");
    }

    private static void sees(Visitor helper) {
        helper.look("helping-home");
        assertThat(helper.page().title()).startsWith(helper.page().locator("h1").innerText());
        assertThat(helper.page().locator("h1").textContent()).contains("Margaret");
        assertThat(helper.page().locator("#helping").textContent()).contains("Margaret");
        helper.go("/learner/record");
        helper.look("helping-record");
        assertThat(helper.page().locator("#helping").count()).isEqualTo(1);
        assertThat(helper.page().locator("#main a[href='/learner/record.csv']").count())
                .isZero();
    }

    private static String shares(Visitor helper) {
        helper.go("/learner/");
        var sharer = new Sharer(helper);
        sharer.share();
        return sharer.place();
    }

    private static void stops(Visitor learner, String name) {
        learner.go("/learner/helpers");
        learner.press("end");
        learner.look("helpers-none-chosen");
        learner.page().locator("#main label:has-text('" + name + "')").click();
        learner.press("end");
        learner.look("helpers-ended");
        assertThat(learner.page().locator("#main").textContent()).doesNotContain(name);
    }

    private static void signIn(Visitor visitor, String username) {
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
    }
}
