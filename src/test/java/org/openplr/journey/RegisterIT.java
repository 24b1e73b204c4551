package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** Who is this, do they have a number, and is what we hold of them right: an officer's day with the register. */
class RegisterIT {
    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("cy", 320, false), new Manner("en", 1280, true));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void whoeverIsNotFoundIsRegisteredAndKeptRight(Manner manner) {
        try (var officer = Browser.signedIn(server, manner, "office")) {
            var given = manner.language().equals("cy") ? "Gwenllian" : "Ottoline";
            officer.go("/organisation/");
            officer.look("register-home");
            officer.page().locator("#main a[href='/organisation/find']").click();
            officer.look("find");
            officer.press("find");
            officer.look("find-faults");
            find(officer, given, "Quillfeather", List.of("5", "6", "1997"), "LS99 9ZZ");
            officer.look("find-none");
            assertThat(officer.page().url())
                    .as("no personal data in an address")
                    .doesNotContain("?");

            officer.press("toRegister");
            officer.look("register");
            assertThat(officer.page().inputValue("[name=GivenName]")).isEqualTo(given);
            officer.choose("VerificationType", "PASSPORT");
            officer.press("register");
            officer.look("register-faults");
            assertThat(officer.page().inputValue("[name=FamilyName]")).isEqualTo("Quillfeather");
            officer.choose("AbilityToShare", "MAY_SHARE");
            officer.fill("SchoolAtAge16", "Brackenholt Academy");
            officer.press("register");
            officer.look("registered");
            var uln = officer.page().locator("#new-uln").textContent().replace(" ", "");
            assertThat(uln).matches("[1-9][0-9]{9}");

            isKeptRight(officer);
            isVerified(officer, uln, given);
            hasNothingToDoWithUsAndThenAgain(officer, uln, given);
        }
    }

    private static void isKeptRight(Visitor officer) {
        officer.press("toLearner");
        officer.look("learner-details");
        assertThat(officer.page().locator("#main").textContent()).contains("Brackenholt Academy");
        officer.press("toUpdate");
        officer.look("learner-update");
        officer.fill("LastKnownPostCode", "nowhere");
        officer.press("save");
        officer.look("learner-update-faults");
        officer.fill("LastKnownPostCode", "SY23 9ZZ");
        officer.press("save");
        officer.look("learner-updated");
        assertThat(officer.page().locator("#main").textContent()).contains("SY23 9ZZ", "LS99 9ZZ");
    }

    private static void isVerified(Visitor officer, String uln, String given) {
        officer.go("/organisation/verify");
        officer.fill("uln", uln);
        officer.fill("GivenName", given);
        officer.fill("FamilyName", "Quillfeather");
        officer.press("one");
        officer.look("verified");
        assertThat(officer.page().locator("#results li").count()).isEqualTo(1);
        lines(officer, uln + "," + given + ",Quillfeather,1997-06-05\nnobody\n" + uln + ",A,B,32/13/1997");
        officer.look("verify-faults");
        assertThat(officer.page().locator(".govuk-error-summary li").count()).isEqualTo(2);
        lines(officer, uln + "," + given + ",Quillfeather,1997-06-05\n\n" + uln + ",Somebody,Else");
        officer.look("verified-lines");
        assertThat(officer.page().locator("#results li").count()).isEqualTo(2);
    }

    private static void lines(Visitor officer, String text) {
        officer.page().locator("textarea[name=lines]").fill(text);
        officer.press("many");
    }

    private static void hasNothingToDoWithUsAndThenAgain(Visitor officer, String uln, String given) {
        officer.go("/organisation/learner");
        officer.fill("uln", uln);
        officer.press("show");
        officer.page().locator("#main input[name=ends]").first().check();
        officer.press("end");
        officer.look("learner-not-ours");
        assertThat(officer.page().locator(".govuk-error-summary").count()).isEqualTo(1);
        officer.press("toBegin");
        officer.fill("GivenName", given);
        officer.fill("FamilyName", "Quillfeather");
        officer.press("begin");
        officer.look("relation-faults");
        officer.choose("kind", "ENROLLED");
        officer.choose("source", "ENROLMENT");
        officer.date("from", "1", "9", "2024");
        officer.date("until", "31", "7", "2030");
        officer.fill("evidence", "enrolment 4711");
        officer.press("begin");
        officer.look("relation-begun");
        assertThat(officer.page().locator("#main").textContent()).contains("enrolment 4711");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void whoMayBeMeantStandsBesideWhatWasTyped(Manner manner) {
        try (var officer = Browser.signedIn(server, manner, "registrar")) {
            officer.go("/organisation/find");
            find(officer, "Sian", "Morgan", List.of("14", "3", "2001"), "SY23 9ZZ");
            officer.look("find-exact");
            officer.go("/organisation/find");
            find(officer, "Sian", "Morgans", List.of("14", "3", "2001"), "SY23 9ZZ");
            officer.look("find-possible");
            assertThat(officer.page().locator(".op-compare__mark").count()).isPositive();
            officer.press("toBegin");
            officer.look("find-not-chosen");
            officer.page().locator("#main input[name=chosen]").first().check();
            officer.press("toBegin");
            officer.look("relation");
            assertThat(officer.page().inputValue("[name=uln]")).isEqualTo("8052553457");
            officer.go("/organisation/numbers");
            officer.choose("kind", "linked");
            officer.press("report");
            officer.look("numbers-report");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aLearnerSeesTheirDetailsAndSaysWhatIsTheirs(Manner manner) {
        try (var learner = Browser.signedIn(server, manner, manner.language().equals("cy") ? "sian" : "zoe")) {
            learner.go("/learner/details");
            learner.look("own-details");
            assertThat(learner.page().locator("#relations li").count()).isPositive();
            learner.fill("PreferredGivenName", "Jo");
            learner.press("save");
            learner.look("own-details-saved");
            assertThat(learner.page().url()).contains("done=updated");
            learner.fill("EmailAddress", "nothing");
            learner.press("save");
            learner.look("own-details-faults");
        }
    }

    @Test
    void whoRunsTheServiceKeepsNumbersAndProtectsLearners() {
        try (var administrator = Browser.signedIn(server, new Manner("en", 1280, true), "admin")) {
            administrator.go("/admin/numbers");
            administrator.look("admin-numbers");
            administrator.press("delete");
            administrator.look("admin-numbers-faults");
            administrator.go("/admin/sensitive");
            administrator.look("admin-sensitive");
            assertThat(administrator.page().locator("#marks").textContent())
                    .as("whom a file calls sensitive")
                    .contains("8580280167");
            administrator.go("/admin/numbers/changes");
            administrator.look("admin-number-changes");
        }
    }

    @Test
    void whoeverMayOnlyCheckIsToldThatSomebodyExistsAndNoMore() {
        try (var university = Browser.signedIn(server, new Manner("en", 320, true), "admissions")) {
            university.go("/organisation/find");
            find(university, "Sian", "Morgan", List.of("14", "3", "2001"), "SY23 9ZZ");
            university.look("check-exists");
            assertThat(university.page().content()).contains("8052553457");
            assertThat(university.page().locator("input[name=toRegister]").count())
                    .isZero();
            for (var place : List.of("register", "learner", "learner/update", "learner/begin"))
                assertThat(university.go("/organisation/" + place).status())
                        .as(place)
                        .isEqualTo(404);
        }
    }

    private static void find(Visitor officer, String given, String family, List<String> birth, String postcode) {
        officer.fill("GivenName", given);
        officer.fill("FamilyName", family);
        officer.date("DateOfBirth", birth.get(0), birth.get(1), birth.get(2));
        officer.choose("Gender", "FEMALE");
        officer.fill("LastKnownPostCode", postcode);
        officer.press("find");
    }
}
