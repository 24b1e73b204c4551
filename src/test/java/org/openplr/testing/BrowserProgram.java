package org.openplr.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of this machine: the one that is here, or one that is fetched when there is none. Chromium's headless shell
 * is taken first: it draws the same pages in half the time, for it has no window around them.
 */
final class BrowserProgram {
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "chrome.exe");
    private static final List<String> PLACES = List.of(
            "/usr/lib/chromium/chromium",
            "/snap/bin/chromium",
            "/opt/google/chrome/chrome",
            "/opt/microsoft/msedge/msedge",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

    private BrowserProgram() {}

    /**
     * The browser's executable; empty where Playwright's own download is to be used.
     *
     * @throws IllegalStateException with one line that says what to install
     */
    static Optional<Path> find() {
        var here = onThisMachine();
        if (here.isPresent()) return here;
        if (isRoot() && runs("apt-get", "update") && (installs("chromium-headless-shell") || installs("chromium"))) {
            var installed = onThisMachine();
            if (installed.isPresent()) return installed;
        }
        if (downloaded()) return Optional.empty();
        throw new IllegalStateException(
                "The browser tests need a browser: install Chromium, Google Chrome or Microsoft Edge and run again.");
    }

    private static boolean installs(String name) {
        return runs("apt-get", "install", "-y", name);
    }

    private static Optional<Path> onThisMachine() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var folders = Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .toList();
        var onPath = NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
        return Stream.concat(onPath, PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean downloaded() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return runs(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "--with-deps",
                "chromium-headless-shell");
    }

    private static boolean runs(String... command) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/browser-install.log")));
            builder.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            var process = builder.start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
