package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.testing.FixedClock;

class ClientSecretTest {
    private final UUID key = UUID.fromString("01a20a53-1f00-7abc-8def-0123456789ab");
    private final ClientSecret secret =
            ClientSecret.draw(key, IdentityFixtures.ids(FixedClock.at("2026-11-24T09:30:00Z")));

    @Test
    void tellsItsKeyAndIsKnownByItsBeginning() {
        assertThat(secret.text()).matches("oplr_01a20a531f007abc8def0123456789ab_[A-Za-z0-9_-]{43}_[0-9a-f]{8}");
        assertThat(ClientSecret.parse(secret.text())).contains(secret);
    }

    @Test
    void everyWrongCharacterIsFound() {
        for (var i = 0; i < secret.text().length(); i++) {
            var wrong = new StringBuilder(secret.text());
            wrong.setCharAt(i, wrong.charAt(i) == '7' ? '8' : '7');

            assertThat(ClientSecret.parse(wrong.toString())).as("place %d", i).isEmpty();
        }
    }

    @Test
    void neverStandsInALog() {
        assertThat(secret.toString()).doesNotContain(secret.text().substring(40));
        assertThat(new ClientProof.Secret("id", secret.text()).toString()).doesNotContain("oplr_");
        assertThat(new ClientOutcome.NotFound().toString()).doesNotContain("oplr_");
    }
}
