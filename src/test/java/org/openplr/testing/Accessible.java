package org.openplr.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a page keeps what axe can check of WCAG 2.2 AA. */
public final class Accessible {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private Accessible() {}

    /**
     * Checks the page as it stands.
     *
     * @throws AssertionError with every finding, the rule, why it matters and where it is
     */
    public static void check(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var findings = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .withTags(WCAG)
                .analyze()
                .getViolations();
        if (!findings.isEmpty())
            throw new AssertionError(
                    page.url() + "\n" + findings.stream().map(Accessible::told).collect(Collectors.joining("\n")));
    }

    private static String told(Rule finding) {
        return finding.getImpact() + ": " + finding.getHelp() + " (" + finding.getId() + ")\n"
                + finding.getNodes().stream()
                        .map(node -> "    " + node.getHtml() + "\n        "
                                + node.getFailureSummary().replace("\n", "\n        "))
                        .collect(Collectors.joining("\n"));
    }
}
