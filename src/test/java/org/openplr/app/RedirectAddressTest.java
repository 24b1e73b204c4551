package org.openplr.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tracker.example/back",
                "https://tracker.example:8443/back?from=openplr",
                "http://127.0.0.1/back",
                "http://127.0.0.1:51234/back",
                "http://[::1]/back"
            })
    void addressesOfHttpsAndOfTheOwnDeviceAreFit(String address) {
        assertThat(RedirectAddress.isFit(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/back",
                "//tracker.example/back",
                "http://tracker.example/back",
                "http://localhost/back",
                "http://127.0.0.1.tracker.example/back",
                "http://127.0.0.1@tracker.example/back",
                "https://tracker.example@thief.example/back",
                "https://tracker.example/back#here",
                "https:///back",
                "https://tracker.example/a b",
                "javascript:alert(1)",
                "tracker:/back",
                "HTTPS://tracker.example/back"
            })
    void nothingElseIs(String address) {
        assertThat(RedirectAddress.isFit(address)).isFalse();
    }

    @Test
    void addressIsComparedLetterByLetter() {
        var registered = "https://tracker.example/back";

        assertThat(RedirectAddress.isOne(registered, registered)).isTrue();
        for (var other : new String[] {
            "https://tracker.example/back/", "https://tracker.example/back?x=1", "https://tracker.example/Back",
            "https://tracker.example:443/back", "https://tracker.example/x/../back", "https://thief.example/back"
        }) assertThat(RedirectAddress.isOne(registered, other)).as(other).isFalse();
    }

    @Test
    void onTheOwnDeviceAnyPortIsTheSame() {
        assertThat(RedirectAddress.isOne("http://127.0.0.1/back", "http://127.0.0.1:51234/back"))
                .isTrue();
        assertThat(RedirectAddress.isOne("http://[::1]:1/back", "http://[::1]:2/back"))
                .isTrue();
        assertThat(RedirectAddress.isOne("http://127.0.0.1/back", "http://127.0.0.1:51234/other"))
                .isFalse();
        assertThat(RedirectAddress.isOne("http://127.0.0.1/back", "http://[::1]:51234/back"))
                .isFalse();
        assertThat(RedirectAddress.isOne("http://127.0.0.1/back", "http://127.0.0.1:51234@thief.example/back"))
                .isFalse();
    }
}
