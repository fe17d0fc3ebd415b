package org.rightparty.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.console.fakes.ConsoleFixture.AGENT;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// Pages keep [Wcag] in both themes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
    /// Longer than the page takes to begin a transition.
    private static final double SETTLE_MILLIS = 300;

    private static final List<String> GRAVE = List.of("serious", "critical");

    @RegisterExtension private final Chromium chromium = new Chromium();

    @Test
    void what_cannot_be_read_or_has_no_name_is_found() {
        Page page = chromium.page();
        page.setContent(
                "<html lang=en><title>A page</title><main style='background:#fff'>"
                        + "<p style='color:#ddd'>hardly to be read</p><button></button></main>");
        assertThat(Wcag.violated(page))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrder("button-name", "color-contrast");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_log_in_page_keeps_nobody_out(ColorScheme theme) {
        check(chromium.page(theme), "log-in", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_agent_page_keeps_nobody_out_all_through_a_call(ColorScheme theme) {
        Page page = chromium.loggedIn("agent", theme);
        Chromium.sitDown(page);
        check(page, "agent-idle", theme);
        chromium.console.callFor(AGENT);
        page.getByText("the debt is hidden").waitFor();
        check(page, "agent-unverified", theme);
        page.getByLabel("Full name").check();
        page.getByLabel("Date of birth").check();
        page.getByLabel("Address").check();
        page.keyboard().press("v");
        page.locator(".sum").waitFor();
        page.keyboard().press("Alt+4");
        check(page, "agent-talking", theme);
        page.keyboard().press("Alt+0");
        check(page, "agent-dispositions", theme);
        page.keyboard().press("Escape");
        chromium.console.desks.hungUp(AGENT);
        page.getByText("Save & ready").waitFor();
        page.keyboard().press("Alt+1");
        page.keyboard().press("Control+Enter");
        check(page, "agent-wrap-up", theme);
        page.setViewportSize(683, 384);
        check(page, "agent-at-200-percent", theme);
        page.locator("#pop").focus();
        page.keyboard().press("?");
        page.getByText("Single letters work").waitFor();
        check(page, "agent-keys", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_floor_page_keeps_nobody_out(ColorScheme theme) {
        chromium.desk("agent");
        chromium.desk("agent2");
        chromium.console.callFor(AGENT);
        Page page = chromium.loggedIn("supervisor", theme);
        page.getByText("Talking").nth(1).waitFor();
        check(page, "floor", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_administration_page_keeps_nobody_out(ColorScheme theme) {
        Page page = AdministrationPageTest.open(chromium, theme);
        page.getByText("New password").first().click();
        page.getByText("Set password").waitFor();
        check(page, "administration", theme);
    }

    /// What is still fading in has no contrast of its own yet: infinite spinners aside, all
    /// movement must have come to rest.
    private static final String AT_REST =
            """
            () => document.getAnimations().every(one =>
                one.playState !== 'running'
                    || one.effect.getComputedTiming().iterations === Infinity)
            """;

    static void check(Page page, String name, ColorScheme theme) {
        page.waitForTimeout(SETTLE_MILLIS);
        page.waitForFunction(AT_REST);
        Chromium.keep(page, name + "-" + theme);
        List<String> grave =
                Wcag.violated(page).stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Wcag::told)
                        .toList();
        assertThat(grave).as("%s in the %s theme", name, theme).isEmpty();
    }
}
