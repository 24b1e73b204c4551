package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsTest {
    private static final String PROXY = "192.0.2.1";

    @TempDir
    Path data;

    private Clients clients;

    @BeforeEach
    void trustAProxy() {
        var given = Map.of("openplr.data", data.toString(), "openplr.client-address-header", "X-Forwarded-For");
        clients = new Clients(Settings.read(name -> Optional.ofNullable(given.get(name))));
    }

    @Test
    void theProxysOwnWordCounts() {
        assertThat(clients.address(name -> "203.0.113.9, 198.51.100.7", PROXY)).isEqualTo("198.51.100.7");
        assertThat(clients.address(name -> null, PROXY)).isEqualTo(PROXY);
    }

    @Test
    void whoHasOneAddressOfIpv6HasItsWholeNetwork() {
        var one = clients.digest("2001:db8:1:2:3:4:5:6");

        assertThat(clients.digest("2001:db8:1:2:ffff::1")).isEqualTo(one);
        assertThat(clients.digest("2001:db8:1:3:3:4:5:6")).isNotEqualTo(one);
        assertThat(clients.digest("203.0.113.9")).isNotEqualTo(clients.digest("203.0.113.8"));
        assertThat(clients.digest("no address")).hasSize(43);
    }
}
