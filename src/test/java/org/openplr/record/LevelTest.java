package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTest {
    @ParameterizedTest
    @CsvSource({
        "Level 3, 3",
        "level 3, 3",
        "3, 3",
        "L3, 3",
        "Level 1/2, 1/2",
        "Level 1 and 2, 1/2",
        "Entry Level, E",
        "Entry, E",
        "Entry Level 3, E3",
        "Entry 3, E3",
        "E3, E3",
        "Level 8, 8"
    })
    void readsWhatSourcesWrite(String text, String code) {
        assertThat(Level.parse(text).map(Level::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Level", "Level 9", "Entry 4", "Higher Level", "3.5", "Level 3/2"})
    void anythingElseIsNoLevel(String text) {
        assertThat(Level.parse(text)).isEmpty();
    }

    @Test
    void anAcademicYearBeginsInAugust() {
        assertThat(AcademicYear.of(LocalDate.parse("2011-07-31"))).hasToString("2010/11");
        assertThat(AcademicYear.of(LocalDate.parse("2011-08-01"))).hasToString("2011/12");
        assertThat(AcademicYear.of(LocalDate.parse("1999-09-01"))).hasToString("1999/00");
    }
}
