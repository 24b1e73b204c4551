package org.openplr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openplr.identity.AccountKind;
import org.openplr.identity.DemoClients;
import org.openplr.identity.NewAccount;
import org.openplr.organisation.Agreement;
import org.openplr.organisation.Agreements;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Standalone;
import org.openplr.qualification.AwardReference;
import org.openplr.qualification.AwardingRight;
import org.openplr.qualification.AwardingRights;

/**
 * Systems of many organisations, because the quota of finds holds in the benchmark as it holds elsewhere: each system asks a
 * few times and leaves the rest to the next, so that none looks for 300 people in a day and no organisation for 3,000.
 */
final class Systems {
    /** Finds of one system; each may show ten people. */
    static final int FINDS = 25;

    /** Units that are awarded. */
    static final int UNITS = 50;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ukprn AWARDS = new Ukprn("19840000");
    private static final String AWARDING = "bench-awarding";
    private static final int OF_ORGANISATION = 10;
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);
    private static final String PHRASE = "forty-two-otters-measure-speed";

    private final List<String> bearers = new ArrayList<>();
    private int next;

    static String name(int number) {
        return "bench-system-" + number;
    }

    static Ukprn organisation(int number) {
        return new Ukprn(Integer.toString(19_850_000 + number / OF_ORGANISATION));
    }

    /** One of the units that the awarding organisation of the benchmark may award. */
    static AwardReference unit(int number) {
        return new AwardReference("Q%07d".formatted(9_980_000 + number));
    }

    /** Makes the system of an organisation that awards these units, before the server starts. */
    static void openAwarding(Standalone house) {
        house.call(() -> house.service(DemoClients.class)
                .openAll(List.of(
                        new NewAccount(AccountKind.CLIENT, AWARDING, PHRASE, null, AWARDS, Set.of(Role.AWARDING)))));
        agree(house, List.of(AWARDS), Role.AWARDING);
        var rights = IntStream.range(0, UNITS)
                .mapToObj(i -> new AwardingRight(AWARDS, unit(i), "Unit " + i, "Unit", "Level 2", 4, null, null))
                .toList();
        house.call(() -> house.service(AwardingRights.class).take(rights));
    }

    /** The header of the system that awards. */
    static String awarding(LocalServer server) throws IOException {
        try (var wire = new Wire(server.base())) {
            return bearer(wire.send(tokenRequest(AWARDING), true));
        }
    }

    /** Makes so many, before the server starts. */
    static void open(Standalone house, int count) {
        var accounts = IntStream.range(0, count)
                .mapToObj(i -> new NewAccount(
                        AccountKind.CLIENT, name(i), PHRASE, null, organisation(i), Set.of(Role.REGISTRATION_BATCH)))
                .toList();
        house.call(() -> house.service(DemoClients.class).openAll(accounts));
        agree(
                house,
                IntStream.range(0, count)
                        .mapToObj(Systems::organisation)
                        .distinct()
                        .toList(),
                Role.REGISTRATION_BATCH);
    }

    /** Without an agreement the role of a system gives nothing. */
    private static void agree(Standalone house, List<Ukprn> organisations, Role role) {
        var terms = new Agreement.Terms(Set.of(role), Agreement.Stage.LIVE, SINCE, null);
        for (var organisation : organisations)
            house.call(() -> house.service(Agreements.class).takeOver(organisation, terms));
    }

    /** Gets a token for each. */
    static Systems signIn(LocalServer server, int count) throws IOException {
        var systems = new Systems();
        try (var wire = new Wire(server.base())) {
            for (var i = 0; i < count; i++) {
                systems.bearers.add(bearer(wire.send(tokenRequest(i), true)));
            }
        }
        return systems;
    }

    private static String bearer(Wire.Answer answer) throws IOException {
        if (answer.status() != 200)
            throw new IllegalStateException("no token: " + answer.status() + " " + answer.body());
        return "Authorization: Bearer "
                + JSON.readTree(answer.body()).required("access_token").asText() + "\r\n";
    }

    static byte[] tokenRequest(int number) {
        return tokenRequest(name(number));
    }

    private static byte[] tokenRequest(String name) {
        var form = "grant_type=client_credentials&client_id=" + name + "&client_secret=" + PHRASE;
        return Wire.request("POST", "/api/v1/token", "Content-Type: application/x-www-form-urlencoded\r\n", form);
    }

    /** The headers of systems that nobody used yet, so many. */
    List<String> take(int count) {
        var from = next;
        next += count;
        return bearers.subList(from, next);
    }
}
