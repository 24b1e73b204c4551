package org.openplr.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QanTest {
    @ParameterizedTest
    @CsvSource({
        "50079116, 50079116",
        "500/7911/6, 50079116",
        "1000323X, 1000323X",
        "100/0323/x, 1000323X",
        "1000323x, 1000323X",
        "' 500 7911 6 ', 50079116",
        "500/ 7911 /6, 50079116"
    })
    void everySpellingIsOneNumber(String text, String canonical) {
        assertThat(Qan.parse(text)).contains(new Qan(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5007911", "500791166", "5007911Y", "X0079116", "500/79116", "50/07911/6", "Z0001234"})
    void everythingElseIsNone(String text) {
        assertThat(Qan.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Qan(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"501/1855/9", "501/1446/3", "600/9532/5", "603/3646/8", "500/4606/8", "600/1166/X"})
    void publishedNumbersKeepToTheCheckDigit(String text) {
        assertThat(Qan.parse(text))
                .hasValueSatisfying(q -> assertThat(q.checkDigitHolds()).isTrue());
    }

    @Test
    void numberThatDoesNotKeepToItIsStillANumber() {
        assertThat(Qan.parse("500/9603/9"))
                .hasValueSatisfying(q -> assertThat(q.checkDigitHolds()).isFalse());
    }

    @Test
    void isPrintedWithSlashes() {
        assertThat(new Qan("1000323X").slashed()).isEqualTo("100/0323/X");
    }
}
