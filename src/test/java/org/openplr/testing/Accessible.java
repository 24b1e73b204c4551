package org.openplr.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a page keeps what axe can check of WCAG 2.2 AA. */
public final class Accessible {
    private static final String AXE = axe();

    /** Every finding in words: the rule, why it matters and where it is. */
    private static final String FINDINGS = """
        async () => {
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
            const found = await axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}});
            return found.violations.map(finding => `${finding.impact}: ${finding.help} (${finding.id})\\n` + finding.nodes
                .map(node => `    ${node.html}\\n        ${node.failureSummary.replaceAll('\\n', '\\n        ')}`)
                .join('\\n'));
        }
        """;

    /** The page's markup without what was written into it: texts, values, addresses and numbers. */
    private static final String SHAPE = """
        () => document.documentElement.outerHTML
            .replace(/ (value|href|src|content)="[^"]+"/g, ' $1="x"')
            .replace(/>\\s*[^<\\s][^<]*</g, '>x<')
            .replace(/\\d+/g, '0')
        """;

    private static final Set<String> IN_ORDER = ConcurrentHashMap.newKeySet();

    private Accessible() {}

    /**
     * Checks the page as it stands, unless one of the same shape was in order before.
     *
     * @param manner how it is looked at: what is in order in one may not be in another
     * @throws AssertionError with every finding
     */
    static void check(Page page, Visitor.Manner manner) {
        var shape = manner + "\n" + page.evaluate(SHAPE);
        if (IN_ORDER.contains(shape)) return;
        page.evaluate(AXE);
        var findings = (List<?>) page.evaluate(FINDINGS);
        if (!findings.isEmpty())
            throw new AssertionError(page.url() + "\n"
                    + String.join("\n", findings.stream().map(String::valueOf).toList()));
        IN_ORDER.add(shape);
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
