package org.openplr.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person with a browser: what they see is a Playwright page, what their browser complains of is collected. */
public final class Visitor implements AutoCloseable {
    /**
     * How someone comes.
     *
     * @param language of the pages, {@code en} or {@code cy}
     * @param width of the window in CSS pixels
     * @param script whether their browser runs it
     */
    public record Manner(String language, int width, boolean script) {
        @Override
        public String toString() {
            return language + "-" + width + (script ? "" : "-no-script");
        }
    }

    private static final boolean PICTURES = Boolean.getBoolean("pictures");

    /** Texts whose words stand in pieces beneath each other: so narrow a place that it is many times as high. */
    private static final String SQUEEZED = """
        [...document.querySelectorAll('#main dd, #main dt, #main td, #main th, #main p, #main li, #main label')]
            .filter(e => e.innerText.trim().length > 3 && e.checkVisibility())
            .filter(e => e.clientWidth > 1 && e.clientHeight > 3 * e.clientWidth)
            .map(e => e.innerText)
        """;

    /** Buttons whose words do not fit: the rest of them cannot be read. */
    private static final String CLIPPED = """
        [...document.querySelectorAll('input[type=submit]')]
            .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
            .map(e => e.value)
        """;

    private final BrowserContext context;
    private final Page page;
    private final URI base;
    private final Manner manner;
    private final List<String> complaints = new ArrayList<>();
    private int documents;

    Visitor(com.microsoft.playwright.Browser browser, URI base, Manner manner) {
        this.base = base;
        this.manner = manner;
        this.context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setLocale(manner.language() + "-GB")
                .setTimezoneId("Europe/London")
                .setJavaScriptEnabled(manner.script())
                .setViewportSize(manner.width(), manner.width() < 600 ? 640 : 800));
        this.page = opened();
    }

    private Visitor(Visitor other) {
        this.base = other.base;
        this.manner = other.manner;
        this.context = other.context;
        this.page = opened();
    }

    private Page opened() {
        var page = context.newPage();
        page.onResponse(this::count);
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("script: " + error));
        return page;
    }

    private void count(Response response) {
        var request = response.request();
        var redirect = response.status() >= 300 && response.status() < 400;
        if (request.isNavigationRequest() && request.frame().equals(page.mainFrame()) && !redirect) documents++;
    }

    private void hear(ConsoleMessage message) {
        var missed = message.text().startsWith("Failed to load resource") && documentsOnly(message.location());
        if ("error".equals(message.type()) && !missed) complaints.add(message.text() + " " + message.location());
    }

    /** A page that answers 404 or 410 on purpose is also told as a resource that failed to load. */
    private boolean documentsOnly(String location) {
        return location.startsWith(page.url().split("[?#]", 2)[0]);
    }

    /** Opens a path of the server in the visitor's language. */
    public Response go(String path) {
        var mark = path.indexOf('#');
        var place = mark < 0 ? path : path.substring(0, mark);
        var fragment = mark < 0 ? "" : path.substring(mark);
        return page.navigate(base + place + (place.contains("?") ? "&" : "?") + "lang=" + manner.language() + fragment);
    }

    /** Another tab of the same browser. */
    public Visitor tab() {
        return new Visitor(this);
    }

    /** What the visitor sees, to act on. */
    public Page page() {
        return page;
    }

    /** Types into the field of this name. */
    public void fill(String name, String text) {
        page.locator("#main input[name='" + name + "']").fill(text);
    }

    /** Types day, month and year into the three fields of a date. */
    public void date(String name, String day, String month, String year) {
        fill(name + "-day", day);
        fill(name + "-month", month);
        fill(name + "-year", year);
    }

    /** Chooses this answer. */
    public void choose(String name, String value) {
        page.locator("#main input[name='" + name + "'][value='" + value + "']").check();
    }

    /** Presses the button of this name and waits for what it brings. */
    public void press(String name) {
        page.locator("#main input[type=submit][name='" + name + "']").click();
        page.waitForLoadState();
        noteCookies();
    }

    private void noteCookies() {
        for (var cookie : context.cookies(base.toString())) Told.cookie(cookie.value);
    }

    public Manner manner() {
        return manner;
    }

    /** Documents fetched so far, redirects not counted. */
    public int documents() {
        return documents;
    }

    /** Begins to count documents anew. */
    public void countAnew() {
        documents = 0;
    }

    /**
     * Looks at the page as it stands: accessible, in the visitor's language, no wider than the window, no text squeezed
     * into a column of letters, no button cut off, and nothing to complain of since the visit began. A picture of it is
     * kept where it is not in order, and of every page with {@code -Dpictures=true}.
     *
     * @param name of the picture in {@code target/screenshots}
     */
    public void look(String name) {
        page.waitForLoadState();
        if (PICTURES) keep(name);
        try {
            expectInOrder();
        } catch (AssertionError wrong) {
            keep(name);
            throw wrong;
        }
    }

    private void expectInOrder() {
        assertThat(complaints)
                .as("what the browser complains of on %s", page.url())
                .isEmpty();
        assertThat(page.locator("footer").count())
                .as("the end of %s, which an error in the middle would cut off", page.url())
                .isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang"))
                .as("language of %s", page.url())
                .isEqualTo(manner.language().toLowerCase(Locale.ROOT));
        var wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(wide).as("width of %s", page.url()).isLessThanOrEqualTo(manner.width());
        assertThat((List<?>) page.evaluate(SQUEEZED))
                .as("squeezed on %s", page.url())
                .isEmpty();
        assertThat((List<?>) page.evaluate(CLIPPED))
                .as("buttons cut off on %s", page.url())
                .isEmpty();
        if (manner.script()) Accessible.check(page, manner);
    }

    private void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + manner + ".png")));
    }

    @Override
    public void close() {
        noteCookies();
        context.close();
    }
}
