package org.openplr.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VerificationTypeTest {
    @Test
    void numbersAreThoseOfTheRealServiceEachOnce() {
        assertThat(Arrays.stream(VerificationType.values()).map(VerificationType::code))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 999);
    }

    @Test
    void levelOneIsWhatTheSeedSays() {
        assertThat(Arrays.stream(VerificationType.values()).filter(VerificationType::isLevelOne))
                .containsExactly(
                        VerificationType.PASSPORT,
                        VerificationType.DRIVING_LICENCE,
                        VerificationType.ID_CARD,
                        VerificationType.NATIONAL_INSURANCE_CARD,
                        VerificationType.CERTIFICATE_OF_ENTITLEMENT,
                        VerificationType.BANK_CARD);
    }
}
