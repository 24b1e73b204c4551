package org.openplr.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The anatomy of a ULN, by numbers that were published. */
class UlnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9276308686", "1000000043", "1026893096", "1174112637", "6936002314",
                "4444599390", "1964986809", "8383558804", "7667649978", "1026922983"
            })
    void publishedNumbersAreValid(String digits) {
        assertThat(Uln.parse(digits)).contains(new Uln(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000063", "0276308686", "927630868", "92763086866", "927630868A", "", "9999999999"})
    void everythingElseIsNone(String text) {
        assertThat(Uln.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Uln(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spacesAreForgiven() {
        assertThat(Uln.parse(" 927 630 8686 ")).contains(new Uln("9276308686"));
    }

    @Test
    void placeholderIsKnownAsOne() {
        assertThat(Uln.isPlaceholder("9999999999")).isTrue();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        var uln = "9276308686";
        for (var place = 0; place < 10; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (uln.charAt(place) != digit)
                    assertThat(Uln.parse(uln.substring(0, place) + digit + uln.substring(place + 1)))
                            .isEmpty();
    }

    @Test
    void nineDigitsWithRemainderZeroMakeNoNumber() {
        var made = 0;
        for (var i = 0; i < 11_000; i++)
            if (Uln.fromFirstNine(Integer.toString(100_000_000 + i)).isPresent()) made++;

        assertThat(made).isEqualTo(10_000);
    }

    @Test
    void isNeverWholeInText() {
        assertThat(new Uln("9276308686").toString()).doesNotContain("9276308");
    }
}
