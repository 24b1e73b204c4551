package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.platform.Mistake.Fault;
import org.openplr.testing.DemoAccount;

class PassphraseRuleTest {
    private static final List<String> NAMES = List.of("sian.m", "Siân", "Morgan", "Al");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve chars",
                "only-lower-case-letters",
                "273 845 911 066",
                "đường về nhà xa",
                "🦆🦆🐸🐸🦊🦊🐻🐻🐼🐼🐨🐨"
            })
    void whatItIsMadeOfIsNobodysBusiness(String passphrase) {
        assertThat(PassphraseRule.fault(passphrase, NAMES)).isEmpty();
    }

    @Test
    void itHasTwelveTo128Characters() {
        assertThat(code("elevenchars")).isEqualTo("passphrase-short");
        assertThat(code("a🦆".repeat(64))).isEmpty();
        assertThat(code("b".repeat(129))).isEqualTo("passphrase-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwertyqwerty", "QwertyQwerty", "123456654321", "1Q2W3E4R5T6Y", "LeaveMeAlone"})
    void itIsNoneOfThoseThatAreTriedFirstWhateverItsCapitals(String passphrase) {
        assertThat(code(passphrase)).isEqualTo("passphrase-common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i love OpenPLR so much",
                "my open-plr record",
                "sian.m likes trains",
                "SIAN-M-1234567890",
                "the morgan family dog",
                "sian and the weir"
            })
    void itHasNeitherTheServicesNorItsOwnersNameInIt(String passphrase) {
        assertThat(code(passphrase)).isEqualTo("passphrase-name");
    }

    @Test
    void aVeryShortNameForbidsNothing() {
        assertThat(code("always and altogether")).isEmpty();
    }

    /** ASVS 6.2.4 asks for the first 3,000 that the rules would let through. */
    @Test
    void theListIsLongEnoughAndSaysWhereItIsFrom() throws IOException {
        var folder = Path.of("src/main/resources/passphrases");

        assertThat(Files.readAllLines(folder.resolve("common.txt")))
                .hasSizeGreaterThan(3_000)
                .allMatch(line -> line.codePointCount(0, line.length()) >= PassphraseRule.SHORTEST);
        assertThat(folder.resolve("README.md")).content().contains("Licence");
    }

    @Test
    void thePassphrasesOfTheDemoKeepTheRules() {
        for (var account : DemoAccount.all())
            assertThat(PassphraseRule.fault(account.password(), List.of(account.username())))
                    .as(account.username())
                    .isEmpty();
    }

    private static String code(String passphrase) {
        return PassphraseRule.fault(passphrase, NAMES).map(Fault::code).orElse("");
    }
}
