package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path data;

    @Test
    void productionHasNoSecretWithADefaultAndSaysWhichIsMissing() {
        var given = Map.of("openplr.profile", "production", "openplr.public-url", "https://plr.example");

        assertThatThrownBy(() -> read(given))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openplr.pepper.code")
                .hasMessageContaining("openplr.key.ledger")
                .hasMessageContaining("openplr.key.evidence")
                .hasMessageContaining("openplr.evidence.scanner")
                .hasMessageContaining("openplr.smtp.host")
                .hasMessageContaining("openplr.smtp.from")
                .hasMessageContaining("keystore.password");
    }

    @Test
    void productionStartsWithEverySecretSet() {
        var settings = read(production());

        assertThat(settings.secure()).isTrue();
        assertThat(settings.demo()).isEmpty();
        assertThat(settings.smtp().orElseThrow().security())
                .as("encrypted unless said otherwise")
                .isEqualTo(Smtp.Security.STARTTLS);
        assertThat(settings.smtp().orElseThrow().port()).isEqualTo(587);
    }

    @Test
    void productionSendsNothingInTheClearButToItself() {
        var given = production();
        given.put("openplr.smtp.security", "none");

        assertThatThrownBy(() -> read(given)).hasMessageContaining("openplr.smtp.security=none is refused");
        given.put("openplr.smtp.host", "localhost");
        assertThat(read(given).smtp().orElseThrow().port()).isEqualTo(25);
    }

    @Test
    void whatIsWrongAboutTheMailServerIsNamed() {
        for (var wrong :
                Map.of("security", "some", "port", "smtp", "from", "nobody").entrySet()) {
            var given = production();
            given.put("openplr.smtp." + wrong.getKey(), wrong.getValue());

            assertThatThrownBy(() -> read(given)).hasMessageContaining("openplr.smtp." + wrong.getKey());
        }
    }

    @Test
    void demoDataIsRefusedInProduction() {
        var given = Map.of("openplr.profile", "production", "openplr.demo", "true");

        assertThatThrownBy(() -> read(given)).hasMessageContaining("openplr.demo");
    }

    @ParameterizedTest
    @CsvSource({
        "openplr.public-url, http://plr.example, https",
        "openplr.public-url, https:plr.example, https",
        "openplr.public-url, https://user@plr.example, https",
        "openplr.demo, true, refused",
        "openplr.second-factor, offered, refused",
        "openplr.second-factor, maybe, refused",
        "keystore.password, development-only, missing",
        "keystore.password, short, less than 12",
        "http.host, *, plain http",
        "http.host, 0.0.0.0, plain http",
        "db.url, jdbc:postgresql://db.example/plr, verify-full",
        "db.url, jdbc:postgresql://db.example:5432/plr?sslmode=require, verify-full",
        "db.url, 'jdbc:postgresql://localhost,db.example/plr', verify-full",
        "db.url, jdbc:postgresql://localhost.evil.example/plr, verify-full",
        "db.url, jdbc:postgresql:plr, db.password is missing",
        "openplr.pepper.link, 1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, not random",
        "openplr.pepper.api-key, 1:Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtY2hhbmdlLW1l, not random",
        "openplr.pepper.code, 1:AAAA, 32 bytes",
        "openplr.pepper.session, '', missing",
        "openplr.key.token, nonsense, signing key"
    })
    void productionRefusesWhatIsInsecureByItsName(String setting, String value, String why) {
        var given = production();
        given.put(setting, value);

        assertThatThrownBy(() -> read(given))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(why);
    }

    @Test
    void productionRequiresASecondFactorOfStaffAndDevelopmentOffersIt() {
        assertThat(read(production()).secondFactorRequired()).isTrue();
        assertThat(read(Map.of("openplr.data", data.toString())).secondFactorRequired())
                .isFalse();
        var asked = Map.of("openplr.data", data.toString(), "openplr.second-factor", "required");
        assertThat(read(asked).secondFactorRequired()).isTrue();
        var unread = Map.of("openplr.data", data.toString(), "openplr.second-factor", "perhaps");
        assertThatThrownBy(() -> read(unread)).hasMessageContaining("openplr.second-factor");
    }

    @Test
    void theScannerOfEvidenceIsACommandOrSaidToBeNone() {
        var given = production();
        assertThat(read(given).evidenceScanner()).isEmpty();

        given.put("openplr.evidence.scanner", "/usr/bin/clamdscan  --no-summary -");

        assertThat(read(given).evidenceScanner()).containsExactly("/usr/bin/clamdscan", "--no-summary", "-");
        given.put("openplr.evidence.scanner", " ");
        assertThatThrownBy(() -> read(given)).hasMessageContaining("openplr.evidence.scanner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/plr?ApplicationName=plr&sslmode=verify-full",
                "jdbc:postgresql://127.0.0.1:5432/plr",
                "jdbc:postgresql://[::1]:5432,localhost/plr",
                "jdbc:postgresql:plr",
                "jdbc:derby:data/derby"
            })
    void productionTakesADatabaseThatNobodyListensTo(String url) {
        var given = production();
        given.put("db.url", url);
        given.put("db.password", "of the database");

        assertThat(read(given).secure()).isTrue();
    }

    @Test
    void aCertificateTakesThePlaceOfAPasswordForTheDatabase() {
        var given = production();
        given.put("db.url", "jdbc:postgresql://db.example/plr?sslmode=verify-full&sslcert=plr.crt&sslkey=plr.pk8");

        assertThat(read(given).secure()).isTrue();
    }

    @Test
    void productionRefusesOnePepperForTwoUses() {
        var given = production();
        given.put("openplr.pepper.link", given.get("openplr.pepper.code"));

        assertThatThrownBy(() -> read(given))
                .hasMessageContaining("openplr.pepper.link has the same key as openplr.pepper.code");
    }

    @Test
    void plainHttpMayBeOpenWhereThereIsNone() {
        var given = production();
        given.put("http.host", "*");
        given.put("http.port", "-1");

        assertThat(read(given).secure()).isTrue();
    }

    @Test
    void olderFolderGetsTheSecretsThatItLacks() throws Exception {
        var given = Map.of("openplr.data", data.toString());
        var digest = read(given).secrets().code().digest("x");
        var file = data.resolve("secrets.properties");
        var older = Files.readAllLines(file).stream()
                .filter(line -> !line.contains("api-key"))
                .toList();
        Files.write(file, older);

        var kept = read(given).secrets().apiKey().digest("x");

        assertThat(read(given).secrets().apiKey().digest("x")).isEqualTo(kept);
        assertThat(read(given).secrets().code().digest("x")).isEqualTo(digest);
    }

    private static Map<String, String> production() {
        var given = new HashMap<String, String>();
        given.put("openplr.profile", "production");
        given.put("openplr.public-url", "https://plr.example");
        given.put("keystore.password", "of the TLS key store");
        given.put("openplr.evidence.scanner", "none");
        given.put("openplr.smtp.host", "smtp.example");
        given.put("openplr.smtp.from", "plr@plr.example");
        Secrets.generate().forEach((name, value) -> given.put((String) name, (String) value));
        return given;
    }

    @Test
    void developmentKeepsTheSecretsItMade() {
        var given = Map.of("openplr.data", data.toString());

        var digest = read(given).secrets().code().digest("x");

        assertThat(read(given).secrets().code().digest("x")).isEqualTo(digest);
    }

    @Test
    void secretsAddedSinceAreMadeAndTheOthersStay() throws java.io.IOException {
        var given = Map.of("openplr.data", data.toString());
        var digest = read(given).secrets().code().digest("x");
        var file = data.resolve("secrets.properties");
        var older = java.nio.file.Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("openplr.key.box"))
                .toList();
        java.nio.file.Files.write(file, older);

        var sealed = read(given).secrets().box().seal("here", new byte[] {1});

        assertThat(read(given).secrets().box().open("here", sealed)).containsExactly(1);
        assertThat(read(given).secrets().code().digest("x")).isEqualTo(digest);
    }

    private static Settings read(Map<String, String> given) {
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }
}
