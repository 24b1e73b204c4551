package org.openplr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openplr.identity.AccountKind;
import org.openplr.identity.DemoClients;
import org.openplr.identity.NewAccount;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Standalone;

/**
 * Systems of many organisations, because the quota of finds holds in the benchmark as it holds elsewhere: each system asks a
 * few times and leaves the rest to the next, so that none looks for 300 people in a day and no organisation for 3,000.
 */
final class Systems {
    /** Finds of one system; each may show ten people. */
    static final int FINDS = 25;

    private static final int OF_ORGANISATION = 10;
    private static final String PHRASE = "forty-two-otters-measure-speed";

    private final List<String> bearers = new ArrayList<>();
    private int next;

    static String name(int number) {
        return "bench-system-" + number;
    }

    static Ukprn organisation(int number) {
        return new Ukprn(Integer.toString(19_850_000 + number / OF_ORGANISATION));
    }

    /** Makes so many, before the server starts. */
    static void open(Standalone house, int count) {
        var accounts = IntStream.range(0, count)
                .mapToObj(i -> new NewAccount(
                        AccountKind.CLIENT, name(i), PHRASE, null, organisation(i), Set.of(Role.REGISTRATION_BATCH)))
                .toList();
        house.call(() -> house.service(DemoClients.class).openAll(accounts));
    }

    /** Gets a token for each. */
    static Systems signIn(LocalServer server, int count) throws IOException {
        var systems = new Systems();
        var json = new ObjectMapper();
        try (var wire = new Wire(server.base())) {
            for (var i = 0; i < count; i++) {
                var answer = wire.send(tokenRequest(i), true);
                if (answer.status() != 200)
                    throw new IllegalStateException("no token: " + answer.status() + " " + answer.body());
                systems.bearers.add("Authorization: Bearer "
                        + json.readTree(answer.body()).required("access_token").asText() + "\r\n");
            }
        }
        return systems;
    }

    static byte[] tokenRequest(int number) {
        var form = "grant_type=client_credentials&client_id=" + name(number) + "&client_secret=" + PHRASE;
        return Wire.request("POST", "/api/v1/token", "Content-Type: application/x-www-form-urlencoded\r\n", form);
    }

    /** The headers of systems that nobody used yet, so many. */
    List<String> take(int count) {
        var from = next;
        next += count;
        return bearers.subList(from, next);
    }
}
