package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdProviderTest {
    private static final String PREFIX = "openplr.provider.one.";

    private final Map<String, String> given = new HashMap<>(Map.of(
            "openplr.providers",
            "one",
            PREFIX + "issuer",
            "https://one.example",
            PREFIX + "client-id",
            "us",
            PREFIX + "key",
            SigningKey.generate(SigningKey.Algorithm.RS256, "one-1"),
            PREFIX + "name",
            "One"));

    private List<OpenIdProvider> read(Settings.Profile profile) {
        return OpenIdProvider.readAll(name -> Optional.ofNullable(given.get(name)), profile);
    }

    @Test
    void noneIsSetByItself() {
        given.remove("openplr.providers");

        assertThat(read(Settings.Profile.PRODUCTION)).isEmpty();
    }

    @Test
    void whatIsNotSaidIsModest() {
        var one = read(Settings.Profile.PRODUCTION).getFirst();

        assertThat(one.scopes()).containsExactly("openid");
        assertThat(one.welshName()).isEqualTo("One");
        assertThat(one.ukprn()).isEmpty();
        assertThat(one.vtr()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "client-id", "key", "name"})
    void anIncompleteOneIsRefusedByTheNameOfTheSetting(String name) {
        given.remove(PREFIX + name);

        assertThatThrownBy(() -> read(Settings.Profile.DEVELOPMENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + name);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer,http://one.example",
        "issuer,http://localhost:1",
        "issuer,https://user@one.example",
        "issuer,one.example",
        "key,junk",
        "ukprn,2000",
        "scopes,profile",
        "identity-issuer,https://two.example",
    })
    void aWrongOneIsRefusedByTheNameOfTheSetting(String name, String value) {
        given.put(PREFIX + name, value);

        assertThatThrownBy(() -> read(Settings.Profile.PRODUCTION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX);
    }

    @Test
    void plainHttpReachesThisMachineInDevelopmentOnly() {
        var here = URI.create("http://localhost:8080/keys");

        assertThat(read(Settings.Profile.DEVELOPMENT).getFirst().reaches(here)).isTrue();
        assertThat(read(Settings.Profile.PRODUCTION).getFirst().reaches(here)).isFalse();
        assertThat(read(Settings.Profile.DEVELOPMENT).getFirst().reaches(URI.create("http://192.0.2.1/")))
                .isFalse();
    }

    @Test
    void twoOfOneIssuerAreRefused() {
        given.put("openplr.providers", "one one");

        assertThatThrownBy(() -> read(Settings.Profile.DEVELOPMENT)).hasMessageContaining("openplr.providers");
    }
}
