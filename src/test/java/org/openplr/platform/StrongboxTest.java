package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class StrongboxTest {
    private static final String OLD = "old:" + key(1);
    private static final byte[] SECRET = "of an authenticator app".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whatIsSealedOpensAtItsPlaceAlsoUnderAnOlderKey() {
        var sealed = Strongbox.parse(OLD).seal("here", SECRET);

        var rotated = Strongbox.parse("new:" + key(2) + "," + OLD);

        assertThat(rotated.open("here", sealed)).isEqualTo(SECRET);
        assertThat(rotated.seal("here", SECRET)).startsWith("new:");
    }

    @Test
    void itOpensAtNoOtherPlaceAndNotWhenChanged() {
        var box = Strongbox.parse(OLD);
        var sealed = box.seal("here", SECRET);
        var changed = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThatThrownBy(() -> box.open("there", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("here", changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameSecretIsNeverSealedAlike() {
        var box = Strongbox.parse(OLD);

        assertThat(box.seal("here", SECRET)).isNotEqualTo(box.seal("here", SECRET));
    }

    @Test
    void aKeyHasThirtyTwoBytes() {
        assertThatThrownBy(() -> Strongbox.parse("a:AAAA")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> Strongbox.parse("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
