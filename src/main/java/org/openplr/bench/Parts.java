package org.openplr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts together what the build has just compiled, without packaging it. */
final class Parts {
    private Parts() {}

    /**
     * An exploded WAR and the server's other parts.
     *
     * @param folder with the lists that {@code src/build/bench.groovy} writes: {@code libraries.txt}, {@code
     *     drivers.txt}
     */
    static LocalServer.Parts made(Path folder) throws IOException {
        var war = folder.resolve("war");
        var drivers = folder.resolve("drivers");
        LocalServer.delete(war);
        LocalServer.copy(Path.of("src/main/webapp"), war);
        LocalServer.copy(Path.of("target/classes"), war.resolve("WEB-INF/classes"));
        LocalServer.delete(war.resolve("WEB-INF/classes/org/openplr/bench"));
        copyListed(folder.resolve("libraries.txt"), war.resolve("WEB-INF/lib"));
        copyListed(folder.resolve("drivers.txt"), drivers);
        return new LocalServer.Parts(
                Path.of("target/liberty/wlp").toAbsolutePath(),
                war,
                Path.of("liberty").toAbsolutePath(),
                drivers);
    }

    private static void copyListed(Path list, Path folder) throws IOException {
        for (var line : Files.readAllLines(list)) {
            var file = Path.of(line);
            LocalServer.copy(file, folder.resolve(file.getFileName().toString()));
        }
    }
}
