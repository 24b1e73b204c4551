package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path data;

    @Test
    void productionHasNoSecretWithADefaultAndSaysWhichIsMissing() {
        var given = Map.of("openplr.profile", "production", "openplr.public-url", "https://plr.example");

        assertThatThrownBy(() -> read(given))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openplr.pepper.code")
                .hasMessageContaining("openplr.key.ledger")
                .hasMessageContaining("keystore.password");
    }

    @Test
    void productionStartsWithEverySecretSet() {
        var given = new HashMap<String, String>();
        given.put("openplr.profile", "production");
        given.put("openplr.public-url", "https://plr.example");
        given.put("keystore.password", "of the TLS key store");
        Secrets.generate().forEach((name, value) -> given.put((String) name, (String) value));

        var settings = read(given);

        assertThat(settings.secure()).isTrue();
        assertThat(settings.demo()).isEmpty();
    }

    @Test
    void demoDataIsRefusedInProduction() {
        var given = Map.of("openplr.profile", "production", "openplr.demo", "true");

        assertThatThrownBy(() -> read(given)).hasMessageContaining("openplr.demo");
    }

    @Test
    void developmentKeepsTheSecretsItMade() {
        var given = Map.of("openplr.data", data.toString());

        var digest = read(given).secrets().code().digest("x");

        assertThat(read(given).secrets().code().digest("x")).isEqualTo(digest);
    }

    private static Settings read(Map<String, String> given) {
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }
}
