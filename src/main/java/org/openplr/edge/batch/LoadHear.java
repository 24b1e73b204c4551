package org.openplr.edge.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openplr.party.Actor;
import org.openplr.platform.Standalone;

/**
 * The tool {@code load-hear}: takes a Higher Education Achievement Report, or those of a folder, each for itself, and prints what
 * became of it.
 *
 * <p>{@code mvn -q compile exec:exec@load-hear -Dfile=HEAR.xml}, with {@code -Ddb.url=…} for another database.
 */
public final class LoadHear {
    private static final Actor OPERATOR = new Actor.System("load-hear");

    private LoadHear() {}

    public static void main(String[] arguments) {
        try (var out = Standalone.output()) {
            var file = Standalone.setting("file");
            if (file.isEmpty()) {
                out.println("usage: mvn -q compile exec:exec@load-hear -Dfile=HEAR.xml [-Ddb.url=…]");
                System.exit(2);
                return;
            }
            try (var house = Standalone.open()) {
                var refused = 0;
                for (var one : files(Path.of(file.get()))) if (!taken(house, one, out)) refused++;
                if (refused > 0) System.exit(1);
            } catch (IOException | IllegalStateException inTheWay) {
                out.println(inTheWay.getMessage());
                System.exit(1);
            }
        }
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.isRegularFile(place)) return List.of(place);
        try (var inside = Files.list(place)) {
            return inside.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean taken(Standalone house, Path file, PrintWriter out) {
        try {
            var changes = house.call(() -> house.service(HearImport.class).take(file, OPERATOR))
                    .changes();
            out.printf(
                    "%s: %d created, %d updated, %d unchanged%n",
                    file.getFileName(), changes.created(), changes.updated(), changes.unchanged());
            return true;
        } catch (UnreadableFile refused) {
            out.println(file.getFileName() + ": " + refused.getMessage());
            return false;
        }
    }
}
