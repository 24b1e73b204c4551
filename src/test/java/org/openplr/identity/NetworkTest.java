package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0, 192.0.3.0",
        "192.0.2.77/24, 192.0.2.255, 192.0.1.255",
        "10.0.0.0/9, 10.127.255.255, 10.128.0.0",
        "192.0.2.1, 192.0.2.1, 192.0.2.2",
        "2001:db8::/32, 2001:db8:ffff::1, 2001:db9::",
        "2001:db8::/33, 2001:db8:7fff::1, 2001:db8:8000::",
        "::1, 0:0:0:0:0:0:0:1%0, ::2",
        "192.0.2.0/24, ::ffff:192.0.2.9, ::ffff:192.0.3.9",
        "192.0.2.0/24, 192.0.2.9, 2001:db8::c000:209"
    })
    void holdsTheAddressesThatShareItsPrefix(String network, String inside, String outside) {
        var range = Network.parse(network).orElseThrow();

        assertThat(range.holds(Network.address(inside).orElseThrow())).isTrue();
        assertThat(range.holds(Network.address(outside).orElseThrow())).isFalse();
        assertThat(Network.parse(range.text())).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10",
                "10.1/16",
                "10.0.0.0/33",
                "10.0.0.0/0",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "256.0.0.1",
                "2001:db8::/129",
                "::/0",
                "plr.example",
                "plr.example/24",
                "1:2",
                "10.0.0.0\u0000/8"
            })
    void isNoNameAndNotEverything(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
