package org.openplr.edge.batch;

import java.nio.file.Path;
import org.openplr.platform.Standalone;

/**
 * The tool {@code load-register}: loads a register file, or the register files of a folder, and prints what came of it.
 *
 * <p>{@code mvn -q compile exec:exec@load-register -Dfile=F.csv}, with {@code -Ddb.url=…} for another database.
 */
public final class LoadRegister {
    private static final int SHOWN = 100;

    private LoadRegister() {}

    public static void main(String[] arguments) {
        try (var out = Standalone.output()) {
            var file = Standalone.setting("file");
            if (file.isEmpty()) {
                out.println("usage: mvn -q compile exec:exec@load-register -Dfile=F.csv [-Ddb.url=…]");
                System.exit(2);
                return;
            }
            try (var house = Standalone.open()) {
                var start = System.nanoTime();
                var report =
                        house.call(() -> house.service(RegisterImport.class).load(Path.of(file.get())));
                report.faults().forEach(fault -> out.println("refused: " + fault));
                report.warnings().stream().limit(SHOWN).forEach(odd -> out.println("warning: " + odd));
                if (report.warnings().size() > SHOWN)
                    out.println("… and " + (report.warnings().size() - SHOWN) + " warnings more");
                out.printf("%s, in %.1f s%n", report.summary(), (System.nanoTime() - start) / 1e9);
            } catch (UnreadableFile | IllegalStateException inTheWay) {
                out.println(inTheWay.getMessage());
                System.exit(1);
            }
        }
    }
}
