package org.openplr.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.evidence.EvidenceFixtures.png;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real commands, as an operator sets them. */
class ScannerTest {
    private static Scanner.Finding found(String script, byte[] content) {
        return new Scanner(List.of("/bin/sh", "-c", script), Duration.ofSeconds(2)).scan(content);
    }

    @Test
    void itsExitCodeSaysWhatItFound() {
        assertThat(found("cat >/dev/null; exit 0", png())).isEqualTo(Scanner.Finding.CLEAN);
        assertThat(found("cat >/dev/null; exit 1", png())).isEqualTo(Scanner.Finding.INFECTED);
        assertThat(found("exit 1", new byte[1_000_000])).isEqualTo(Scanner.Finding.INFECTED);
        assertThat(found("cat >/dev/null; exit 2", png())).isEqualTo(Scanner.Finding.FAILED);
    }

    @Test
    void itGetsEveryByte(@TempDir Path folder) throws IOException {
        var got = folder.resolve("got");
        var content = new byte[3_000_000];
        content[2_999_999] = 7;

        assertThat(found("cat >" + got, content)).isEqualTo(Scanner.Finding.CLEAN);

        assertThat(Files.readAllBytes(got)).isEqualTo(content);
    }

    @Test
    void oneThatDoesNotReadToTheEndHasNotLooked() {
        assertThat(found("exit 0", new byte[3_000_000])).isEqualTo(Scanner.Finding.FAILED);
    }

    @Test
    void oneThatTakesTooLongIsEndedAndHasNotLooked() {
        var before = System.nanoTime();

        assertThat(found("cat >/dev/null; sleep 60", png())).isEqualTo(Scanner.Finding.FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void oneThatIsNotThereHasNotLooked() {
        var scanner = new Scanner(List.of("/no/such/scanner"), Duration.ofSeconds(2));

        assertThat(scanner.scan(png())).isEqualTo(Scanner.Finding.FAILED);
    }

    @Test
    void whatIsFoundIsNotTaken() {
        var strict = EvidenceFixtures.examining(List.of("/bin/sh", "-c", "cat >/dev/null; exit 1"));
        assertThat(strict.examine("a.png", png())).isEqualTo(new Examined.Not(Unfit.INFECTED));

        var broken = EvidenceFixtures.examining(List.of("/bin/false-or-not-there"));
        assertThat(broken.examine("a.png", png())).isEqualTo(new Examined.Not(Unfit.NOT_SCANNED));

        var kind = EvidenceFixtures.examining(List.of("/bin/sh", "-c", "cat >/dev/null"));
        assertThat(((Examined.Fit) kind.examine("a.png", png())).scanned()).isTrue();
    }
}
