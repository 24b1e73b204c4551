package org.openplr.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openplr.platform.Ids;

class ActivationCodeTest {
    private static final String ALPHABET = "36789BDFGHJKMPQRTVWXY";

    private final ActivationCode code = ActivationCode.draw(new Ids(InstantSource.system(), new SecureRandom()));

    @Test
    void isFourteenCharactersAndReadBackHoweverItIsTyped() {
        assertThat(code.text()).hasSize(14);
        assertThat(code.shown()).matches("C(-[36789BDFGHJKMPQRTVWXY]{4}){3}-[36789BDFGHJKMPQRTVWXY]");
        assertThat(ActivationCode.parse(code.shown())).contains(code);
        assertThat(ActivationCode.parse(" " + code.shown().replace('-', '–').toLowerCase(Locale.ROOT) + "\u00a0"))
                .contains(code);
    }

    @Test
    void everySingleWrongCharacterIsFoundAndNoShareCodeIsOne() {
        for (var place = 0; place < code.text().length(); place++)
            for (var other : (ALPHABET + "EUAPL").toCharArray()) {
                var typed =
                        code.text().substring(0, place) + other + code.text().substring(place + 1);
                if (!typed.equals(code.text()))
                    assertThat(ActivationCode.parse(typed)).isEmpty();
            }
    }

    @Test
    void itIsNowhereInWhatIsLogged() {
        assertThat(code).hasToString("ActivationCode[…]");
    }
}
