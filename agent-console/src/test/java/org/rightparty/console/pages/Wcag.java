package org.rightparty.console.pages;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

import java.util.List;

/// WCAG 2.2 AA as far as axe-core can tell.
final class Wcag {
    private static final List<String> LAWS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Wcag() {}

    /// What a page violates. What it keeps is not told in full, and no second page is opened to
    /// join frames, of which ours have none: most of the time went into these.
    static List<Rule> violated(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .withTags(LAWS)
                .analyze()
                .getViolations();
    }

    static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
