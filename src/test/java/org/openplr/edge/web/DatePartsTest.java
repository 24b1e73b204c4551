package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatePartsTest {
    @Test
    void aMonthMayBeANumberOrANameInEitherLanguage() {
        var march = LocalDate.of(2027, 3, 5);

        assertThat(typed("5", "3", "2027").date()).contains(march);
        assertThat(typed(" 05", "03 ", "2027").date()).contains(march);
        assertThat(typed("5", "March", "2027").date()).contains(march);
        assertThat(typed("5", "mar", "2027").date()).contains(march);
        assertThat(typed("5", "Mawrth".toUpperCase(Locale.ROOT), "2027").date()).contains(march);
    }

    @Test
    void whatIsNotInTheCalendarIsNoDate() {
        assertThat(typed("31", "2", "2027").date()).isEmpty();
        assertThat(typed("1", "13", "2027").date()).isEmpty();
        assertThat(typed("1", "1", "27").date()).isEmpty();
        assertThat(typed("", "1", "2027").date()).isEmpty();
        assertThat(typed("1", "m", "2027").date()).isEmpty();
        assertThat(typed("1", "1", "0000").date()).isEmpty();
        assertThat(typed("31", "12", "9999").date()).isEmpty();
    }

    private static DateParts typed(String day, String month, String year) {
        var parts = new DateParts();
        parts.setDay(day);
        parts.setMonth(month);
        parts.setYear(year);
        return parts;
    }
}
