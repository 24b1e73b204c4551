package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.platform.Ids;

class ShareCodeTest {
    private static final String ALPHABET = "36789BDFGHJKMPQRTVWXY";
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void isReadBackAsItIsShown(Purpose purpose) {
        for (var i = 0; i < 1_000; i++) {
            var code = ShareCode.draw(purpose, ids);

            assertThat(code.shown()).matches("[EUAPL](-[36789BDFGHJKMPQRTVWXY]{4}){3}-[36789BDFGHJKMPQRTVWXY]");
            assertThat(ShareCode.parse(code.shown())).contains(code);
            assertThat(code.purpose()).isEqualTo(purpose);
        }
    }

    /** Computed by hand from sharing.md: E is p = 0; K, M, P, Q stand at 11, 12, 13, 14; the sum is 21 · 10. */
    @Test
    void checkCharacterIsTheOneThatMakesTheSumDivisible() {
        var code = "EKMPQ7RTVWXY3";
        var sum = 0;
        for (var i = 1; i < code.length(); i++) sum += (i % 2 == 1 ? 1 : 2) * ALPHABET.indexOf(code.charAt(i));
        var check = ALPHABET.charAt((21 - sum % 21) % 21);

        assertThat(ShareCode.parse(code + check)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "spaces", "en-dashes", "nothing", "minus"})
    void readingIsForgiving(String way) {
        var code = ShareCode.draw(Purpose.EMPLOYER, ids);
        var typed = switch (way) {
            case "lower" -> code.shown().toLowerCase(java.util.Locale.ROOT);
            case "spaces" -> "  " + code.shown().replace('-', ' ') + "\u00a0";
            case "en-dashes" -> code.shown().replace('-', '–');
            case "minus" -> code.shown().replace('-', '−');
            default -> code.text();
        };

        assertThat(ShareCode.parse(typed)).contains(code);
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        var text = ShareCode.draw(Purpose.EMPLOYER, ids).text();

        for (var place = 1; place < text.length(); place++)
            for (var other : ALPHABET.toCharArray())
                if (other != text.charAt(place))
                    assertThat(ShareCode.parse(with(text, place, other))).isEmpty();
        for (var letter : "UAPL".toCharArray())
            assertThat(ShareCode.parse(with(text, 0, letter))).isEmpty();
    }

    @Test
    void everySwapOfDifferentNeighboursIsFound() {
        for (var i = 0; i < 200; i++) {
            var text = ShareCode.draw(Purpose.PROVIDER, ids).text();

            for (var place = 1; place < text.length() - 1; place++) {
                var left = text.charAt(place);
                var right = text.charAt(place + 1);
                if (left != right)
                    assertThat(ShareCode.parse(with(with(text, place, right), place + 1, left)))
                            .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "E", "E-KMPQ-7RTV-WXY3", "Z-KMPQ-7RTV-WXY3-W", "E-KMPA-7RTV-WXY3-W", "E-KMPQ-7RTV-WXY3-WW"})
    void everythingElseIsATypingSlip(String typed) {
        assertThat(ShareCode.parse(typed)).isEmpty();
    }

    @Test
    void isNeverInText() {
        var code = ShareCode.draw(Purpose.EMPLOYER, ids);

        assertThat(code.toString()).doesNotContain(code.text().substring(1, 5));
    }

    private static String with(String text, int place, char other) {
        return text.substring(0, place) + other + text.substring(place + 1);
    }
}
