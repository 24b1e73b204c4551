package org.openplr.testing;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One real browser for all tests of a run, started at first use; each {@link Visitor} has cookies of its own. */
public final class Browser {
    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--force-color-profile=srgb",
            // Nobody stays so long on a page that its script would gain from more than being compiled once.
            "--js-flags=--no-opt");

    private static com.microsoft.playwright.@Nullable Browser running;

    private Browser() {}

    /** Someone who comes to the server, in English, on a desktop, with script. */
    public static Visitor visitor(Server server) {
        return visitor(server, new Visitor.Manner("en", 1280, true));
    }

    /** Someone who comes to the server in a manner of their own. */
    public static synchronized Visitor visitor(Server server, Visitor.Manner manner) {
        if (running == null) running = launch();
        return new Visitor(running, server.base(), manner);
    }

    /** Somebody of the demo who has signed in with their password. */
    public static Visitor signedIn(Server server, Visitor.Manner manner, String username) {
        var visitor = visitor(server, manner);
        visitor.go("/sign-in");
        visitor.fill("username", username);
        visitor.fill("password", DemoAccount.of(username).password());
        visitor.press("continue");
        return visitor;
    }

    private static com.microsoft.playwright.Browser launch() {
        var flags = new ArrayList<>(QUIET);
        if (BrowserProgram.isRoot()) flags.add("--no-sandbox");
        var options = new LaunchOptions().setArgs(flags).setHeadless(true);
        BrowserProgram.find().ifPresent(options::setExecutablePath);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright.chromium().launch(options);
    }
}
