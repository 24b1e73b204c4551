package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PepperTest {
    private static final String OLD = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "2:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex("0b".repeat(32)));

    @Test
    void anOlderKeyStillVerifiesAfterRotation() {
        var digest = Pepper.parse(OLD).digest("secret");

        var rotated = Pepper.parse(NEW + "," + OLD);

        assertThat(rotated.currentKey()).isEqualTo("2");
        assertThat(rotated.matches("1", digest, "secret")).isTrue();
        assertThat(rotated.matches("2", digest, "secret")).isFalse();
        assertThat(rotated.matches("gone", digest, "secret")).isFalse();
    }

    /** RFC 4231 has no 32-byte key; the value is of Python's {@code hmac}. */
    @Test
    void isHmacSha256() {
        assertThat(Pepper.parse(OLD).digest("Hi There")).isEqualTo("5IQRJicVyDcM1ee_joK-9TvVNxLQB_NCk1GEO3fHu5s");
    }

    @Test
    void shortKeysAreRefused() {
        assertThatThrownBy(() -> Pepper.parse("1:AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
