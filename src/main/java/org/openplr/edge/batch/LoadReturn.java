package org.openplr.edge.batch;

import java.nio.file.Path;
import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.platform.Standalone;

/**
 * The tool {@code load-return}: loads the files of a return of the state (ILR, NPD) that a manifest announces, each whole or not
 * at all, and prints what came of it.
 *
 * <p>{@code mvn -q compile exec:exec@load-return -Dmanifest=F.csv}, with {@code -Ddb.url=…} for another database.
 */
public final class LoadReturn {
    private static final Actor BY = new Actor.System("load-return");

    private LoadReturn() {}

    public static void main(String[] arguments) {
        try (var out = Standalone.output()) {
            var manifest = Standalone.setting("manifest");
            if (manifest.isEmpty()) {
                out.println("usage: mvn -q compile exec:exec@load-return -Dmanifest=F.csv [-Ddb.url=…]");
                System.exit(2);
                return;
            }
            var refused = false;
            try (var house = Standalone.open()) {
                var path = Path.of(manifest.get()).toAbsolutePath();
                var folder = Optional.ofNullable(path.getParent()).orElse(path);
                for (var entry : ReturnManifest.read(path)) {
                    var start = System.nanoTime();
                    var report =
                            house.call(() -> house.service(ReturnImport.class).load(folder, entry, BY));
                    report.faults().forEach(fault -> out.println("refused: " + fault));
                    out.printf(
                            "%s: %s, in %.1f s%n", entry.which(), report.summary(), (System.nanoTime() - start) / 1e9);
                    refused = refused || report.isRefused();
                }
            } catch (UnreadableFile | IllegalStateException inTheWay) {
                out.println(inTheWay.getMessage());
                refused = true;
            }
            if (refused) System.exit(1);
        }
    }
}
