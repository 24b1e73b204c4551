package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;
import org.openplr.testing.Told;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** A learner of seventeen whom Harrowmere College has registered, and who has claimed their record by a code of its desk. */
final class Seventeen {
    private static final String PASSPHRASE = "eleven puffins under the pier";
    private static final List<String> FAMILIES = List.of(
            "Quellington",
            "Brwynog",
            "Starbottle",
            "Yarrowby",
            "Mudeford",
            "Ightham",
            "Vobster",
            "Zennor",
            "Ffrwdgrech");
    private static final AtomicInteger SO_FAR = new AtomicInteger();

    private Seventeen() {}

    /** One of them, new each time, who has just signed in for the first time. */
    static Visitor signedIn(Server server, Manner manner) {
        var turn = SO_FAR.getAndIncrement();
        var born = LocalDate.now(ZoneId.of("Europe/London")).minusYears(17).minusDays(20L + 31L * turn);
        var uln = registered(server.rest().signIn("office"), FAMILIES.get(turn), born, turn);
        var code = code(server, uln, born);
        var learner = Browser.visitor(server, manner);
        learner.go("/activate");
        learner.fill("code", code);
        learner.fill("uln", uln);
        learner.press("continue");
        learner.fill("username", "seventeen-" + turn);
        learner.fill("passphrase", PASSPHRASE);
        learner.press("continue");
        assertThat(learner.page().url()).endsWith("/account/?done=claimed");
        return learner;
    }

    private static String registered(Rest office, String family, LocalDate born, int turn) {
        var who = """
            "givenName":"Teilo","familyName":"%s","dateOfBirth":"%s","gender":"MALE","postcode":"SY2%d 8QX"\
            """.formatted(family, born, turn);
        office.post("/learners/find", "{" + who + "}").expect(200);
        return office.post(
                        "/learners",
                        "{" + who + ",\"verificationType\":\"RELATIONSHIP_WITH_SCHOOL\",\"abilityToShare\":\"1\"}")
                .expect(201)
                .json()
                .path("uln")
                .asText();
    }

    /** What the desk makes for whoever shows a passport. */
    private static String code(Server server, String uln, LocalDate born) {
        try (var officer = Browser.visitor(server)) {
            officer.go("/sign-in");
            officer.fill("username", "office");
            officer.fill("password", DemoAccount.of("office").password());
            officer.press("continue");
            officer.go("/organisation/desk");
            officer.fill("uln", uln);
            officer.fill("birth-day", String.valueOf(born.getDayOfMonth()));
            officer.fill("birth-month", String.valueOf(born.getMonthValue()));
            officer.fill("birth-year", String.valueOf(born.getYear()));
            officer.press("find");
            officer.choose("type", "PASSPORT");
            officer.choose("need", "FIRST_WAY_IN");
            officer.press("note");
            var code = officer.page().locator("#activation-code").textContent().strip();
            Told.secret(code);
            return code;
        }
    }
}
