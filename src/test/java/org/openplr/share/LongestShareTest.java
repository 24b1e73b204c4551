package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.platform.Mistake;

class LongestShareTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final LongestShare OF_A_MINOR =
            LongestShare.of(Purpose.UNIVERSITY, LocalDate.parse("2012-02-29"), NOW);

    /** Somebody born on 29 February comes of age on 1 March where there is no such day. */
    @ParameterizedTest
    @CsvSource({
        "2008-11-25, 2026-11-24T09:30:00Z, 14",
        "2008-11-24, 2026-11-24T09:30:00Z, 365",
        "2008-07-01, 2026-06-30T23:30:00Z, 365",
        "2008-02-29, 2026-02-28T12:00:00Z, 14",
        "2008-02-29, 2026-03-01T12:00:00Z, 365"
    })
    void underEighteenAShareLastsTwoWeeksAtMost(LocalDate born, Instant now, int days) {
        assertThat(LongestShare.of(Purpose.UNIVERSITY, born, now).days()).isEqualTo(days);
    }

    @Test
    void aNewEndOrANewCodeLastsNoLongerEither() {
        var usual = Renewal.of(Purpose.UNIVERSITY, OF_A_MINOR, null, NOW);
        var later = NOW.plus(Duration.ofDays(16));

        assertThat(usual.expires()).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThatThrownBy(() -> Renewal.of(Purpose.UNIVERSITY, OF_A_MINOR, later, NOW))
                .isInstanceOf(Mistake.class);
    }
}
