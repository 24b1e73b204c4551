package org.openplr.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Siân, sian",
        "SIÂN, sian",
        "Łukasz, lukasz",
        "Jørgen, jorgen",
        "Strauß, strauss",
        "Đặng, dang",
        "Þór, thor",
        "Smith-Jones, smithjones",
        "Smith Jones, smithjones",
        "O’Neill, oneill",
        "O Neill, oneill",
        "oneill, oneill",
        "McDonald, mcdonald",
        "Mac Donald, mcdonald",
        "MACDONALD, mcdonald",
        "Mr John, john",
        "Mr, mr",
        "'  Amy  ', amy",
        "Llŷr, llyr",
        "d'Arcy, darcy"
    })
    void spellingsOfOneNameAreOne(String spelling, String joined) {
        assertThat(String.join("", Spelling.words(spelling))).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({"cf10 3at, CF103AT", "CF103AT, CF103AT", "2000, 2000", "'', ''", "SW1A-1AA, SW1A1AA"})
    void postcodesOfEveryCountryHaveOneForm(String written, String code) {
        assertThat(Spelling.postcode(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Siân O'Neill-MacDonald", "Łucja", "José María", "王小明", "Mary  Jane", "Dr Prys ap Rhys", ""})
    void whatWasBroughtTogetherStaysAndCaseAndFormOfUnicodeDoNotMatter(String name) {
        var words = Spelling.words(name);

        assertThat(Spelling.words(String.join(" ", words))).isEqualTo(words);
        assertThat(Spelling.words(name.toUpperCase(Locale.ROOT))).isEqualTo(words);
        assertThat(Spelling.words(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(words);
    }

    @Test
    void slipsAreCountedWithNeighboursThatChangedPlaces() {
        assertThat(Slips.between("smith", "smiht", 2)).isEqualTo(1);
        assertThat(Slips.between("smith", "smit", 2)).isEqualTo(1);
        assertThat(Slips.between("smith", "jones", 2)).isEqualTo(3);
        assertThat(List.of("a", "b"))
                .allSatisfy(one -> assertThat(Slips.between(one, one, 1)).isZero());
    }
}
