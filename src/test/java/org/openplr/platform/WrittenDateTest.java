package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    @Test
    void everyFormIsRead() {
        var day = LocalDate.of(2010, 9, 1);

        assertThat(WrittenDate.iso("2010-09-01")).isEqualTo(day);
        assertThat(WrittenDate.moment("2010-09-01T09:00:00+01:00")).isEqualTo(Instant.parse("2010-09-01T08:00:00Z"));
        for (var text : new String[] {"2010-09-01", "2010-09-01T08:00", "01/09/2010", "1 sep 2010"})
            assertThat(WrittenDate.parse(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+20000-01-01", "-99999-01-01", "-999999999-01-01", "0000-01-01", "0999-12-31", "9999-01-01"})
    void aYearThatNoDatabaseKeepsIsNone(String date) {
        assertThatThrownBy(() -> WrittenDate.iso(date)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WrittenDate.moment(date + "T00:00:00Z")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WrittenDate.parse(date)).isInstanceOf(IllegalArgumentException.class);
    }
}
